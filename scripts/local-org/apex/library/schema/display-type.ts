import type { FieldType } from '../../../data/schema/description.ts';
import { defineEnum } from '../../runtime/enum.ts';

/** The constants of `Schema.DisplayType`. */
export const DISPLAY_TYPES: readonly string[] = (
  'ADDRESS ANYTYPE BASE64 BOOLEAN COMBOBOX COMPLEXVALUE CURRENCY DATACATEGORYGROUPREFERENCE DATE DATETIME DOUBLE EMAIL ENCRYPTEDSTRING ID ' +
  'INTEGER JSON LOCATION LONG MULTIPICKLIST PERCENT PHONE PICKLIST REFERENCE SOBJECT STRING TEXTAREA TIME URL'
).split(' ');

/** The constant of a library enum by its name. */
export function constant(type: string, names: readonly string[], name: string): unknown {
  return defineEnum(type, names).find((candidate) => candidate.name === name) ?? null;
}

/** `Schema.DisplayType` of a field. */
export function displayType(type: FieldType): unknown {
  return constant('Schema.DisplayType', DISPLAY_TYPES, type === 'int' ? 'INTEGER' : type.toUpperCase());
}
