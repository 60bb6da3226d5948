import type { Content } from '../../record.ts';
import { DateValue } from '../../values/date.ts';
import { DatetimeValue } from '../../values/datetime.ts';
import type { DmlContext, DmlRow } from '../dml-context.ts';
import { fail } from '../dml-context.ts';
import { sameValue } from '../same-value.ts';
import { fillInAccount } from './activity-account.ts';
import type { ObjectBehaviour } from './behaviour.ts';

const MINUTE = 60_000;
const DAY_IN_MINUTES = 1440;

/** Events: when they begin and end, of what is given of it; and the account they are about. */
export const eventBehaviour: ObjectBehaviour = {
  prepare: (context, rows) => {
    for (const row of rows) {
      fillInTimes(context, row);
      fillInAccount(context, row);
    }
  },
  beforeSave: (context, rows) => {
    for (const row of rows) {
      fillInTimes(context, row);
      fillInAccount(context, row);
      const { contents } = row.record;
      if ((contents.get('startdatetime') ?? null) === null || (contents.get('durationinminutes') ?? null) === null) {
        const missing = ['DurationInMinutes', 'ActivityDateTime'];
        fail(row, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
      }
    }
  },
};

function fillInTimes(context: DmlContext, row: DmlRow): void {
  const { contents } = row.record;
  const allDay = contents.get('isalldayevent') === true;
  const start = startOf(row, allDay);
  if (start === undefined) {
    return;
  }
  const end = contents.get('enddatetime');
  const isEndGiven =
    end instanceof DatetimeValue && (isChanged(row, 'enddatetime') || row.old === undefined) && !isChanged(row, 'durationinminutes');
  const given = contents.get('durationinminutes');
  const duration = isEndGiven
    ? Math.round((end.milliseconds - start.milliseconds) / MINUTE) + (allDay ? DAY_IN_MINUTES : 0)
    : typeof given === 'number'
      ? given
      : allDay
        ? DAY_IN_MINUTES
        : undefined;
  contents.set('startdatetime', start);
  contents.set('activitydatetime', allDay ? null : start);
  contents.set('activitydate', allDay ? start.date() : start.date(timeZoneOf(context)));
  if (duration !== undefined) {
    contents.set('durationinminutes', duration);
    contents.set('enddatetime', start.addMilliseconds((duration - (allDay ? DAY_IN_MINUTES : 0)) * MINUTE));
  }
}

/** When an event begins: by whichever of its fields is new. */
function startOf(row: DmlRow, allDay: boolean): DatetimeValue | undefined {
  const { contents } = row.record;
  const keys = allDay ? ['activitydate', 'startdatetime', 'activitydatetime'] : ['startdatetime', 'activitydatetime'];
  const filled = keys.filter((key) => (contents.get(key) ?? null) !== null);
  const value: Content | undefined = contents.get(filled.find((key) => isChanged(row, key)) ?? filled[0] ?? '');
  if (value instanceof DateValue) {
    return new DatetimeValue(value.days * DAY_IN_MINUTES * MINUTE);
  }
  return value instanceof DatetimeValue ? value : undefined;
}

function isChanged({ record, old }: DmlRow, key: string): boolean {
  return old !== undefined && !sameValue(record.contents.get(key) ?? null, old.contents.get(key) ?? null);
}

function timeZoneOf({ store, transaction }: DmlContext): string {
  const [row] = store.select('SELECT "TimeZoneSidKey" FROM "User" WHERE "Id" = ?', [transaction.userId]);
  return (row?.[0] as string | null | undefined) ?? 'UTC';
}
