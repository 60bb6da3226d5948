import { SObjectRecord } from '../../data/record.ts';
import { DateValue } from '../../data/values/date.ts';
import { DatetimeValue } from '../../data/values/datetime.ts';
import { DecimalValue } from '../../data/values/decimal.ts';
import { toId18 } from '../../data/values/id.ts';
import { formatTypeName, parseTypeName } from '../types/type-name.ts';
import type { TypeName } from '../types/type-name.ts';
import { ApexList } from './collections/list.ts';
import { ApexSet } from './collections/set.ts';
import { raise } from './exception.ts';
import { decimalOf, doubleOf, integerOf, isNumeric, longOf } from './numbers.ts';

/** An Apex value as flows hold it: numbers as Decimal, lists and sets as arrays, a record with what it holds. */
export function fromApex(value: unknown): unknown {
  if (value instanceof ApexList || value instanceof ApexSet) {
    return Array.from(value.elements, fromApex);
  }
  if (Array.isArray(value)) {
    return value.map(fromApex);
  }
  return isNumeric(value) ? decimalOf(value) : (value ?? null);
}

/**
 * A flow's value as a parameter or field of Apex code takes it: an array as a list, numbers of the kind asked for, records as copies.
 * @param type Canonical: `List<Account>`, `Integer`.
 */
export function toApex(value: unknown, type: string): unknown {
  return convert(value, parseTypeName(type));
}

function convert(value: unknown, type: TypeName): unknown {
  if (value === null || value === undefined) {
    return null;
  }
  const name = type.name.toLowerCase();
  if (name === 'list') {
    const [element] = type.typeArguments as [TypeName];
    const items = Array.isArray(value) ? value : [value];
    return new ApexList(
      formatTypeName(element),
      items.map((item) => convert(item, element)),
    );
  }
  if (value instanceof SObjectRecord) {
    const copy = value.copy();
    copy.queried = false;
    return copy;
  }
  if (Array.isArray(value)) {
    return name === 'object' ? apexValueOf(value) : unfit(value, type);
  }
  return isNumeric(value) ? numberOf(value, name) : converted(value, name, type);
}

function numberOf(value: Parameters<typeof decimalOf>[0], type: string): unknown {
  switch (type) {
    case 'integer':
      return integerOf(value);
    case 'long':
      return longOf(value);
    case 'double':
      return doubleOf(value);
    case 'string':
      return value instanceof DecimalValue ? value.stripZeros(0).toPlainString() : String(value);
    default:
      return value;
  }
}

function converted(value: unknown, name: string, type: TypeName): unknown {
  switch (name) {
    case 'id':
      return value === '' ? null : typeof value === 'string' ? (toId18(value) ?? unfit(value, type)) : unfit(value, type);
    case 'string':
      return typeof value === 'object' ? String(value) : typeof value === 'string' ? value : String(value);
    case 'date':
      return value instanceof DatetimeValue ? value.date() : value;
    case 'datetime':
      return value instanceof DateValue ? DatetimeValue.parse(`${value.toString()}T00:00:00Z`) : value;
    case 'boolean':
      return typeof value === 'boolean' ? value : unfit(value, type);
    default:
      return value;
  }
}

function unfit(value: unknown, type: TypeName): never {
  return raise('System.IllegalArgumentException', `Unable to convert value '${String(value)}' to Apex type ${formatTypeName(type)}`);
}

/** A flow's value as Apex code that asks for its variables gets it: arrays as lists of what they hold. */
export function apexValueOf(value: unknown, elementType?: string): unknown {
  if (!Array.isArray(value)) {
    return value ?? null;
  }
  const [first] = value as readonly unknown[];
  const type = elementType ?? (first instanceof SObjectRecord ? first.description.name : typeof first === 'string' ? 'String' : 'Object');
  return new ApexList(
    type,
    value.map((item) => apexValueOf(item)),
  );
}
