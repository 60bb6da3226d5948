import type { Call } from '../parse/syntax.ts';
import type { ApexType } from '../types/symbols.ts';
import type { BodyContext } from './body-context.ts';
import { convert } from './typed.ts';
import type { Typed } from './typed.ts';

/** Methods that every enum has: `values()`, `valueOf(name)`, `name()`, `ordinal()`. Undefined for any other. */
export function enumMethod(
  context: BodyContext,
  type: ApexType,
  constant: Typed | undefined,
  node: Call,
  args: readonly Typed[],
): Typed | undefined {
  const { module, table } = context;
  const constants = (): string => module.enumReference(type.name, type.symbol.identifier, type.symbol.values);
  const [argument] = args;
  switch (`${constant ? '' : 'static '}${node.name.toLowerCase()}/${args.length}`) {
    case 'static values/0':
      return {
        code: `${module.helper('enumValues')}(${JSON.stringify(type.name)}, ${constants()})`,
        type: table.list(type),
        nonNull: true,
      };
    case 'static valueof/1': {
      const name = convert(context, argument, table.primitive('String'), node);
      return { code: `${module.helper('enumValueOf')}(${JSON.stringify(type.name)}, ${constants()}, ${name})`, type, nonNull: true };
    }
    case 'name/0':
      return { code: `${(constant as Typed).code}.name`, type: table.primitive('String'), nonNull: true };
    case 'ordinal/0':
      return { code: `${(constant as Typed).code}.ordinal`, type: table.primitive('Integer'), nonNull: true };
    default:
      return undefined;
  }
}
