import type { Literal } from '../parse/syntax.ts';
import type { BodyContext } from './body-context.ts';
import type { Typed } from './typed.ts';

export function compileLiteral(context: BodyContext, node: Literal): Typed {
  const { module, table } = context;
  switch (node.type) {
    case 'null':
      return { code: 'null', type: table.nullType };
    case 'Integer':
      return {
        code: node.value.startsWith('-') ? `(${node.value})` : String(Number(node.value) | 0),
        type: table.primitive('Integer'),
        nonNull: true,
        literal: node.value,
      };
    case 'Long':
      return {
        code: `${node.value.startsWith('-') ? `(${node.value}n)` : `${node.value}n`}`,
        type: table.primitive('Long'),
        nonNull: true,
      };
    case 'Boolean':
      return { code: node.value, type: table.primitive('Boolean'), nonNull: true };
    case 'String':
      return { code: JSON.stringify(node.value), type: table.primitive('String'), nonNull: true, literal: node.value };
    case 'Double':
    case 'Decimal': {
      const kind = node.type.toLowerCase();
      const identifier = module.constant(
        `${kind}$${node.value.replace('-', 'minus').replace('.', '_')}`,
        `$runtime.${kind}Literal(${JSON.stringify(node.value)})`,
      );
      return { code: identifier, type: table.primitive(node.type), nonNull: true };
    }
  }
}
