import type { SObjectRecord } from '../../../data/record.ts';
import { DatetimeValue } from '../../../data/values/datetime.ts';
import type { DateValue } from '../../../data/values/date.ts';
import { TimeValue } from '../../../data/values/time.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raise } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { refusingNull } from '../null-arguments.ts';
import { uncountedQuery } from '../running-user.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const HORIZON_DAYS = 366 * 3;

/** Open hours, in instants: from (inclusive) to (exclusive). */
interface Span {
  readonly from: number;
  readonly to: number;
}

class OpeningHours {
  private readonly record: SObjectRecord;
  private readonly zone: string;

  constructor(id: string) {
    const fields = WEEKDAYS.flatMap((day) => [`${day}StartTime`, `${day}EndTime`]).join(', ');
    const soql = `SELECT Id, TimeZoneSidKey, ${fields} FROM BusinessHours WHERE Id = :id`;
    const [record] = uncountedQuery(currentTransaction(), soql, new Map([['id', id]]));
    this.record = record ?? raise('System.HandledException', `There are no business hours with the id ${id}`);
    this.zone = this.record.get('TimeZoneSidKey') as string;
  }

  /** Open spans from an instant on, in order, for as far as anyone plans. */
  *spansAfter(start: number): Generator<Span> {
    let date = new DatetimeValue(start).date(this.zone).addDays(-1);
    for (let count = 0; count < HORIZON_DAYS; count++, date = date.addDays(1)) {
      const span = this.spanOf(date);
      if (span && span.to > start) {
        yield { from: Math.max(span.from, start), to: span.to };
      }
    }
  }

  /** Open spans before an instant, latest first. */
  *spansBefore(end: number): Generator<Span> {
    let date = new DatetimeValue(end).date(this.zone).addDays(1);
    for (let count = 0; count < HORIZON_DAYS; count++, date = date.addDays(-1)) {
      const span = this.spanOf(date);
      if (span && span.from < end) {
        yield { from: span.from, to: Math.min(span.to, end) };
      }
    }
  }

  private spanOf(date: DateValue): Span | undefined {
    const weekday = WEEKDAYS[date.weekday];
    const [opens, closes] = [this.record.get(`${weekday}StartTime`), this.record.get(`${weekday}EndTime`)];
    if (!(opens instanceof TimeValue) || !(closes instanceof TimeValue)) {
      return undefined;
    }
    const from = DatetimeValue.ofWallClock(date, opens, this.zone).milliseconds;
    // Closing at the time of opening means open all day.
    const wholeDay = closes.milliseconds <= opens.milliseconds;
    const to = wholeDay ? DatetimeValue.ofWallClock(date.addDays(1), opens, this.zone) : DatetimeValue.ofWallClock(date, closes, this.zone);
    return { from, to: to.milliseconds };
  }
}

function add(id: string, start: DatetimeValue, interval: bigint): DatetimeValue {
  const hours = new OpeningHours(id);
  let rest = Math.abs(Number(interval));
  const forward = interval >= 0n;
  for (const { from, to } of forward ? hours.spansAfter(start.milliseconds) : hours.spansBefore(start.milliseconds)) {
    if (rest <= to - from) {
      return new DatetimeValue(forward ? from + rest : to - rest);
    }
    rest -= to - from;
  }
  return raise('System.HandledException', 'The business hours are never open for that long');
}

function difference(id: string, start: DatetimeValue, end: DatetimeValue): bigint {
  if (end.milliseconds < start.milliseconds) {
    return -difference(id, end, start);
  }
  let sum = 0;
  for (const { from, to } of new OpeningHours(id).spansAfter(start.milliseconds)) {
    if (from >= end.milliseconds) {
      break;
    }
    sum += Math.min(to, end.milliseconds) - from;
  }
  return BigInt(sum);
}

function nextStart(id: string, instant: DatetimeValue): DatetimeValue {
  const [first] = new OpeningHours(id).spansAfter(instant.milliseconds);
  return first ? new DatetimeValue(first.from) : raise('System.HandledException', 'The business hours are never open');
}

/** `System.BusinessHours`; intervals in milliseconds. */
export const businessHoursClass: LibraryClass = {
  name: 'System.BusinessHours',
  members: refusingNull({
    'static Datetime add(Id id, Datetime start, Long interval)': add,
    'static Datetime addGmt(Id id, Datetime start, Long interval)': add,
    'static Long diff(String id, Datetime start, Datetime end)': difference,
    'static Boolean isWithin(String id, Datetime instant)': (id: string, instant: DatetimeValue) => nextStart(id, instant).equals(instant),
    'static Datetime nextStartDate(Id id, Datetime instant)': nextStart,
  }),
};
