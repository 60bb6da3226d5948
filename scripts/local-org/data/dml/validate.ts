import type { Value } from '../record.ts';
import type { FieldDescription, ObjectDescription } from '../schema/description.ts';
import { DateValue } from '../values/date.ts';
import { DatetimeValue } from '../values/datetime.ts';
import { DecimalValue } from '../values/decimal.ts';
import { prefixOf } from '../values/id.ts';
import { coerce, isMisfit } from './coerce.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';
import { fail, good } from './dml-context.ts';
import { checkLookupFilters } from './lookup-filter.ts';
import { sameValue } from './same-value.ts';
import { labelOf, messageOf } from './users-words.ts';

const EMAIL = /^[^\s@<>(),;:"[\]\\]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** What of the checks is different from usual. */
interface Checks {
  /** Cuts text that is too long instead of refusing it. */
  readonly truncates?: boolean | undefined;
  /** False when validation rules are not asked. */
  readonly rules?: boolean;
}

/** The years that dates may be of. */
const [FIRST_YEAR, LAST_YEAR] = [1700, 4000];
const MILLISECONDS_A_DAY = 86_400_000;

/** The checks the platform makes before saving, in its order: types, lengths, picklists, required fields, lookups, then validation rules. */
export function validate(context: DmlContext, rows: readonly DmlRow[], checks: Checks = {}): void {
  if (checks.truncates === true) {
    rows.forEach(truncate);
  }
  const [first] = rows;
  if (first === undefined) {
    return;
  }
  const object = first.record.description;
  for (const row of rows) {
    checkFields(object, context, row);
  }
  checkLookups(context, object, good(rows));
  checkLookupFilters(context, object, good(rows));
  for (const row of checks.rules === false ? [] : good(rows)) {
    for (const rule of context.formulas.refusals(row.record, row.old)) {
      fail(row, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', messageOf(context, object, rule), rule.field === undefined ? [] : [rule.field]);
    }
  }
}

function checkFields(object: ObjectDescription, context: DmlContext, row: DmlRow): void {
  const { contents } = row.record;
  const missing: string[] = [];
  for (const field of context.records.storedFields(object)) {
    const key = field.name.toLowerCase();
    const value = coerce(field, contents.get(key) ?? null);
    if (isMisfit(value)) {
      fail(row, value.statusCode, value.message, [field.name]);
      continue;
    }
    contents.set(key, value);
    if (value === null) {
      if (field.required && !field.autoNumber && field.createable) {
        missing.push(field.name);
      }
    } else if (row.old === undefined || !sameValue(value, row.old.contents.get(key) ?? null)) {
      checkValue(context, field, value, row);
    }
  }
  if (missing.length > 0) {
    fail(row, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
  }
}

function checkValue(context: DmlContext, field: FieldDescription, value: Value, row: DmlRow): void {
  if (typeof value === 'string') {
    checkText(context, field, value, row);
  } else if (value instanceof DateValue || value instanceof DatetimeValue) {
    const { year } = value instanceof DateValue ? value : value.date();
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      const shown = javaDate(value instanceof DateValue ? value.days * MILLISECONDS_A_DAY : value.milliseconds);
      fail(row, 'FIELD_INTEGRITY_EXCEPTION', `${labelOf(context, row, field)}: invalid date: ${shown}`, [field.name]);
    }
  } else if (value instanceof DecimalValue) {
    const whole = field.precision - field.scale;
    if (field.precision > 0 && value.abs().setScale(0, 'DOWN').toPlainString().length > whole && !isZero(value)) {
      fail(
        row,
        'NUMBER_OUTSIDE_VALID_RANGE',
        `${labelOf(context, row, field)}: value outside of valid range on numeric field: ${value.toPlainString()}`,
        [field.name],
      );
    }
  }
}

/** `Fri Dec 31 00:00:00 GMT 1699` */
function javaDate(milliseconds: number): string {
  const [, weekday, day, month, year, time] = /^(\w+), (\d+) (\w+) (\d+) (\S+)/.exec(new Date(milliseconds).toUTCString()) ?? [];
  return `${weekday} ${month} ${day} ${time} GMT ${year}`;
}

function isZero(value: DecimalValue): boolean {
  return value.setScale(0, 'DOWN').unscaled === 0n;
}

/** Cuts text that is too long for its field. */
function truncate({ record }: DmlRow): void {
  for (const field of record.description.fields.values()) {
    const value = record.contents.get(field.name.toLowerCase());
    if (typeof value === 'string' && field.length > 0 && value.length > field.length && TRUNCATED.has(field.type)) {
      record.contents.set(field.name.toLowerCase(), value.slice(0, field.length));
    }
  }
}

const TRUNCATED: ReadonlySet<string> = new Set(['string', 'textarea', 'email', 'phone', 'url', 'picklist', 'multipicklist']);

function checkText(context: DmlContext, field: FieldDescription, value: string, row: DmlRow): void {
  switch (field.type) {
    case 'id':
    case 'reference':
      return;
    case 'picklist':
      checkPicklist(context, field, value, [value], row);
      return;
    case 'multipicklist':
      checkPicklist(context, field, value, value.split(';'), row);
      return;
    case 'email':
      if (!EMAIL.test(value)) {
        fail(row, 'INVALID_EMAIL_ADDRESS', `${labelOf(context, row, field)}: invalid email address: ${value}`, [field.name]);
        return;
      }
  }
  if (field.length > 0 && [...value].length > field.length && value.length > field.length) {
    const shown = value.length > 100 ? `${value.slice(0, 100)}...` : value;
    fail(row, 'STRING_TOO_LONG', `${labelOf(context, row, field)}: data value too large: ${shown} (max length=${field.length})`, [
      field.name,
    ]);
  }
}

function checkPicklist(context: DmlContext, field: FieldDescription, whole: string, values: readonly string[], row: DmlRow): void {
  if (!field.restrictedPicklist) {
    if (field.length > 0 && whole.length > field.length) {
      fail(
        row,
        'STRING_TOO_LONG',
        `${labelOf(context, row, field)}: data value too large: ${whole.slice(0, 100)} (max length=${field.length})`,
        [field.name],
      );
    }
    return;
  }
  for (const value of values) {
    const known = field.picklistValues.some((candidate) => candidate.active && candidate.value.toLowerCase() === value.toLowerCase());
    if (!known) {
      fail(
        row,
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        `${labelOf(context, row, field)}: bad value for restricted picklist field: ${value}`,
        [field.name],
      );
    }
  }
}

/** A lookup must lead to a record of the right object that is there. */
function checkLookups(context: DmlContext, object: ObjectDescription, rows: readonly DmlRow[]): void {
  for (const field of context.records.storedFields(object)) {
    if (field.type !== 'reference' || isStamp(field)) {
      continue;
    }
    const key = field.name.toLowerCase();
    const changed = rows.filter((row) => {
      const id = row.record.contents.get(key) ?? null;
      return id !== null && id !== row.old?.contents.get(key);
    });
    if (changed.length > 0) {
      checkLookup(context, field, key, changed);
    }
  }
}

function isStamp(field: FieldDescription): boolean {
  return field.name === 'CreatedById' || field.name === 'LastModifiedById';
}

function checkLookup(context: DmlContext, field: FieldDescription, key: string, rows: readonly DmlRow[]): void {
  const byPrefix = new Map<string, DmlRow[]>();
  for (const row of rows) {
    const prefix = prefixOf(row.record.contents.get(key) as string);
    const sameObject = byPrefix.get(prefix);
    if (sameObject === undefined) {
      byPrefix.set(prefix, [row]);
    } else {
      sameObject.push(row);
    }
  }
  for (const [prefix, sameObject] of byPrefix) {
    const target = context.schema.objectOfPrefix(prefix);
    if (target === undefined || !field.referenceTo.includes(target.name)) {
      for (const row of sameObject) {
        const id = row.record.contents.get(key) as string;
        fail(row, 'FIELD_INTEGRITY_EXCEPTION', `${labelOf(context, row, field)}: id value of incorrect type: ${id}`, [field.name]);
      }
      continue;
    }
    const existing = context.records.existing(target, [...new Set(sameObject.map((row) => row.record.contents.get(key) as string))]);
    for (const row of sameObject.filter((candidate) => !existing.has(candidate.record.contents.get(key) as string))) {
      fail(row, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
    }
  }
}
