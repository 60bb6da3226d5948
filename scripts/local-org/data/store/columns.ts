import { AddressValue, LocationValue } from '../values/compound.ts';
import { DateValue } from '../values/date.ts';
import { DatetimeValue } from '../values/datetime.ts';
import { DecimalValue } from '../values/decimal.ts';
import { BlobValue } from '../values/blob.ts';
import { TimeValue } from '../values/time.ts';
import type { FieldDescription, ObjectDescription } from '../schema/description.ts';
import type { Value } from '../record.ts';

/**
 * The physical side of a field: where it lies in SQLite and how its values look there.
 *
 * | field | in SQLite |
 * |---|---|
 * | id, reference | TEXT of 18 characters, compared exactly |
 * | text of every kind, picklists | TEXT, compared without regard to case unless the field says so; multi-select as `A;B` |
 * | boolean | INTEGER 0 or 1 |
 * | int, long | INTEGER |
 * | double, currency, percent | INTEGER, the value times ten to the power of the field's scale |
 * | date | TEXT `YYYY-MM-DD` |
 * | datetime, time | INTEGER, milliseconds (of UTC since 1970, of the day) |
 * | base64 | BLOB |
 * | address, location | no column: a JSON object of its parts, NULL when all of them are |
 */

/** What SQLite takes as a parameter and gives back in a row. */
export type SqlValue = null | number | bigint | string | Uint8Array;

/** SQL text with the values of its `?` in order. */
export interface SqlFragment {
  readonly text: string;
  readonly parameters: readonly SqlValue[];
}

/** Integers beyond this many digits don't fit a JavaScript number; they are read as text. */
const SAFE_DIGITS = 15;

/** Quotes a name for SQL. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The table of an object. */
export function tableName(object: ObjectDescription): string {
  return quote(object.name);
}

/** Whether the field has a column: everything but formulas, which are calculated when read, and what is made of other fields. */
export function isStored(field: FieldDescription): boolean {
  return field.formula === undefined && field.parts === undefined;
}

/** The name of the SQL function that calculates a formula field; it is called with the row's id. */
export function formulaFunction(object: ObjectDescription, field: FieldDescription): string {
  return quote(`formula:${object.name}.${field.name}`.toLowerCase());
}

/**
 * The SQL expression of a field for filters, sorting and grouping: a column, or the call that calculates a formula.
 * Its value has the form described above; compare it with `encode(field, value)`.
 */
export function columnExpression(object: ObjectDescription, field: FieldDescription, tableAlias: string): string {
  const alias = quote(tableAlias);
  if (field.parts !== undefined) {
    return partsExpression(object, field.parts, alias);
  }
  return isStored(field) ? `${alias}.${quote(field.name)}` : `${formulaFunction(object, field)}(${alias}."Id")`;
}

function partsExpression(object: ObjectDescription, parts: Readonly<Record<string, string>>, alias: string): string {
  const columns = Object.entries(parts).map(([part, name]) => {
    const field = object.fields.get(name.toLowerCase()) as FieldDescription;
    const column = `${alias}.${quote(field.name)}`;
    return { part, value: isScaled(field) ? `${column} / ${10 ** field.scale}.0` : column };
  });
  const pairs = columns.map(({ part, value }) => `'${part}', ${value}`).join(', ');
  return `CASE WHEN COALESCE(${columns.map(({ value }) => value).join(', ')}) IS NOT NULL THEN json_object(${pairs}) END`;
}

/** The SQL expression to put in a SELECT list: `decode` turns what comes back into a value. */
export function selectExpression(object: ObjectDescription, field: FieldDescription, tableAlias: string): string {
  const expression = columnExpression(object, field, tableAlias);
  return readAsText(field) ? `CAST(${expression} AS TEXT)` : expression;
}

function readAsText(field: FieldDescription): boolean {
  return field.type === 'long' || (isScaled(field) && field.precision > SAFE_DIGITS);
}

/** Whether the column holds the value times ten to the power of the field's scale. */
export function isScaled(field: FieldDescription): boolean {
  return field.type === 'double' || field.type === 'currency' || field.type === 'percent';
}

/** The declaration of a column, after its name, in CREATE TABLE. */
export function columnDeclaration(field: FieldDescription): string {
  switch (field.type) {
    case 'id':
      return 'TEXT PRIMARY KEY NOT NULL';
    case 'reference':
    case 'date':
    case 'anytype':
      return 'TEXT';
    case 'boolean':
      return 'INTEGER NOT NULL DEFAULT 0';
    case 'int':
    case 'long':
    case 'double':
    case 'currency':
    case 'percent':
    case 'datetime':
    case 'time':
      return 'INTEGER';
    case 'base64':
      return 'BLOB';
    default:
      return field.caseSensitive ? 'TEXT' : 'TEXT COLLATE NOCASE';
  }
}

/** The form in which a value of the field lies in SQLite. The value must already be of the field's type. */
export function encode(field: FieldDescription, value: Value): SqlValue {
  if (value === null) {
    return null;
  }
  if (typeof value === 'boolean') {
    return value ? 1 : 0;
  }
  if (value instanceof DecimalValue) {
    return value.setScale(field.scale, 'HALF_UP').unscaled;
  }
  if (value instanceof DateValue) {
    return value.toString();
  }
  if (value instanceof DatetimeValue || value instanceof TimeValue) {
    return value.milliseconds;
  }
  if (value instanceof BlobValue) {
    return value.bytes;
  }
  if (typeof value === 'object') {
    return DecimalValue.parse(String(value)).setScale(field.scale, 'HALF_UP').unscaled;
  }
  if (isScaled(field)) {
    return DecimalValue.parse(String(value)).setScale(field.scale, 'HALF_UP').unscaled;
  }
  return value;
}

/** The value of the field from what SQLite gave back for `selectExpression` (or for `columnExpression`, where it fits a number). */
export function decode(field: FieldDescription, stored: SqlValue): Value {
  if (stored === null) {
    return null;
  }
  switch (field.type) {
    case 'boolean':
      return Number(stored) === 1;
    case 'int':
      return Number(stored);
    case 'long':
      return BigInt(stored as string | number | bigint);
    case 'double':
    case 'currency':
    case 'percent':
      return new DecimalValue(BigInt(stored as string | number | bigint), field.scale);
    case 'date':
      return DateValue.parse(stored as string);
    case 'datetime':
      return new DatetimeValue(Number(stored));
    case 'time':
      return new TimeValue(Number(stored));
    case 'base64':
      return new BlobValue(stored as Uint8Array);
    case 'address':
      return new AddressValue(JSON.parse(stored as string) as Record<string, string | number | null>);
    case 'location': {
      const { latitude, longitude } = JSON.parse(stored as string) as { latitude: number | null; longitude: number | null };
      return new LocationValue(latitude, longitude);
    }
    default:
      return stored as string;
  }
}
