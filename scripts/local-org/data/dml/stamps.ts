import { DatetimeValue } from '../values/datetime.ts';
import type { ObjectDescription } from '../schema/description.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';

/** Gives new records an id, their auto number and who made them when. */
export function stampNew(context: DmlContext, object: ObjectDescription, rows: readonly DmlRow[]): void {
  const now = thisSecond(context);
  const { userId } = context.transaction;
  const numbered = [...object.fields.values()].filter((field) => field.autoNumber);
  for (const { record } of rows) {
    const { contents } = record;
    contents.set('id', context.sequences.nextId(object.keyPrefix));
    for (const field of numbered) {
      const number = context.sequences.next(`number:${object.name}.${field.name}`);
      contents.set(field.name.toLowerCase(), autoNumber(field.displayFormat ?? '{0}', number, now));
    }
    setIfField(object, contents, 'createddate', now);
    setIfField(object, contents, 'createdbyid', userId);
    setIfField(object, contents, 'isdeleted', false);
    stampModified(object, contents, now, userId);
  }
}

/** Says who changed the records when. */
export function stampChanged(context: DmlContext, object: ObjectDescription, rows: readonly DmlRow[]): void {
  const now = thisSecond(context);
  for (const { record } of rows) {
    stampModified(object, record.contents, now, context.transaction.userId);
  }
}

function thisSecond(context: DmlContext): DatetimeValue {
  return new DatetimeValue(Math.floor(context.transaction.now() / 1000) * 1000);
}

type Contents = DmlRow['record']['contents'];

function stampModified(object: ObjectDescription, contents: Contents, now: DatetimeValue, userId: string): void {
  setIfField(object, contents, 'lastmodifieddate', now);
  setIfField(object, contents, 'lastmodifiedbyid', userId);
  setIfField(object, contents, 'systemmodstamp', now);
}

function setIfField(object: ObjectDescription, contents: Contents, key: string, value: DatetimeValue | string | boolean): void {
  if (object.fields.has(key)) {
    contents.set(key, value);
  }
}

/** `ADV-{000000}` and 7 make `ADV-000007`; `{YYYY}`, `{YY}`, `{MM}` and `{DD}` stand for today. */
export function autoNumber(format: string, number: number, today: DatetimeValue): string {
  const date = today.date();
  return format
    .replace(/\{YYYY\}/g, String(date.year))
    .replace(/\{YY\}/g, String(date.year % 100).padStart(2, '0'))
    .replace(/\{MM\}/g, String(date.month).padStart(2, '0'))
    .replace(/\{DD\}/g, String(date.day).padStart(2, '0'))
    .replace(/\{(0+)\}/, (_, zeros: string) => String(number).padStart(zeros.length, '0'));
}
