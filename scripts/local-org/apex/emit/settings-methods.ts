import type { Call } from '../parse/syntax.ts';
import { findMethods, parameterTypes } from '../types/hierarchy.ts';
import type { ApexType } from '../types/symbols.ts';
import type { BodyContext } from './body-context.ts';
import { chooseCandidate, convertArguments } from './calls.ts';
import type { Typed } from './typed.ts';

/** The library class with the static methods of a kind of object. */
function classFor(type: ApexType): string | undefined {
  if (type.object?.kind === 'customMetadata') {
    return 'CustomMetadata';
  }
  if (type.object?.kind === 'customSetting') {
    return type.object.customSettingType === 'List' ? 'ListSetting' : 'HierarchySetting';
  }
  return undefined;
}

/**
 * Static methods of custom settings and custom metadata types: `Policy__c.getInstance()`. The natives get the object's name first;
 * `SObject` in what they return stands for the object.
 */
export function settingsMethod(context: BodyContext, type: ApexType, node: Call, args: readonly Typed[]): Typed | undefined {
  const name = classFor(type);
  if (name === undefined) {
    return undefined;
  }
  const { module, table } = context;
  const owner = table.primitive(name);
  const candidates = findMethods(table, owner, node.name).filter(({ member }) => member.isStatic);
  if (candidates.length === 0) {
    return undefined;
  }
  const missing = `Method does not exist or incorrect signature: void ${node.name}() from the type ${type.name}`;
  const found = chooseCandidate(context, candidates, args, node, missing);
  const values = convertArguments(context, args, parameterTypes(table, found), node.arguments, node);
  const native = module.native(owner.symbol.libraryName as string, found.member.signature as string, found.member.name);
  return {
    code: `${native}(${[JSON.stringify(type.object?.name), ...values].join(', ')})`,
    type: narrowed(context, found.member.returnType, type),
  };
}

function narrowed(context: BodyContext, declared: ApexType, type: ApexType): ApexType {
  if (declared === context.table.sObject) {
    return type;
  }
  return declared.typeArguments.length === 0
    ? declared
    : context.table.of(
        declared.symbol,
        declared.typeArguments.map((argument) => narrowed(context, argument, type)),
      );
}
