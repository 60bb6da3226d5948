import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { LocalServer } from '../benchmark/local-server.ts';
import { freePort } from '../free-port.ts';

/**
 * `npm run test:e2e`: starts a seeded local org in a folder of its own, runs the story and the attacks against it, and closes with
 * one line, `N passed, N failed`. Screenshots go to test-results.
 */
const port = Number(process.env.PORT) || (await freePort());
const dataFolder = mkdtempSync(join(tmpdir(), 'vouchsafe-end-to-end-'));
process.env.PORT = String(port);

let passed = 0;
let failed = 0;
try {
  const server = await LocalServer.start(port, dataFolder);
  try {
    const files = [
      'story',
      'rep-day',
      'owner-day',
      'program-day',
      'figures',
      'ranking',
      'shell',
      'refusals',
      'bad-input',
      'capacity',
      'limits',
      'clock',
    ].map((name) => join(import.meta.dirname, `${name}.test.ts`));
    const events = run({ files, concurrency: 1 });
    events.on('test:pass', ({ details }) => {
      passed += details.type === 'suite' ? 0 : 1;
    });
    events.on('test:fail', ({ details }) => {
      failed += details.type === 'suite' ? 0 : 1;
    });
    for await (const text of events.compose(spec)) process.stdout.write(text);
  } finally {
    await server.stop();
  }
} catch (error) {
  failed += 1;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
