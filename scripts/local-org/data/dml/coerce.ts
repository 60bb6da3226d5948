import type { Content, Value } from '../record.ts';
import type { FieldDescription } from '../schema/description.ts';
import { BlobValue } from '../values/blob.ts';
import { DateValue } from '../values/date.ts';
import { DatetimeValue } from '../values/datetime.ts';
import { DecimalValue } from '../values/decimal.ts';
import { DoubleValue } from '../values/double.ts';
import { toId18 } from '../values/id.ts';
import { TimeValue } from '../values/time.ts';

/** A value that can't be one of the field. */
export interface Misfit {
  readonly misfit: true;
  readonly statusCode: string;
  readonly message: string;
}

export function isMisfit(value: Value | Misfit): value is Misfit {
  return typeof value === 'object' && value !== null && 'misfit' in value;
}

function misfit(statusCode: string, message: string): Misfit {
  return { misfit: true, statusCode, message };
}

/**
 * The value as the field stores it: ids with 18 characters, numbers with the field's decimals, moments to the second, text without blanks
 * at its ends, an empty text as null, the values of a multi-select in their declared order.
 */
export function coerce(field: FieldDescription, content: Content): Value | Misfit {
  if (content === null || content === undefined) {
    return field.type === 'boolean' ? false : null;
  }
  switch (field.type) {
    case 'id':
    case 'reference':
      return coerceId(field, content);
    case 'boolean':
      return typeof content === 'boolean' ? content : wrongType(field, content);
    case 'int':
      return coerceInteger(field, content);
    case 'long':
      return typeof content === 'bigint' || typeof content === 'number' ? BigInt(content) : wrongType(field, content);
    case 'double':
    case 'currency':
    case 'percent':
      return coerceDecimal(field, content);
    case 'date':
      return content instanceof DateValue ? content : content instanceof DatetimeValue ? content.date() : wrongType(field, content);
    case 'datetime':
      return content instanceof DatetimeValue
        ? new DatetimeValue(Math.floor(content.milliseconds / 1000) * 1000)
        : content instanceof DateValue
          ? DatetimeValue.parse(`${content.toString()}T00:00:00Z`)
          : wrongType(field, content);
    case 'time':
      return content instanceof TimeValue ? content : wrongType(field, content);
    case 'base64':
      return content instanceof BlobValue ? content : wrongType(field, content);
    case 'multipicklist':
      return typeof content === 'string' ? inDeclaredOrder(field, content) : wrongType(field, content);
    default:
      return typeof content === 'string' ? trimmed(content) : wrongType(field, content);
  }
}

function wrongType(field: FieldDescription, content: Content): Misfit {
  return misfit('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: ${String(content)}`);
}

function trimmed(text: string): string | null {
  const kept = text.trim();
  return kept === '' ? null : kept;
}

function coerceId(field: FieldDescription, content: Content): Value | Misfit {
  if (content === '') {
    return null;
  }
  const id = typeof content === 'string' ? toId18(content) : undefined;
  return id ?? misfit('MALFORMED_ID', `${field.label}: id value of incorrect type: ${String(content)}`);
}

function coerceInteger(field: FieldDescription, content: Content): Value | Misfit {
  if (typeof content === 'number' || typeof content === 'bigint') {
    return Math.trunc(Number(content));
  }
  if (content instanceof DecimalValue || content instanceof DoubleValue) {
    return Math.trunc(Number(content.toString()));
  }
  return wrongType(field, content);
}

function coerceDecimal(field: FieldDescription, content: Content): Value | Misfit {
  if (content instanceof DecimalValue) {
    return content.setScale(field.scale, 'HALF_UP');
  }
  if (typeof content === 'number' || typeof content === 'bigint') {
    return DecimalValue.parse(String(content)).setScale(field.scale, 'HALF_UP');
  }
  if (content instanceof DoubleValue) {
    return DecimalValue.parse(String(content.value)).setScale(field.scale, 'HALF_UP');
  }
  return wrongType(field, content);
}

function inDeclaredOrder(field: FieldDescription, text: string): string | null {
  const chosen = [...new Set(text.split(';').map((value) => value.trim()))].filter((value) => value !== '');
  const order = new Map(field.picklistValues.map(({ value }, index) => [value.toLowerCase(), index]));
  const place = (value: string): number => order.get(value.toLowerCase()) ?? order.size;
  chosen.sort((left, right) => place(left) - place(right));
  return chosen.length === 0 ? null : chosen.join(';');
}
