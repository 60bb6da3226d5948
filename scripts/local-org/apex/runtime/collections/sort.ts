import { SObjectRecord } from '../../../data/record.ts';
import { BlobValue } from '../../../data/values/blob.ts';
import { DateValue } from '../../../data/values/date.ts';
import { DatetimeValue } from '../../../data/values/datetime.ts';
import { TimeValue } from '../../../data/values/time.ts';
import { EnumConstant } from '../enum.ts';
import { raise } from '../exception.ts';
import { hasMethod, invoke } from '../invoke.ts';
import { compareNumbers, isNumeric } from '../numbers.ts';

/** Sorts in place as `List.sort` does: primitives by value, text by character code, enums by ordinal, records by name then fields, objects by `compareTo`. */
export function sortElements(elements: unknown[]): void {
  elements.sort(compareElements);
}

function compareElements(left: unknown, right: unknown): number {
  if (left === null || right === null) {
    return left === right ? 0 : left === null ? -1 : 1;
  }
  if (typeof left === 'string' && typeof right === 'string') {
    return left < right ? -1 : left > right ? 1 : 0;
  }
  if (typeof left === 'boolean' && typeof right === 'boolean') {
    return Number(left) - Number(right);
  }
  if (isNumeric(left) && isNumeric(right)) {
    return compareNumbers(left, right);
  }
  if (left instanceof EnumConstant && right instanceof EnumConstant) {
    return left.ordinal - right.ordinal;
  }
  if (left instanceof SObjectRecord && right instanceof SObjectRecord) {
    return compareRecords(left, right);
  }
  return compareValues(left, right) ?? compareObjects(left, right);
}

function compareValues(left: unknown, right: unknown): number | undefined {
  for (const kind of [DateValue, DatetimeValue, TimeValue, BlobValue]) {
    if (left instanceof kind && right instanceof kind) {
      return left.compare(right as never);
    }
  }
  return undefined;
}

function compareObjects(left: unknown, right: unknown): number {
  if (!hasMethod(left, 'compareTo', 1)) {
    if (isOrdered(left) && isOrdered(right)) {
      return left.compareTo(right);
    }
    raise('System.ListException', 'One or more of the items in this list is not Comparable.');
  }
  return invoke(left, 'compareTo', [right]) as number;
}

/** An object of the library that the platform sorts by its own order: `System.SelectOption`. */
interface Ordered {
  compareTo(other: unknown): number;
}

function isOrdered(value: unknown): value is Ordered {
  return typeof (value as Partial<Ordered>).compareTo === 'function';
}

/** The platform's order of records: object label, name, then the remaining fields in alphabetical order, standard ones first. */
function compareRecords(left: SObjectRecord, right: SObjectRecord): number {
  const byLabel = compareElements(left.description.label, right.description.label);
  if (byLabel !== 0 || left.description !== right.description) {
    return byLabel;
  }
  for (const field of fieldOrder(left)) {
    const order = compareContents(left.contents.get(field) ?? null, right.contents.get(field) ?? null);
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}

function compareContents(left: unknown, right: unknown): number {
  const comparable = [left, right].every((content) => !(content instanceof SObjectRecord) && !Array.isArray(content));
  return comparable ? compareElements(left, right) : 0;
}

function fieldOrder(record: SObjectRecord): string[] {
  const { fields, nameField } = record.description;
  const names = [...fields.values()]
    .sort((left, right) => Number(left.custom) - Number(right.custom) || (left.name < right.name ? -1 : 1))
    .map((field) => field.name.toLowerCase());
  const first = nameField?.toLowerCase();
  return first === undefined ? names : [first, ...names.filter((name) => name !== first)];
}
