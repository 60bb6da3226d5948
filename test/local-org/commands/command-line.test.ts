import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { openOrg, requireCompiled } from '../../../scripts/local-org/open-org.ts';

const CLI = resolve(import.meta.dirname, '../../../scripts/local-org/cli.ts');
const folder = mkdtempSync(join(tmpdir(), 'command-line-'));

after(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

function run(argv: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const options = { env: { ...process.env, ...environment } };
  return new Promise((ended) => {
    execFile(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, ...argv], options, (error, output, errors) => {
      ended({ exitCode: typeof error?.code === 'number' ? error.code : 0, output, errors });
    });
  });
}

/** A project with one class, and a test class beside it. */
function project(name: string, body: string): string {
  const root = join(folder, name);
  const classes = join(root, 'force-app/classes');
  mkdirSync(classes, { recursive: true });
  writeFileSync(join(root, 'sfdx-project.json'), JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }] }));
  const meta =
    '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>65.0</apiVersion><status>Active</status></ApexClass>';
  const sources = {
    Sum: `public with sharing class Sum {\n    public static Integer of(Integer a, Integer b) {\n        ${body}\n    }\n}\n`,
    SumTest:
      '@IsTest\nprivate class SumTest {\n    @IsTest\n    static void adds() {\n        Assert.areEqual(3, Sum.of(1, 2));\n    }\n}\n',
  };
  for (const [className, source] of Object.entries(sources)) {
    writeFileSync(join(classes, `${className}.cls`), source);
    writeFileSync(join(classes, `${className}.cls-meta.xml`), meta);
  }
  return root;
}

test('start says in one sentence that the port is in use', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => other.once('listening', listening));
  const { port } = other.address() as AddressInfo;
  const { exitCode, output, errors } = await run(['start', '--data-dir', join(folder, 'data')], { PORT: String(port) });
  other.close();
  assert.equal(exitCode, 1);
  assert.equal(output, '');
  assert.equal(errors, `Port ${port} is in use: stop what runs there, or choose another one with PORT=8090 npm start.\n`);
});

test('start serves the project in another folder to its administrator', async () => {
  const other = project('served', 'return a + b;');
  const data = join(folder, 'served-data');
  const argv = ['--disable-warning=ExperimentalWarning', CLI, 'start', '--source-dir', other, '--data-dir', data];
  const child = spawn(process.execPath, argv, { env: { ...process.env, PORT: '8174' } });
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    assert.equal(line.toString(), 'served is ready: http://127.0.0.1:8174 (admin@vouchsafe.test, password vouchsafe1)\n');
    assert.equal((await fetch('http://127.0.0.1:8174/login')).status, 200);
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
});

test('start refuses a port that is none, and an option that it does not know', async () => {
  assert.match((await run(['start'], { PORT: 'http' })).errors, /^PORT is http, which is no port: .*\n$/);
  const unknown = await run(['start', '--rest']);
  assert.equal(unknown.exitCode, 1);
  assert.match(unknown.errors, /^Unknown option '--rest'.*\n$/);
});

test('start says in one sentence that the data is corrupt', async () => {
  const data = join(folder, 'corrupt');
  mkdirSync(data);
  writeFileSync(join(data, 'org.sqlite'), 'this is no database, and long enough to be taken for one'.repeat(100));
  const { exitCode, output, errors } = await run(['start', '--data-dir', data], { PORT: '8172' });
  assert.equal(exitCode, 1);
  assert.equal(output, '');
  assert.match(errors.trim().split('\n').at(-1) ?? '', /--reset/);
  assert.doesNotMatch(errors, /\n\s+at /);
});

test('check lists what is wrong by file and line, and says which checks it left out', async () => {
  const broken = project('broken', "return 'three';");
  const { exitCode, output } = await run(['check', '--source-dir', broken], { PATH: '/nowhere' });
  assert.equal(exitCode, 1);
  assert.match(output, /Sum\.cls:3: .*\n/);
  assert.match(output, /apex-ls and PMD were left out: they need Java 11 or newer\.\n/);
  assert.match(output, /2 files checked, 1 finding, 0 warnings\n$/);
  const places = { project: broken, cacheFolder: join(folder, 'cache') };
  assert.throws(() => requireCompiled(openOrg(places).compiled), /^SetUpError: The Apex does not compile: .*Sum\.cls:3:/);
});

test('test runs the Apex tests of any project, and its exit code tells the outcome', async () => {
  const good = await run(['test', '--source-dir', project('good', 'return a + b;'), '--json']);
  assert.equal(good.exitCode, 0, good.errors);
  const report = JSON.parse(good.output) as { summary: unknown; coverage: { percent: number } };
  assert.deepEqual(report.summary, { passed: 1, failed: 0, skipped: 0, notCompiled: 0 });
  assert.equal(report.coverage.percent, 100);
  const bad = await run(['test', '--source-dir', project('bad', 'return a - b;'), '--tests', 'SumTest']);
  assert.equal(bad.exitCode, 1);
  assert.match(bad.output, /Fail {2}SumTest\.adds: .*Expected: 3, Actual: -1/);
  assert.match(bad.output, /0 passed, 1 failed, 0 skipped, 0 not compiled\n$/);
});

test('test fails when a class does not compile, also one that no test needs', async () => {
  const root = project('half', 'return a + b;');
  const classes = join(root, 'force-app/classes');
  writeFileSync(join(classes, 'Odd.cls'), 'public class Odd {\n    Integer one = missing;\n}\n');
  writeFileSync(join(classes, 'Odd.cls-meta.xml'), readFileSync(join(classes, 'Sum.cls-meta.xml')));
  const { exitCode, output } = await run(['test', '--source-dir', root]);
  assert.match(output, /Odd\.cls:2:.*missing/);
  assert.match(output, /1 passed, 0 failed/);
  assert.equal(exitCode, 1);
});

test('with --watch the tests run again when a source changes', async () => {
  const root = project('watched', 'return a + b;');
  const watching = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, 'test', '--watch', '--source-dir', root]);
  let said = '';
  const spoke = new EventEmitter();
  for (const stream of [watching.stdout, watching.stderr]) {
    stream.on('data', (chunk) => {
      said += String(chunk);
      spoke.emit('text');
    });
  }
  const heard = async (text: string): Promise<void> => {
    while (!said.includes(text)) await once(spoke, 'text');
  };
  try {
    await heard('1 passed, 0 failed');
    await heard('Waiting for a change');
    project('watched', 'return a - b;');
    await heard('0 passed, 1 failed');
  } finally {
    watching.kill();
  }
  assert.match(said, /1 passed, 0 failed[\s\S]*0 passed, 1 failed/);
});

test('outcome and coverage are written for build servers', async () => {
  const junit = join(folder, 'junit.xml');
  const cobertura = join(folder, 'cobertura.xml');
  const { exitCode } = await run([
    'test',
    '--source-dir',
    project('reported', 'return a + b;'),
    '--junit',
    junit,
    '--cobertura',
    cobertura,
  ]);
  assert.equal(exitCode, 0);
  assert.match(readFileSync(junit, 'utf8'), /<testcase classname="SumTest" name="adds"/);
  assert.match(readFileSync(cobertura, 'utf8'), /filename="force-app\/classes\/Sum\.cls"[\s\S]*<line number="3" hits="1"\/>/);
});

test('anything else shows how to use it', async () => {
  const { exitCode, errors } = await run(['dance']);
  assert.equal(exitCode, 1);
  assert.match(errors, /^Usage:/);
});
