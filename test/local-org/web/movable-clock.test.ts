import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { MovableClock } from '../../../scripts/local-org/web/movable-clock.ts';

const HOUR = 3_600_000;
const folder = mkdtempSync(join(tmpdir(), 'clock-'));
after(() => rmSync(folder, { recursive: true }));

describe('the clock of the org', () => {
  test('runs what becomes due as it passes, at its time', () => {
    const clock = new MovableClock(undefined, () => 0);
    const seen: number[] = [];
    const jobs = clock.advance(2.5 * HOUR, () => {
      seen.push(clock.now());
      return 1;
    });
    assert.deepEqual(seen, [HOUR, 2 * HOUR, 2.5 * HOUR]);
    assert.equal(jobs, 3);
  });

  test('goes on with the computer, and stays ahead over a restart', () => {
    const file = join(folder, 'clock.json');
    let present = 1000;
    new MovableClock(file, () => present).advance(HOUR, () => 0);
    present = 5000;
    const again = new MovableClock(file, () => present);
    assert.equal(again.now(), 5000 + HOUR);
    assert.equal(again.ahead, HOUR);
  });

  for (const step of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 400 * 24 * HOUR]) {
    test(`does not move by ${step}`, () => {
      assert.throws(() => new MovableClock().advance(step, () => 0), RangeError);
    });
  }

  test('says what to do about a file that makes no sense', () => {
    const file = join(folder, 'broken.json');
    writeFileSync(file, '{"aheadMilliseconds":"soon"}');
    assert.throws(() => new MovableClock(file), /broken\.json does not say how far the clock is ahead; remove the file/);
  });
});
