import type { ObjectDescription } from '../../data/schema/description.ts';
import { currentTransaction } from './current.ts';

/** The object that a type names, with or without its namespace: `Account`, or `Schema.Account` where a class is called Account. */
export function objectOfType(typeName: string): ObjectDescription | undefined {
  return currentTransaction().schema.object(typeName.replace(/^schema\./i, ''));
}
