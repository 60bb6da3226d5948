import type { Value } from '../record.ts';
import { DateValue } from '../values/date.ts';
import { DatetimeValue } from '../values/datetime.ts';
import { DecimalValue } from '../values/decimal.ts';
import { TimeValue } from '../values/time.ts';
import { toNumber, toText } from './arithmetic.ts';
import { fixed, whole } from './formula-function.ts';
import type { FormulaFunction } from './formula-function.ts';

const SECONDS_A_DAY = 86_400;

function ofDate(apply: (date: DateValue) => Value): FormulaFunction {
  return fixed(1, ([input]) => (input instanceof DateValue ? apply(input) : null));
}

function ofTime(apply: (time: TimeValue) => number): FormulaFunction {
  return fixed(1, ([input]) => (input instanceof TimeValue ? DecimalValue.of(apply(input)) : null));
}

/** The Thursday of the date's week: the year and the number of a week are those of its Thursday. */
function thursdayOf(date: DateValue): DateValue {
  return date.addDays(3 - ((date.weekday + 6) % 7));
}

function toTime(input: Value): TimeValue | null {
  if (input instanceof DatetimeValue) return input.time();
  if (typeof input !== 'string' || input === '') return input instanceof TimeValue ? input : null;
  try {
    return TimeValue.parse(input);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Seconds since the epoch, or since midnight. */
function secondsOf(input: Value): DecimalValue | null {
  if (input instanceof DateValue) return DecimalValue.of(input.days * SECONDS_A_DAY);
  const isMoment = input instanceof DatetimeValue || input instanceof TimeValue;
  return isMoment ? DecimalValue.of(Math.trunc(input.milliseconds / 1000)) : null;
}

/** `HH:MM:SS`, with the days before it where they are asked for. */
function duration(seconds: number, withDays: boolean): string {
  const whole = Math.abs(Math.trunc(seconds));
  const hours = Math.floor(whole / 3600);
  const parts = [withDays ? hours % 24 : hours, Math.floor(whole / 60) % 60, whole % 60];
  const all = withDays ? [Math.floor(hours / 24), ...parts] : parts;
  return all.map((part) => String(part).padStart(2, '0')).join(':');
}

/** The functions of the formula language about dates and times. */
export const TIME_FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  DATE: fixed(3, (inputs) => DateValue.of(whole(inputs, 0), whole(inputs, 1), whole(inputs, 2))),
  YEAR: ofDate((date) => DecimalValue.of(date.year)),
  MONTH: ofDate((date) => DecimalValue.of(date.month)),
  DAY: ofDate((date) => DecimalValue.of(date.day)),
  WEEKDAY: ofDate((date) => DecimalValue.of(date.weekday + 1)),
  ADDMONTHS: fixed(2, (inputs) => {
    const [moment] = inputs;
    return moment instanceof DateValue || moment instanceof DatetimeValue ? moment.addMonths(whole(inputs, 1)) : null;
  }),
  DATEVALUE: fixed(1, ([input]) => {
    if (input instanceof DatetimeValue) {
      return input.date();
    }
    return input instanceof DateValue ? input : typeof input === 'string' ? (DateValue.tryParse(input) ?? null) : null;
  }),
  DATETIMEVALUE: fixed(1, ([input]) => (input instanceof DatetimeValue ? input : (DatetimeValue.tryParse(toText(input ?? null)) ?? null))),
  DAYOFYEAR: ofDate((date) => DecimalValue.of(date.dayOfYear)),
  ISOWEEK: ofDate((date) => DecimalValue.of(Math.ceil(thursdayOf(date).dayOfYear / 7))),
  ISOYEAR: ofDate((date) => DecimalValue.of(thursdayOf(date).year)),
  TIMEVALUE: fixed(1, ([input]) => toTime(input ?? null)),
  HOUR: ofTime((time) => time.hour),
  MINUTE: ofTime((time) => time.minute),
  SECOND: ofTime((time) => time.second),
  MILLISECOND: ofTime((time) => time.millisecond),
  UNIXTIMESTAMP: fixed(1, ([input]) => secondsOf(input ?? null)),
  FROMUNIXTIME: fixed(1, ([input]) => {
    const seconds = toNumber(input ?? null);
    return seconds === null ? null : DatetimeValue.of(seconds.toNumber() * 1000);
  }),
  FORMATDURATION: {
    least: 1,
    most: 2,
    apply: ([first = null, second = null]) => {
      const [from, to] = [secondsOf(first), secondsOf(second)];
      if (from !== null && to !== null) return duration(to.toNumber() - from.toNumber(), first instanceof DatetimeValue);
      const seconds = toNumber(first);
      return seconds === null ? null : duration(seconds.toNumber(), second === true);
    },
  },
};
