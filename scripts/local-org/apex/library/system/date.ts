import { daysInMonth, isLeapYear } from '../../../data/values/calendar.ts';
import { DateValue } from '../../../data/values/date.ts';
import { DatetimeValue } from '../../../data/values/datetime.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raise } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { refusingNull } from '../null-arguments.ts';
import { runningUser } from '../running-user.ts';
import { localDate, parseLocalDate } from './locale-text.ts';

const MONTHS = 12;

/** Today in the running user's time zone. */
export function today(): DateValue {
  return new DatetimeValue(currentTransaction().now()).date(runningUser().timeZone);
}

function dateOf(value: unknown): DateValue {
  if (value instanceof DateValue) {
    return value;
  }
  if (value instanceof DatetimeValue) {
    return value.date(runningUser().timeZone);
  }
  const text = String(value).trim();
  return DateValue.tryParse(text) ?? raise('System.TypeException', `Invalid date: ${text}`);
}

/** `System.Date`. */
export const dateClass: LibraryClass = {
  name: 'System.Date',
  isInstance: (value) => value instanceof DateValue,
  members: refusingNull({
    'Date addDays(Integer days)': (self: DateValue, days: number) => self.addDays(days),
    'Date addMonths(Integer months)': (self: DateValue, months: number) => self.addMonths(months),
    'Date addYears(Integer years)': (self: DateValue, years: number) => self.addYears(years),
    'Integer day()': (self: DateValue) => self.day,
    'Integer dayOfYear()': (self: DateValue) => self.dayOfYear,
    'Integer daysBetween(Date other)': (self: DateValue, other: DateValue) => other.days - self.days,
    'String format()': localDate,
    'Boolean isSameDay(Date other)': (self: DateValue, other: DateValue) => self.equals(other),
    'Integer month()': (self: DateValue) => self.month,
    'Integer monthsBetween(Date other)': (self: DateValue, other: DateValue) =>
      (other.year - self.year) * MONTHS + other.month - self.month,
    'Date toStartOfMonth()': (self: DateValue) => self.addDays(1 - self.day),
    'Date toStartOfWeek()': (self: DateValue) => self.addDays(-((self.weekday - firstWeekday() + 7) % 7)),
    'Integer year()': (self: DateValue) => self.year,
    'static Integer daysInMonth(Integer year, Integer month)': daysInMonth,
    'static Boolean isLeapYear(Integer year)': isLeapYear,
    'static Date newInstance(Integer year, Integer month, Integer day)': (year: number, month: number, day: number) =>
      DateValue.of(year, month, day),
    'static Date parse(String text)': parseLocalDate,
    'static Date today()': today,
    'static Date valueOf(Object value)': dateOf,
    'static Date valueOf(String text)': dateOf,
  }),
};

/** The first day of the week where the running user lives; 0 is Sunday. */
function firstWeekday(): number {
  const locale = new Intl.Locale(runningUser().locale.replace(/_/g, '-')) as Intl.Locale & { getWeekInfo?(): { firstDay: number } };
  return (locale.getWeekInfo?.().firstDay ?? 7) % 7;
}
