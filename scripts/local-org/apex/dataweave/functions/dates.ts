import { DateValue } from '../../../data/values/date.ts';
import { currentExecution } from '../evaluate/execution.ts';
import { coerce, floating } from '../values/coerce.ts';
import type { ObjectValue } from '../values/object.ts';
import { NANOS_OF_SECOND, TemporalValue, ZoneValue } from '../values/temporal.ts';
import type { Body, FunctionModule } from './declaration.ts';

const HOUR = 3600 * NANOS_OF_SECOND;

function today(): TemporalValue {
  return new TemporalValue(TemporalValue.ofMilliseconds(currentExecution().now(), new ZoneValue('Z')).day, undefined);
}

/** A date with its time, if it has one, at midnight. */
function onDay(value: TemporalValue, day: number): TemporalValue {
  return new TemporalValue(day, value.nano === undefined ? undefined : 0, value.zone);
}

const beginning: Readonly<Record<string, (value: TemporalValue) => TemporalValue>> = {
  Day: (value) => onDay(value, value.date.days),
  Hour: (value) => new TemporalValue(value.day, (value.nano ?? 0) - ((value.nano ?? 0) % HOUR), value.zone),
  Month: (value) => onDay(value, value.date.days - value.date.day + 1),
  Week: (value) => onDay(value, value.date.days - value.date.weekday),
  Year: (value) => onDay(value, DateValue.of(value.date.year, 1, 1).days),
};

function beginnings(): Record<string, Body> {
  const functions: Record<string, Body> = {};
  for (const [unit, body] of Object.entries(beginning)) {
    const dated = ['DateTime', 'LocalDateTime'];
    const types = unit === 'Day' ? dated : unit === 'Hour' ? [...dated, 'LocalTime', 'Time'] : [...dated, 'Date'];
    for (const type of types) {
      functions[`atBeginningOf${unit}(value: ${type})`] = body;
    }
  }
  return functions;
}

const part = (parts: ObjectValue, name: string): number => floating(parts.get(name) ?? 0);

function dayOf(parts: ObjectValue): number {
  return DateValue.of(part(parts, 'year'), part(parts, 'month'), part(parts, 'day')).days;
}

function nanoOf(parts: ObjectValue): number {
  const seconds = (part(parts, 'hour') * 60 + part(parts, 'minutes')) * 60 + part(parts, 'seconds');
  return Math.round(seconds * NANOS_OF_SECOND);
}

const zoneOf = (parts: ObjectValue): ZoneValue => coerce(parts.get('timeZone'), 'TimeZone') as ZoneValue;

/** The module `dw::core::Dates`. */
export const dates: FunctionModule = {
  name: 'dw::core::Dates',
  functions: {
    ...beginnings(),
    'today()': today,
    'tomorrow()': () => today().addDays(1),
    'yesterday()': () => today().addDays(-1),
    'date(parts: Object)': (parts: ObjectValue) => new TemporalValue(dayOf(parts), undefined),
    'dateTime(parts: Object)': (parts: ObjectValue) => new TemporalValue(dayOf(parts), nanoOf(parts), zoneOf(parts)),
    'localDateTime(parts: Object)': (parts: ObjectValue) => new TemporalValue(dayOf(parts), nanoOf(parts)),
    'localTime(parts: Object)': (parts: ObjectValue) => new TemporalValue(undefined, nanoOf(parts)),
    'time(parts: Object)': (parts: ObjectValue) => new TemporalValue(undefined, nanoOf(parts), zoneOf(parts)),
  },
};
