import type { ObjectDescription } from '../../data/schema/description.ts';
import type { MemberAccess, Position } from '../parse/syntax.ts';
import type { ApexType } from '../types/symbols.ts';
import { recordMember } from '../types/field-types.ts';
import { CompileError } from './body-context.ts';
import type { BodyContext } from './body-context.ts';
import type { Typed } from './typed.ts';

function schemaType(context: BodyContext, name: string, node: Position): ApexType {
  const type = context.table.resolve({ name: `Schema.${name}`, typeArguments: [] });
  if (!type) {
    throw new CompileError(node, `Schema.${name} is not supported by the local org yet.`);
  }
  return type;
}

/** `Account.SObjectType`, `Account.Name` and `Account.fields`: tokens of the schema. */
export function staticRecordMember(context: BodyContext, object: ObjectDescription, node: MemberAccess): Typed | undefined {
  const name = node.name.toLowerCase();
  if (name === 'sobjecttype' && !object.fields.has(name)) {
    return objectTypeToken(context, object, node);
  }
  if (name === 'fields' && !object.fields.has(name)) {
    return { ...objectTypeToken(context, object, node), describes: { object, part: 'fields' } };
  }
  const member = recordMember(context.table, object, name);
  if (member?.kind !== 'field') {
    return undefined;
  }
  const token = fieldToken(context, object, member.field.name, node);
  return object.kind === 'share' && name === 'rowcause' ? { ...token, describes: { object, part: 'rowCause' } } : token;
}

/** `Account.SObjectType` and `Account.getSObjectType()`. */
export function objectTypeToken(context: BodyContext, object: ObjectDescription, at: Position): Typed {
  return {
    code: objectToken(context, object),
    type: schemaType(context, 'SObjectType', at),
    nonNull: true,
    describes: { object, part: 'object' },
  };
}

function objectToken(context: BodyContext, object: ObjectDescription): string {
  return `${context.module.helper('sobjectTypeToken')}(${JSON.stringify(object.name)})`;
}

function fieldToken(context: BodyContext, object: ObjectDescription, field: string, node: MemberAccess): Typed {
  const code = `${context.module.helper('sobjectFieldToken')}(${JSON.stringify(object.name)}, ${JSON.stringify(field)})`;
  return { code, type: schemaType(context, 'SObjectField', node), nonNull: true };
}

/** `.fields` and `.fieldSets` of a describe result: an object of the library, after which names of them may follow. */
function partOf(
  context: BodyContext,
  target: Typed,
  object: ObjectDescription,
  part: 'fields' | 'fieldSets',
  node: MemberAccess,
): Typed | undefined {
  if (part === 'fields' && target.type.symbol.libraryName === 'Schema.SObjectType') {
    return { ...target, describes: { object, part } };
  }
  const member = target.type.symbol.fields.get(part.toLowerCase());
  if (!member) {
    return undefined;
  }
  const getter = context.module.native(member.owner.libraryName as string, member.signature as string, member.name, 'get');
  return {
    code: `${getter}(${target.code})`,
    type: schemaType(context, member.type.name.replace(/^Schema\./, ''), node),
    nonNull: true,
    describes: { object, part },
  };
}

/** `Schema.SObjectType.Account.fieldSets.Summary`: a field set by its name. */
function fieldSet(context: BodyContext, target: Typed, object: ObjectDescription, node: MemberAccess): Typed | undefined {
  const set = object.fieldSets?.find(({ name }) => name.toLowerCase() === node.name.toLowerCase());
  const map = context.module.native('Schema.SObjectTypeFieldSets', 'Map<String, Schema.FieldSet> getMap()', 'getMap');
  return (
    set && {
      code: `${map}(${target.code}).get(${JSON.stringify(set.name.toLowerCase())})`,
      type: schemaType(context, 'FieldSet', node),
      nonNull: true,
    }
  );
}

/** Whether the schema's own rules for names apply after the dot. */
export function isSchemaExpression(target: Typed): boolean {
  return target.type.symbol.libraryName === 'Schema.DescribeSObjectResult';
}

/** `Schema.Advocate__Share.RowCause.Team__c`: the name of a reason for sharing. */
function rowCause(context: BodyContext, object: ObjectDescription, node: MemberAccess): Typed | undefined {
  const causes = object.fields.get('rowcause')?.picklistValues ?? [];
  const cause = causes.find(({ value }) => value.toLowerCase() === node.name.toLowerCase());
  return cause && { code: JSON.stringify(cause.value), type: context.table.primitive('String'), nonNull: true };
}

/** `Schema.SObjectType.Account`, its `.fields`, and `.fields.Name`. */
export function schemaMember(context: BodyContext, node: MemberAccess, target?: Typed): Typed | undefined {
  if (!target) {
    const object = context.table.schema.object(node.name);
    if (!object) {
      return undefined;
    }
    const code = `${context.module.helper('describeObject')}(${JSON.stringify(object.name)})`;
    return { code, type: schemaType(context, 'DescribeSObjectResult', node), nonNull: true, describes: { object, part: 'object' } };
  }
  if (!target.describes) {
    return undefined;
  }
  const { object, part } = target.describes;
  if (part === 'object') {
    const wanted = (['fields', 'fieldSets'] as const).find((name) => name.toLowerCase() === node.name.toLowerCase());
    return wanted && partOf(context, target, object, wanted, node);
  }
  if (part === 'fieldSets') {
    return fieldSet(context, target, object, node);
  }
  if (part === 'rowCause') {
    return rowCause(context, object, node);
  }
  const field = object.fields.get(node.name.toLowerCase());
  if (!field) {
    return undefined;
  }
  const isToken = target.type.symbol.libraryName === 'Schema.SObjectType';
  if (isToken) {
    return fieldToken(context, object, field.name, node);
  }
  const code = `${context.module.helper('describeField')}(${JSON.stringify(object.name)}, ${JSON.stringify(field.name)})`;
  return { code, type: schemaType(context, 'DescribeFieldResult', node), nonNull: true };
}
