import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connection } from 'jsforce';
import { rank } from '../../force-app/main/matching/lwc/matchingService/ranking.ts';
import type { AdvocateMatch, MatchCriterion } from '../../force-app/main/matching/lwc/matchingService/ranking.ts';
import { connect } from '../../scripts/lib/connection.ts';
import { measureData } from './data.ts';
import { LocalServer } from './local-server.ts';
import { measureLoad } from './load.ts';
import { limits, measureTransactions } from './transactions.ts';

/** Prints how fast and how large the local org and the product are on this machine. Asserts nothing. */
const port = Number(process.env['PORT'] ?? 8099);
const url = `http://127.0.0.1:${port}`;
const project = fileURLToPath(new URL('../../', import.meta.url));

function print(name: string, figure: string, goal = ''): void {
  process.stdout.write(`${name.padEnd(44)} ${figure.padStart(12)}${goal && `   (goal: ${goal})`}\n`);
}

function printMemory(name: string, server: LocalServer): void {
  const memory = server.memory();
  print(name, memory === undefined ? '?' : `${memory.now.toFixed(0)} MB`, '400 MB');
  if (memory !== undefined) print('  at most so far', `${memory.most.toFixed(0)} MB`, '400 MB');
}

function milliseconds(value: number): string {
  return value >= 1000 ? `${(value / 1000).toFixed(1)} s` : `${value.toFixed(1)} ms`;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function login(username: string): Promise<Connection> {
  return connect({ localUrl: url, username, password: 'vouchsafe1' });
}

async function timed<T>(work: () => Promise<T>): Promise<[result: T, took: number]> {
  const startedAt = performance.now();
  return [await work(), performance.now() - startedAt];
}

async function benchFinder(): Promise<void> {
  const rep = await login('rep@vouchsafe.test');
  const deals = await rep.query<{ Id: string }>('SELECT Id FROM Opportunity WHERE IsClosed = FALSE ORDER BY Name LIMIT 1');
  const opportunityId = deals.records[0]?.Id;
  const find = (): Promise<{ advocates: AdvocateMatch[]; criteria: MatchCriterion[] }> =>
    rep.requestPost(`${url}/services/local/apex/MatchingController/findAdvocates`, { opportunityId, wanted: null });
  const [found, first] = await timed(find);
  const later = [];
  for (let run = 0; run < 7; run += 1) {
    later.push((await timed(find))[1]);
  }
  print(`Finder, first results (${found.advocates.length} advocates)`, milliseconds(first), '1 s');
  print('Finder, again', milliseconds(median(later)));

  const runs = Array.from({ length: 50 }, (_unused, run) => {
    const startedAt = performance.now();
    rank(found.advocates, found.criteria, { Industry: run % 2 === 0 ? 'Must' : 'Nice', Region: 'Off' });
    return performance.now() - startedAt;
  });
  print(`Re-ranking ${found.advocates.length} advocates`, milliseconds(median(runs)), '16 ms');
}

/** Anonymous Apex takes an administrator, and the package asks for its own permissions. */
async function becomeProgramManager(connection: Connection): Promise<void> {
  const sets = await connection.query<{ Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'Vouchsafe_Program_Manager'");
  await connection.sobject('PermissionSetAssignment').create({ AssigneeId: connection.userInfo?.id, PermissionSetId: sets.records[0]?.Id });
}

async function benchTransactions(): Promise<void> {
  const administrator = await login('admin@vouchsafe.test');
  await becomeProgramManager(administrator);
  process.stdout.write('\nUse of the governor limits by transactions of 200 records (goal: a quarter of each)\n');
  for (const result of await measureTransactions(administrator)) {
    if ('problem' in result) {
      print(`  ${result.name}`, 'failed', result.problem);
      continue;
    }
    const shares = (Object.keys(limits) as (keyof typeof limits)[]).map(
      (limit) => `${limit} ${result[limit]} (${Math.round((100 * result[limit]) / limits[limit])} %)`,
    );
    process.stdout.write(`  ${result.name} (${result.records} records): ${shares.join(', ')}\n`);
  }
}

async function benchLoad(): Promise<void> {
  const { requests, requestsPerSecond, p50, p99, lostUpdates } = await measureLoad(url);
  print(`50 clients, ${requests} requests`, `${requestsPerSecond.toFixed(0)} a second`, '200 a second');
  print('  until the answer, half of them', milliseconds(p50));
  print('  until the answer, 99 of 100', milliseconds(p99), '250 ms');
  print('  decisions lost or taken twice', String(lostUpdates), '0');
}

function benchCompile(cacheFolder: string): void {
  const script = fileURLToPath(new URL('compile-once.ts', import.meta.url));
  const compile = (): number =>
    Number(spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, cacheFolder], { encoding: 'utf8' }).stdout);
  print('Apex and its tests compiled, first time', milliseconds(compile()), '2 s');
  print('Apex and its tests compiled, again', milliseconds(compile()), '0.3 s');
}

function benchData(): void {
  const { insertWithTrigger, indexedQuery } = measureData();
  print('Insert of 10,000 rows with a trigger', milliseconds(insertWithTrigger), '1 s');
  print('Query by an indexed field, a million rows', milliseconds(indexedQuery), '1 ms');
}

function benchApexTests(): void {
  const startedAt = performance.now();
  const outcome = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/local-org/cli.ts', 'test', '--json'], {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const summary = /"summary":\s*(\{[^}]*\})/.exec(outcome.stdout)?.[1]?.replaceAll(/\s+/g, ' ') ?? `code ${outcome.status}`;
  print('Apex tests', milliseconds(performance.now() - startedAt));
  process.stdout.write(`  ${summary}\n`);
}

const dataFolder = mkdtempSync(join(tmpdir(), 'vouchsafe-bench-'));
try {
  const cold = await LocalServer.start(port, dataFolder);
  print('Ready, first time (with seed)', milliseconds(cold.readyAfter), '25 s');
  printMemory('Memory after the seed', cold);
  await cold.stop();
  const warm = await LocalServer.start(port, dataFolder);
  print('Ready, again', milliseconds(warm.readyAfter), '5 s');
  printMemory('Memory then', warm);
  try {
    await benchFinder();
    await benchLoad();
    await benchTransactions();
    process.stdout.write('\n');
    printMemory('Memory after all of this', warm);
  } finally {
    await warm.stop();
  }
  benchCompile(join(dataFolder, 'compiled'));
  benchData();
  benchApexTests();
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}
