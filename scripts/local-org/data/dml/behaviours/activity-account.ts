import { prefixOf } from '../../values/id.ts';
import type { DmlContext, DmlRow } from '../dml-context.ts';

const CONTACT = 'Contact';

/** The account of an activity: what it is about, if that is an account or belongs to one, else the account of the contact. */
export function fillInAccount(context: DmlContext, { record }: DmlRow): void {
  const { contents } = record;
  contents.set('accountid', accountOf(context, contents.get('whatid')) ?? accountOf(context, contents.get('whoid'), CONTACT) ?? null);
}

function accountOf(context: DmlContext, id: unknown, only?: string): string | undefined {
  const object = typeof id === 'string' ? context.schema.objectOfPrefix(prefixOf(id)) : undefined;
  if (typeof id !== 'string' || object === undefined || (only !== undefined && object.name !== only)) {
    return undefined;
  }
  if (object.name === 'Account') {
    return id;
  }
  const account = object.fields.has('accountid') ? context.records.loadOne(object, id)?.get('AccountId') : undefined;
  return typeof account === 'string' ? account : undefined;
}
