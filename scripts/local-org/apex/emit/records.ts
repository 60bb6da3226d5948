import type { MemberAccess, Position } from '../parse/syntax.ts';
import { recordMember } from '../types/field-types.ts';
import type { RecordMember } from '../types/field-types.ts';
import type { ApexType } from '../types/symbols.ts';
import { CompileError } from './body-context.ts';
import type { BodyContext } from './body-context.ts';
import type { Typed } from './typed.ts';

/** Reads a field, a parent or the children of a record. */
export function recordValue(context: BodyContext, record: Typed, node: MemberAccess): Typed {
  const member = requireMember(context, record, node);
  const name = JSON.stringify(contentName(member, node.name));
  if (member.kind === 'children') {
    const element = JSON.stringify(member.type.typeArguments[0]?.name);
    return { code: `${context.module.helper('children')}(${record.code}, ${name}, ${element})`, type: member.type };
  }
  const forgives = record.isParent || (record.isHeld && node.name.toLowerCase() !== 'id');
  const reader = member.kind === 'field' ? (forgives ? 'fieldOfParent' : 'field') : forgives ? 'parentOfParent' : 'parent';
  return {
    code: `${context.module.helper(reader)}(${record.code}, ${name})`,
    type: member.type,
    ...(member.kind === 'parent' ? { isParent: true } : {}),
  };
}

/** The member of a record's object; reports an unknown one as the platform does. */
export function requireMember(context: BodyContext, record: Typed, node: MemberAccess): RecordMember {
  const { object } = record.type;
  const member = recordMember(context.table, object, node.name);
  if (!member) {
    throw new CompileError(
      node,
      object
        ? `Variable does not exist: ${object.name}.${node.name}`
        : `Variable does not exist: ${node.name} (use get('${node.name}') on an SObject)`,
    );
  }
  return member;
}

/** The lower-case name under which a record keeps the member. */
export function contentName(member: RecordMember, name: string): string {
  return member.kind === 'parent' ? (member.field.relationshipName as string).toLowerCase() : name.toLowerCase();
}

/** Fields that the platform stamps; who posts into a feed may say for whom. */
const STAMPS = new Set(['createdbyid', 'createddate', 'lastmodifiedbyid', 'lastmodifieddate', 'systemmodstamp', 'isdeleted']);

/** Refuses to set what nobody sets: children, stamps, what is calculated or counted. */
export function refuseReadOnly(member: RecordMember, type: ApexType, at: Position & { readonly name: string }): void {
  const { field } = member.kind === 'field' ? member : { field: undefined };
  const isCalculated = field !== undefined && (field.formula !== undefined || field.summary !== undefined || field.autoNumber);
  const isStamp = field !== undefined && STAMPS.has(field.name.toLowerCase()) && !/^Feed/.test(type.object?.name ?? '');
  if (member.kind === 'children' || isCalculated || isStamp) {
    throw new CompileError(at, `Field is not writeable: ${type.name}.${at.name}`);
  }
}
