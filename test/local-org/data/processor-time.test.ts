import assert from 'node:assert/strict';
import { pbkdf2 } from 'node:crypto';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { processorTime } from '../../../scripts/local-org/data/processor-time.ts';

test('counts the work of this thread, not that of others', async () => {
  const before = processorTime();
  const started = process.cpuUsage();
  await promisify(pbkdf2)('a', 'b', 200_000, 64, 'sha512');
  const { user, system } = process.cpuUsage(started);
  assert.ok(processorTime() - before < (user + system) / 2000);
  const begun = processorTime();
  while (processorTime() - begun < 20);
  assert.ok(process.cpuUsage(started).user > user);
});
