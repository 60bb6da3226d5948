import { isTimeZone, offsetAt, zoneName } from '../../../data/values/time-zone.ts';
import type { DatetimeValue } from '../../../data/values/datetime.ts';
import { TimeValue } from '../../../data/values/time.ts';
import { CONTENT_KEY } from '../../runtime/collections/key.ts';
import { PRINTED } from '../../runtime/text.ts';
import type { LibraryClass } from '../declaration.ts';
import { refusingNull } from '../null-arguments.ts';

const add = (self: TimeValue, milliseconds: number): TimeValue => new TimeValue(self.milliseconds + milliseconds);

/** `System.Time`. */
export const timeClass: LibraryClass = {
  name: 'System.Time',
  isInstance: (value) => value instanceof TimeValue,
  members: refusingNull({
    'Time addHours(Integer hours)': (self: TimeValue, hours: number) => add(self, hours * 3_600_000),
    'Time addMilliseconds(Integer milliseconds)': add,
    'Time addMinutes(Integer minutes)': (self: TimeValue, minutes: number) => add(self, minutes * 60_000),
    'Time addSeconds(Integer seconds)': (self: TimeValue, seconds: number) => add(self, seconds * 1000),
    'Integer hour()': (self: TimeValue) => self.hour,
    'Integer millisecond()': (self: TimeValue) => self.millisecond,
    'Integer minute()': (self: TimeValue) => self.minute,
    'Integer second()': (self: TimeValue) => self.second,
    'static Time newInstance(Integer hour, Integer minute, Integer second, Integer millisecond)': (
      ...parts: [number, number, number, number]
    ) => TimeValue.of(...parts),
  }),
};

/** A time zone, by its IANA name. */
export class ZoneOfTime {
  readonly id: string;

  constructor(id: string) {
    this.id = isTimeZone(id) ? id : 'GMT';
  }

  [CONTENT_KEY](): string {
    return `\u0000zone ${this.id}`;
  }

  [PRINTED](): string {
    return this.id;
  }
}

/** `System.TimeZone`. */
export const timeZoneClass: LibraryClass = {
  name: 'System.TimeZone',
  isInstance: (value) => value instanceof ZoneOfTime,
  members: refusingNull({
    'static TimeZone getTimeZone(String id)': (id: string) => new ZoneOfTime(id),
    'String getDisplayName()': (self: ZoneOfTime) => zoneName(self.id, 0, 'long'),
    'String getID()': (self: ZoneOfTime) => self.id,
    'Integer getOffset(Datetime instant)': (self: ZoneOfTime, instant: DatetimeValue) => offsetAt(self.id, instant.milliseconds),
    'String toString()': (self: ZoneOfTime) => self.id,
  }),
};
