import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { Connection } from 'jsforce';
import { openOrg, requireCompiled } from '../../../scripts/local-org/open-org.ts';
import type { OpenOrg } from '../../../scripts/local-org/open-org.ts';
import { createServer } from '../../../scripts/local-org/server.ts';
import { writeProject } from '../small-project.ts';

const FINDER = `public with sharing class Finder {
    @AuraEnabled
    public static Integer count(String name) {
        return Database.countQuery('SELECT COUNT() FROM Account WHERE Name = :name');
    }
    @AuraEnabled
    public static void runForEver(String name) {
        insert new Account(Name = name);
        while (true) {
            Integer i = 0;
        }
    }
    @AuraEnabled
    public static void callForEver() {
        callForEver();
    }
}
`;

let folder: string;
let open: OpenOrg;
let server: FastifyInstance;
let url: string;
let admin: Connection;

before(async () => {
  folder = writeProject(mkdtempSync(join(tmpdir(), 'bad-input-')), { Finder: FINDER });
  open = openOrg({ project: folder, cacheFolder: join(folder, 'cache') });
  requireCompiled(open.compiled);
  open.org.setPassword(open.org.administratorId, 'secret');
  server = await createServer({ root: folder, project: folder, cacheFolder: join(folder, 'cache'), open, headless: true });
  url = await server.listen({ host: '127.0.0.1', port: 0 });
  admin = new Connection({ loginUrl: url, version: '65.0', logLevel: 'NONE' });
  await admin.login('admin@vouchsafe.test', 'secret');
  await admin.sobject('Account').create({ Name: 'Kept' });
});

after(async () => {
  await server.close();
  open.org.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function send(method: string, path: string, body?: string | Uint8Array, type = 'application/json'): Promise<Answer> {
  const headers = { Authorization: `Bearer ${admin.accessToken ?? ''}`, ...(body !== undefined && { 'Content-Type': type }) };
  const answer = await fetch(url + path, { method, headers, ...(body !== undefined && { body: body as BodyInit }) });
  return { status: answer.status, text: await answer.text() };
}

/** The platform's list of errors in an answer. */
function errorsOf({ text }: Answer): { errorCode: string; message: string }[] {
  const errors = JSON.parse(text) as { errorCode: string; message: string }[];
  assert.ok(Array.isArray(errors), text);
  for (const { errorCode, message } of errors) {
    assert.match(errorCode, /^[A-Z][A-Z0-9_]+$/, text);
    assert.ok(message.length > 5 && !/\n\s+at /.test(message), text);
  }
  return errors;
}

const accounts = async (): Promise<number> => (await admin.query('SELECT COUNT() FROM Account')).totalSize;

const DATA = '/services/data/v65.0';
const GOOD = { Name: 'Half' };
/** Every door that takes a body, with one that would be right but for what is spoilt below. */
const DOORS: readonly (readonly [method: string, path: string, body: unknown])[] = [
  ['POST', '/sobjects/Account', GOOD],
  ['PATCH', '/sobjects/Account/001000000000001AAA', GOOD],
  ['POST', '/composite', { compositeRequest: [{ method: 'POST', url: `${DATA}/sobjects/Account`, referenceId: 'a', body: GOOD }] }],
  ['POST', '/composite/batch', { batchRequests: [{ method: 'POST', url: 'v65.0/sobjects/Account', richInput: GOOD }] }],
  ['POST', '/composite/sobjects', { records: [{ attributes: { type: 'Account' }, ...GOOD }] }],
  ['PATCH', '/composite/sobjects', { records: [{ attributes: { type: 'Account' }, id: '001000000000001AAA', ...GOOD }] }],
  ['POST', '/composite/tree/Account', { records: [{ attributes: { type: 'Account', referenceId: 'a' }, ...GOOD }] }],
  ['POST', '/tooling/runTestsAsynchronous', { tests: [{ className: 'Finder' }] }],
  ['POST', '/jobs/ingest', { object: 'Account', operation: 'insert' }],
  ['POST', '/jobs/query', { operation: 'query', query: 'SELECT Id FROM Account' }],
];
const WRONG_BODIES: readonly unknown[] = [null, 1, 'text', true, [], {}, [[]], [null], { records: 1 }, { compositeRequest: [null] }];

test('a request that is cut off, of a wrong type or of a wrong shape is refused in the platform’s words', async () => {
  const before = await accounts();
  for (const [method, path, body] of DOORS) {
    const whole = JSON.stringify(body);
    const half = await send(method, DATA + path, whole.slice(0, whole.length / 2));
    assert.deepEqual([half.status, errorsOf(half)[0]?.errorCode], [400, 'JSON_PARSER_ERROR'], path);
    const wrongType = await send(method, DATA + path, whole, 'application/x-nonsense');
    assert.deepEqual([wrongType.status, errorsOf(wrongType)[0]?.errorCode], [415, 'UNSUPPORTED_MEDIA_TYPE'], path);
    const invalid = await send(method, DATA + path, new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]));
    assert.ok(invalid.status >= 400 && invalid.status < 500, `${path} ${invalid.text}`);
    for (const wrong of WRONG_BODIES) {
      const answer = await send(method, DATA + path, JSON.stringify(wrong));
      const said = `${method} ${path} ${JSON.stringify(wrong)}: ${answer.status} ${answer.text}`;
      assert.ok(answer.status < 500, said);
      if (answer.status >= 400) errorsOf(answer);
    }
  }
  assert.equal(await accounts(), before + 0, 'nothing was written');
});

test('addresses that lead nowhere, and names that are none', async () => {
  const paths = [
    '/nowhere',
    '/services/nowhere',
    '/services/data/v99.0/sobjects',
    '/services/data/vX/sobjects',
    `${DATA}/sobjects/Nothing__c/describe`,
    `${DATA}/sobjects/Account/not-an-id`,
    `${DATA}/sobjects/Account/${'1'.repeat(2000)}`,
    `${DATA}/sobjects/Account/Name/%E0%A4%A`,
    `${DATA}/sobjects/%2e%2e/%2e%2e/etc/passwd`,
    `${DATA}/query`,
    `${DATA}/query?q=`,
    `${DATA}/query?q=${encodeURIComponent("SELECT Id FROM Account WHERE Name = 'open")}`,
    `${DATA}/query?q=SELECT%00Id%20FROM%20Account`,
    `${DATA}/query/01g000000000000-5`,
    `${DATA}/tooling/query?q=nonsense`,
    `${DATA}/tooling/executeAnonymous`,
    `${DATA}/jobs/ingest/750000000000000`,
    `${DATA}/ui-api/object-info/Nothing__c`,
    `${DATA}/metadata/deployRequest/0Af000000000000`,
  ];
  for (const path of paths) {
    const answer = await send('GET', path);
    assert.ok(answer.status >= 400 && answer.status < 500, `${path}: ${answer.status} ${answer.text}`);
    errorsOf(answer);
  }
  assert.equal((await send('DELETE', `${DATA}/query?q=x`)).status, 405);
});

test('a query of 100,001 characters is too long, one of 100,000 is not', async () => {
  const query = (length: number): string => {
    const start = "SELECT Id FROM Account WHERE Name = '";
    return `${start}${'x'.repeat(length - start.length - 1)}'`;
  };
  const tooLong = await send('GET', `${DATA}/query?q=${encodeURIComponent(query(100_001))}`);
  assert.deepEqual([tooLong.status, errorsOf(tooLong)[0]?.errorCode], [400, 'QUERY_TOO_LONG']);
  assert.equal((await send('GET', `${DATA}/query?q=${encodeURIComponent(query(100_000))}`)).status, 200);
  const deep = `SELECT Id FROM Account WHERE ${'('.repeat(5000)}Name = 'x'${')'.repeat(5000)}`;
  const refused = await send('GET', `${DATA}/query?q=${encodeURIComponent(deep)}`);
  assert.equal(refused.status, 400, refused.text.slice(0, 300));
  errorsOf(refused);
});

test('what is bound stays a value', async () => {
  const count = async (name: string): Promise<unknown> => {
    const answer = await send('POST', '/services/local/apex/Finder/count', JSON.stringify({ name }));
    return JSON.parse(answer.text) as unknown;
  };
  assert.equal(await count('Kept'), 1);
  for (const name of ["' OR Name != '", "Kept' --", "x' OR '1'='1", 'x"; DROP TABLE "Account"; --', '\\', '%', ':name', '\u0000']) {
    assert.equal(await count(name), 0, name);
  }
  const byKey = await send('GET', `${DATA}/sobjects/Account/Name/${encodeURIComponent("Kept' OR Name != '")}`);
  assert.ok(byKey.status === 404 || byKey.status === 400, byKey.text);
  assert.equal(await accounts(), 1);
});

test('half of a composite request that is all or none leaves nothing', async () => {
  const part = (referenceId: string, body: unknown) => ({ method: 'POST', url: `${DATA}/sobjects/Account`, referenceId, body });
  const compositeRequest = [part('good', { Name: 'Good' }), part('bad', { Nonsense: 1 })];
  const answer = await send('POST', `${DATA}/composite`, JSON.stringify({ allOrNone: true, compositeRequest }));
  assert.equal(answer.status, 200);
  const { compositeResponse } = JSON.parse(answer.text) as { compositeResponse: { httpStatusCode: number }[] };
  assert.deepEqual(
    compositeResponse.map(({ httpStatusCode }) => httpStatusCode),
    [400, 400],
  );
  assert.equal(await accounts(), 1);
  const twice = await send('POST', `${DATA}/composite`, JSON.stringify({ compositeRequest: [part('one', {}), part('one', {})] }));
  assert.ok(twice.status < 500, twice.text);
});

test('a connection that breaks in the middle of a request leaves nothing', async () => {
  const body = JSON.stringify({ Name: 'Broken off' });
  const { port } = new URL(url);
  await new Promise<void>((closed) => {
    const socket = connectSocket(Number(port), '127.0.0.1', () => {
      socket.write(
        `POST ${DATA}/sobjects/Account HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${admin.accessToken ?? ''}\r\n` +
          `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
        () => socket.destroy(),
      );
    });
    socket.once('close', () => closed());
  });
  await setTimeout(100);
  assert.equal(await accounts(), 1);
});

test('a body of more than 64 MB, a header of more than 1 MB', async () => {
  const huge = await send('POST', `${DATA}/sobjects/Account`, `{"Name":"${'x'.repeat(65 * 1024 * 1024)}"}`).catch(
    (error: unknown) => error,
  );
  // The server may close the connection while the body is still on its way.
  if (!(huge instanceof Error)) {
    assert.deepEqual([(huge as Answer).status, errorsOf(huge as Answer)[0]?.errorCode], [413, 'EXCEEDED_MAX_SIZE_REQUEST']);
  }
  const long = await send('GET', `${DATA}/query?q=${'x'.repeat(1_100_000)}`);
  assert.ok(long.status === 431 || long.status === 414, String(long.status));
  const cell = await send('POST', `${DATA}/sobjects/Account`, JSON.stringify({ Name: 'x'.repeat(1_000_000) }));
  assert.equal(errorsOf(cell)[0]?.errorCode, 'STRING_TOO_LONG');
  assert.equal(await accounts(), 1);
});

test('Apex that runs for ever is ended and undone, and the server stays up', async (context) => {
  const cpuUsage = process.cpuUsage.bind(process);
  // The ten seconds of the limit pass in a fifth of one.
  const usage = context.mock.method(process, 'cpuUsage', () => {
    const { user, system } = cpuUsage();
    return { user: user * 50, system: system * 50 };
  });
  const endless = await send('POST', '/services/local/apex/Finder/runForEver', JSON.stringify({ name: 'Endless' }));
  assert.match(endless.text, /Apex CPU time limit exceeded/);
  usage.mock.restore();
  const deep = await send('POST', '/services/local/apex/Finder/callForEver', '{}');
  assert.match(deep.text, /Maximum stack depth reached/);
  const anonymous = await admin.tooling.executeAnonymous("String s = 'x'; while (true) { s += s; }");
  assert.match(anonymous.exceptionMessage ?? '', /Apex heap size too large/);
  assert.equal(await accounts(), 1);
});

test('SOAP that is none', async () => {
  for (const path of ['/services/Soap/u/64.0', '/services/Soap/s/65.0/00D', '/services/Soap/m/65.0']) {
    for (const body of [
      '',
      'no XML',
      '<a><b></a>',
      '<Envelope/>',
      '<!DOCTYPE x [<!ENTITY e "boom">]><Envelope><Body><login>&e;</login></Body></Envelope>',
    ]) {
      const answer = await send('POST', path, body, 'text/xml');
      assert.ok(answer.status === 500 || answer.status === 400, `${path} ${body}: ${answer.status}`);
      assert.match(answer.text, /<faultcode>sf:[A-Z_]+<\/faultcode>/, `${path} ${body}: ${answer.text}`);
    }
  }
});

test('files for bulk jobs that can not be read fail the job with a sentence', async () => {
  const load = async (csv: string | Uint8Array, operation = 'insert', more: object = {}): Promise<Record<string, unknown>> => {
    const opened = JSON.parse(
      (await send('POST', `${DATA}/jobs/ingest`, JSON.stringify({ object: 'Account', operation, ...more }))).text,
    ) as { id: string };
    const job = `${DATA}/jobs/ingest/${opened.id}`;
    const uploaded = await send('PUT', `${job}/batches`, csv, 'text/csv');
    if (uploaded.status >= 400) return { state: 'Refused', errorMessage: errorsOf(uploaded)[0]?.message };
    await send('PATCH', job, JSON.stringify({ state: 'UploadComplete' }));
    for (;;) {
      const state = JSON.parse((await send('GET', job)).text) as Record<string, unknown>;
      if (state.state === 'JobComplete' || state.state === 'Failed') return state;
      await setTimeout(20);
    }
  };
  const before = await accounts();
  assert.match(String((await load('Nonsense,Name\nx,y\n')).errorMessage), /Nonsense/);
  assert.match(String((await load('Name,Name\nx,y\n')).errorMessage), /twice|duplicate/i);
  assert.match(String((await load('Name\n"open\n')).errorMessage), /quote/i);
  assert.match(String((await load('Name,Site\nonly one cell\n')).errorMessage), /Record Length: expect 2, got 1/);
  assert.match(String((await load(new Uint8Array([0x4e, 0x61, 0x6d, 0x65, 0x0a, 0xff, 0xfe, 0xe4, 0x0a]))).errorMessage), /UTF-8/);
  assert.match(String((await load('')).errorMessage), /empty|header/i);
  const long = await load(`Name\n${'x'.repeat(1_000_000)}\nGood\n`);
  assert.deepEqual([long.state, long.numberRecordsFailed, long.numberRecordsProcessed], ['JobComplete', 1, 2]);
  assert.equal(await accounts(), before + 1);
});
