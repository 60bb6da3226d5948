import type { DmlContext, DmlRow } from '../dml/dml-context.ts';
import type { SObjectRecord } from '../record.ts';
import { prefixOf } from '../values/id.ts';

/**
 * The id of the user (or queue) that an action names by its kind: a user by user name, the owner, who created the record, who owns the
 * account, or whoever a field leads to. Undefined when there is nobody.
 */
export function personNamed(context: DmlContext, kind: string, name: string, { record }: DmlRow): string | undefined {
  const idAt = (...path: string[]): string | undefined => {
    const value = context.formulas.valueAt(record, path);
    return typeof value === 'string' ? value : undefined;
  };
  switch (kind) {
    case 'user':
      return findBy(context, 'User', 'Username', name);
    case 'queue':
      return findBy(context, 'Group', 'DeveloperName', name);
    case 'owner':
      return idAt('OwnerId');
    case 'creator':
      return idAt('CreatedById');
    case 'accountOwner':
      return idAt('Account', 'OwnerId');
    case 'userLookup':
    case 'contactLookup':
    case 'relatedUserField':
      return idAt(...name.split('.'));
    default:
      return undefined;
  }
}

/** The row with a value in a field. */
export function findBy(context: DmlContext, objectName: string, fieldName: string, value: string): string | undefined {
  const object = context.schema.object(objectName);
  const field = object?.fields.get(fieldName.toLowerCase());
  return object === undefined || field === undefined ? undefined : (context.records.findBy(object, field, [value])[0]?.id ?? undefined);
}

/** The record with an id. */
export function recordOf(context: DmlContext, id: string | undefined): SObjectRecord | undefined {
  const object = id === undefined ? undefined : context.schema.objectOfPrefix(prefixOf(id));
  return id === undefined || object === undefined ? undefined : context.records.loadOne(object, id);
}
