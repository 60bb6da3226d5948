import type { Value } from '../../data/record.ts';
import type { FieldDescription } from '../../data/schema/description.ts';
import { BlobValue } from '../../data/values/blob.ts';
import { LocationValue } from '../../data/values/compound.ts';
import { DateValue } from '../../data/values/date.ts';
import { DatetimeValue } from '../../data/values/datetime.ts';
import { TimeValue } from '../../data/values/time.ts';
import { isMetadataReference } from '../types/field-types.ts';
import { raise } from '../runtime/exception.ts';
import { decimalOf, integerOf, isNumeric, longOf } from '../runtime/numbers.ts';
import { toDatetime, toId } from '../runtime/operators.ts';
import { DecimalValue } from '../../data/values/decimal.ts';
import { DoubleValue } from '../../data/values/double.ts';
import { toId18 } from '../../data/values/id.ts';

/** The name of a run-time value's type, for messages. */
function typeNameOf(value: unknown): string {
  const kinds: readonly [string, (candidate: unknown) => boolean][] = [
    ['Boolean', (candidate) => typeof candidate === 'boolean'],
    ['Integer', (candidate) => typeof candidate === 'number'],
    ['Long', (candidate) => typeof candidate === 'bigint'],
    ['Double', (candidate) => candidate instanceof DoubleValue],
    ['Decimal', (candidate) => candidate instanceof DecimalValue],
    ['Date', (candidate) => candidate instanceof DateValue],
    ['Datetime', (candidate) => candidate instanceof DatetimeValue],
    ['Time', (candidate) => candidate instanceof TimeValue],
    ['Blob', (candidate) => candidate instanceof BlobValue],
    ['String', (candidate) => typeof candidate === 'string'],
  ];
  return kinds.find(([, matches]) => matches(value))?.[0] ?? 'Object';
}

/** The name of the Apex type of a field's value. */
export function apexTypeOfField(field: FieldDescription): string {
  switch (field.type) {
    case 'boolean':
      return 'Boolean';
    case 'int':
      return 'Integer';
    case 'long':
      return 'Long';
    case 'double':
    case 'currency':
    case 'percent':
      return 'Decimal';
    case 'date':
      return 'Date';
    case 'datetime':
      return 'Datetime';
    case 'time':
      return 'Time';
    case 'base64':
      return 'Blob';
    case 'address':
      return 'Address';
    case 'location':
      return 'Location';
    case 'id':
      return 'Id';
    case 'reference':
      return isMetadataReference(field) ? 'String' : 'Id';
    case 'anytype':
      return 'Object';
    default:
      return 'String';
  }
}

/**
 * The value as a field keeps it: numbers of the field's kind, ids of 18 characters. What does not fit is refused in the platform's words
 * (`Illegal assignment from String to Boolean`).
 */
export function fieldValueOf(field: FieldDescription, value: unknown): Value {
  if (value === null) {
    return null;
  }
  const target = apexTypeOfField(field);
  const converted = convert(target, value);
  return converted === undefined
    ? raise('System.SObjectException', `Illegal assignment from ${typeNameOf(value)} to ${target}`)
    : converted;
}

function convert(target: string, value: unknown): Value | undefined {
  switch (target) {
    case 'Boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'Integer':
      return isNumeric(value) ? integerOf(value) : undefined;
    case 'Long':
      return isNumeric(value) ? longOf(value) : undefined;
    case 'Decimal':
      return isNumeric(value) ? decimalOf(value) : undefined;
    case 'Date':
      return value instanceof DateValue ? value : value instanceof DatetimeValue ? value.date() : undefined;
    case 'Datetime':
      return value instanceof DateValue || value instanceof DatetimeValue ? toDatetime(value) : undefined;
    case 'Time':
      return value instanceof TimeValue ? value : undefined;
    case 'Blob':
      return value instanceof BlobValue ? value : undefined;
    case 'Id':
      return typeof value === 'string' ? (toId18(value) ?? toId(value)) : undefined;
    case 'Address':
    case 'Location':
      return value instanceof LocationValue ? value : undefined;
    case 'Object':
      return value as Value;
    default:
      return typeof value === 'string' ? value : undefined;
  }
}
