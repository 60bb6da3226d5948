import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inParallel, singleCheck } from '../../scripts/test/stage.ts';
import { readApex, readJest, readNodeTests } from '../../scripts/test/stages.ts';

describe('the counts of a test run', () => {
  test('Node: passed, failed and cancelled', () => {
    const output = 'ℹ tests 5\nℹ pass 3\nℹ fail 1\nℹ cancelled 1\n';
    assert.deepEqual(readNodeTests({ exitCode: 1, output }), { passed: 3, failed: 2 });
  });

  test('Jest: the line of tests, not the one of suites', () => {
    const output = 'Test Suites: 2 failed, 3 total\nTests:       1 failed, 2 skipped, 12 passed, 15 total\n';
    assert.deepEqual(readJest({ exitCode: 1, output }), { passed: 12, failed: 1 });
  });

  test('a runner that breaks before it counts has failed', () => {
    assert.deepEqual(readJest({ exitCode: 1, output: 'Cannot find module' }), { passed: 0, failed: 1 });
    assert.deepEqual(singleCheck({ exitCode: 2, output: '' }), { passed: 0, failed: 1 });
  });

  test('Apex: what does not compile and too little coverage are failures', () => {
    const report = { summary: { passed: 4, failed: 0, skipped: 0, notCompiled: 1 }, tests: [], diagnostics: [], coverage: { percent: 80 } };
    const tally = readApex({ exitCode: 1, output: `Compiling...\n${JSON.stringify(report, undefined, 2)}\n` });
    assert.deepEqual([tally.passed, tally.failed], [4, 2]);
    assert.match(tally.note ?? '', /80\.0 % of lines covered, less than 90 %/);
  });

  test('Apex: no report at all is a failure', () => {
    assert.equal(readApex({ exitCode: 1, output: 'SetUpError' }).failed, 1);
  });
});

test('no more than the limit runs at once, and everything runs', async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await inParallel([1, 2, 3, 4, 5], 2, async (item) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running--;
    done.push(item);
  });
  assert.equal(most, 2);
  assert.deepEqual(done, [1, 2, 3, 4, 5]);
});
