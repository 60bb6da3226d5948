import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DateValue } from '../../../../scripts/local-org/data/values/date.ts';
import { DatetimeValue } from '../../../../scripts/local-org/data/values/datetime.ts';
import { parseCron } from '../../../../scripts/local-org/apex/library/system/cron.ts';
import { asUser, memberOf } from './native-call.ts';

const date = memberOf('System.Date');
const datetime = memberOf('System.Datetime');

test('today and the wall clock are those of the user zone', () => {
  asUser(
    () => {
      assert.equal(String(date('static Date today()')), '2026-11-22');
      assert.equal(datetime('Integer hour()', datetime('static Datetime now()')), 8);
      assert.equal(datetime('Integer hourGmt()', datetime('static Datetime now()')), 23);
    },
    { timeZone: 'Asia/Tokyo', now: Date.UTC(2026, 10, 21, 23) },
  );
});

test('dates print and are read as the user locale writes them', () => {
  const day = DateValue.parse('2026-11-05');
  asUser(() => assert.equal(date('String format()', day), '11/5/2026'));
  asUser(() => assert.equal(date('String format()', day), '5.11.2026'), { locale: 'de_DE' });
  asUser(() => assert.equal(String(date('static Date parse(String text)', '11/5/2026')), '2026-11-05'));
  asUser(() =>
    assert.throws(() => date('static Date parse(String text)', '2026'), { typeName: 'System.TypeException', text: 'Invalid date: 2026' }),
  );
});

test('patterns format in the zone that is asked for', () => {
  const instant = DatetimeValue.parse('2026-07-04T15:05:09.007Z');
  const format = 'String format(String pattern, String timeZone)';
  asUser(() => {
    assert.equal(datetime(format, instant, "EEE, d MMM yyyy 'at' h:mm a", 'America/New_York'), 'Sat, 4 Jul 2026 at 11:05 AM');
    assert.equal(datetime(format, instant, 'yyyyMMdd HH:mm:ss.SSS Z', 'Europe/Berlin'), '20260704 17:05:09.007 +0200');
    assert.equal(datetime('String formatGmt(String pattern)', instant, 'EEEE MMMM u D w'), 'Saturday July 6 185 27');
    assert.throws(() => datetime(format, instant, 'bbb', 'GMT'), { typeName: 'System.IllegalArgumentException' });
  });
});

test('the week begins where the user lives', () => {
  const sunday = DateValue.parse('2026-11-22');
  asUser(() => assert.equal(String(date('Date toStartOfWeek()', sunday)), '2026-11-22'));
  asUser(() => assert.equal(String(date('Date toStartOfWeek()', sunday)), '2026-11-16'), { locale: 'de_DE' });
});

test('newInstance takes wall-clock times and rolls over', () => {
  asUser(
    () => {
      const made = datetime(
        'static Datetime newInstance(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)',
        ...[2026, 3, 29, 25, 0, 0],
      );
      assert.equal(String(made), '2026-03-29T23:00:00.000Z');
    },
    { timeZone: 'Europe/Berlin' },
  );
});

test('months between counts calendar months, days between days', () => {
  const [from, to] = [DateValue.parse('2026-01-31'), DateValue.parse('2026-03-01')];
  assert.equal(date('Integer monthsBetween(Date other)', from, to), 2);
  assert.equal(date('Integer daysBetween(Date other)', to, from), -29);
});

test('a schedule fires at its next moment, one that never fires is refused', () => {
  const now = Date.UTC(2026, 10, 21, 10);
  assert.equal(new Date(parseCron('0 30 6 ? * MON-FRI', now).next(now)!).toISOString(), '2026-11-23T06:30:00.000Z');
  assert.equal(new Date(parseCron('0 0 0 L * ?', now).next(now)!).toISOString(), '2026-11-30T00:00:00.000Z');
  assert.throws(() => parseCron('0 0 0 1 1 ? 2020', now), /will never fire/);
  assert.throws(() => parseCron('nonsense', now), { typeName: 'System.StringException' });
});
