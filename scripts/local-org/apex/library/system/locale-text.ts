import { DateValue } from '../../../data/values/date.ts';
import { DatetimeValue } from '../../../data/values/datetime.ts';
import { TimeValue } from '../../../data/values/time.ts';
import { languageTag } from '../../../data/values/date-pattern.ts';
import { raise } from '../../runtime/exception.ts';
import { runningUser } from '../running-user.ts';

/** ICU puts narrow spaces before AM and PM; the platform prints plain ones. */
const plainSpaces = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

const DATE: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'numeric', day: 'numeric' };
const DATETIME: Intl.DateTimeFormatOptions = { ...DATE, hour: 'numeric', minute: '2-digit' };
const DATETIME_LONG: Intl.DateTimeFormatOptions = { ...DATETIME, second: '2-digit', timeZoneName: 'short' };
const formatters = new Map<string, Intl.DateTimeFormat>();

/** A formatter is dear to make: each is kept, by what it was made of. */
function formatter(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${Object.keys(options).length}`;
  let known = formatters.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat(languageTag(locale), { ...options, timeZone });
    formatters.set(key, known);
  }
  return known;
}

/** A date as the running user's locale writes it: `11/21/2026`. */
export function localDate(date: DateValue): string {
  return plainSpaces(formatter(runningUser().locale, 'UTC', DATE).format(date.days * 86_400_000));
}

/** A date-time as the running user's locale writes it, in the user's zone: `11/21/2026, 10:00 AM`. */
export function localDatetime(instant: DatetimeValue): string {
  const { locale, timeZone } = runningUser();
  return plainSpaces(formatter(locale, timeZone, DATETIME).format(instant.milliseconds));
}

/** As `localDatetime`, with seconds and the zone. */
export function localDatetimeLong(instant: DatetimeValue): string {
  const { locale, timeZone } = runningUser();
  return plainSpaces(formatter(locale, timeZone, DATETIME_LONG).format(instant.milliseconds));
}

/** Reads a date in the form of the running user's locale. */
export function parseLocalDate(text: string): DateValue {
  const date = readDate(text.trim());
  return date ?? raise('System.TypeException', `Invalid date: ${text}`);
}

/** Reads a date and a time in the form of the running user's locale, in the user's zone. */
export function parseLocalDatetime(text: string): DatetimeValue {
  const match = /^(\S+?),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([AaPp])\.?[Mm]\.?)?$/.exec(text.trim());
  const date = match ? readDate(match[1]) : undefined;
  const hour = match ? hourOf(Number(match[2]), match[5]) : 24;
  if (!match || !date || hour > 23 || Number(match[3]) > 59) {
    return raise('System.TypeException', `Invalid date/time: ${text}`);
  }
  return DatetimeValue.ofWallClock(date, TimeValue.of(hour, Number(match[3]), Number(match[4] ?? 0)), runningUser().timeZone);
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) {
    return hour;
  }
  return (hour % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
}

function readDate(text: string): DateValue | undefined {
  const numbers = text.split(/[^\d]+/).filter((part) => part !== '');
  if (numbers.length !== 3) {
    return undefined;
  }
  const order = new Intl.DateTimeFormat(languageTag(runningUser().locale))
    .formatToParts(0)
    .map((part) => part.type)
    .filter((type) => type === 'year' || type === 'month' || type === 'day');
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => numbers[order.indexOf(part)]);
  return DateValue.tryParse(`${year.padStart(4, '20')}-${month}-${day}`);
}
