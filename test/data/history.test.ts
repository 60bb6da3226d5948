import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Collections } from '../../scripts/data/seed/collections.ts';
import { play } from '../../scripts/data/seed/history.ts';
import type { Step } from '../../scripts/data/seed/history.ts';
import { RecordingConnection } from './recording-connection.ts';

function step(day: string, phase: number, object: string, note: (id: string) => void = () => undefined): Step {
  return { day, phase, object, action: 'create', row: () => ({ day }), stored: note };
}

const steps = [
  step('2026-01-20', 0, 'Late'),
  step('2026-01-03', 1, 'Second'),
  step('2026-01-05', 0, 'First'),
  step('2026-01-01', 1, 'Second'),
];

test('without a clock everything is stored at once, phase by phase', async () => {
  const org = new RecordingConnection([]);
  await play([...steps.slice(1), step('2026-01-20', 0, 'First')], new Collections(org.asConnection(), () => undefined));
  assert.deepEqual(
    org.requests.map(({ object, rows }) => [object, rows.length]),
    [
      ['First', 2],
      ['Second', 2],
    ],
  );
});

test('with a clock a week at a time is stored, after all its days, and the present comes back', async () => {
  const org = new RecordingConnection([]);
  const moments: string[] = [];
  const clock = { goTo: (moment: Date) => moments.push(moment.toISOString()), end: () => moments.push('present') };
  await play(steps, new Collections(org.asConnection(), () => undefined), clock);
  assert.deepEqual(
    org.requests.map(({ object, rows }) => [object, rows.length]),
    [
      ['First', 1],
      ['Second', 2],
      ['Late', 1],
    ],
  );
  assert.deepEqual(moments, ['2026-01-08T00:30:00.000Z', '2026-01-22T00:30:00.000Z', 'present']);
});

test('a week that is not over is stored in the present', async () => {
  const today = new Date().toISOString().slice(0, 10);
  const moments: string[] = [];
  const clock = { goTo: () => moments.push('past'), end: () => moments.push('present') };
  await play([step(today, 0, 'Today')], new Collections(new RecordingConnection([]).asConnection(), () => undefined), clock);
  assert.deepEqual(moments, ['present', 'present']);
});

test('a step knows the ids of those before it', async () => {
  const org = new RecordingConnection([]);
  let id = '';
  const later: Step = { day: '2026-01-01', phase: 1, object: 'Child', action: 'create', row: () => ({ Parent: id }) };
  await play(
    [
      later,
      step('2026-01-01', 0, 'Parent', (stored) => {
        id = stored;
      }),
    ],
    new Collections(org.asConnection(), () => undefined),
  );
  assert.deepEqual(org.requests.at(-1)?.rows, [{ Parent: 'Parent-1' }]);
});
