import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DateValue } from '../../../../scripts/local-org/data/values/date.ts';
import { DatetimeValue } from '../../../../scripts/local-org/data/values/datetime.ts';
import { TimeValue } from '../../../../scripts/local-org/data/values/time.ts';

test('months are added on the calendar, the day cut to the length of the month', () => {
  assert.equal(DateValue.parse('2024-01-31').addMonths(1).toString(), '2024-02-29');
  assert.equal(DateValue.parse('2024-03-31').addMonths(-13).toString(), '2023-02-28');
  assert.equal(DateValue.of(2024, 13, 1).toString(), '2025-01-01');
});

test('a text that is no day of the calendar is refused', () => {
  assert.equal(DateValue.tryParse('2026-02-30'), undefined);
  assert.throws(() => DateValue.parse('tomorrow'), /Invalid date: tomorrow/);
});

test('a wall clock follows daylight saving', () => {
  const winter = DatetimeValue.parse('2026-01-15T12:00:00Z');
  const summer = DatetimeValue.parse('2026-07-15T12:00:00Z');
  assert.equal(winter.toZonedString('Europe/Berlin'), '2026-01-15 13:00:00');
  assert.equal(summer.toZonedString('Europe/Berlin'), '2026-07-15 14:00:00');
  const noon = DatetimeValue.ofWallClock(DateValue.parse('2026-07-15'), TimeValue.of(12), 'America/Los_Angeles');
  assert.equal(noon.toApiString(), '2026-07-15T19:00:00.000+0000');
});

test('adding a day across a change of clocks keeps the time of day', () => {
  const before = DatetimeValue.ofWallClock(DateValue.parse('2026-03-07'), TimeValue.of(9), 'America/Los_Angeles');
  assert.equal(before.addDays(1, 'America/Los_Angeles').toZonedString('America/Los_Angeles'), '2026-03-08 09:00:00');
});

test('offsets in text are honoured', () => {
  assert.equal(DatetimeValue.parse('2026-03-29T02:30:00+0200').toString(), '2026-03-29T00:30:00.000Z');
  assert.equal(DatetimeValue.tryParse('2026-03-29T25:00:00Z'), undefined);
});
