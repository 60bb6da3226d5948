import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { Connection } from 'jsforce';
import { openOrg } from '../../../scripts/local-org/open-org.ts';
import type { OpenOrg } from '../../../scripts/local-org/open-org.ts';
import { createServer } from '../../../scripts/local-org/server.ts';
import { writeProject } from '../small-project.ts';

const NOTES = `@RestResource(urlMapping='/notes/*')
global with sharing class Notes {
    global class Note { public String title; public Integer stars; public Note(String title, Integer stars) { this.title = title; this.stars = stars; } }
    @HttpGet global static List<Note> read() {
        RestRequest request = RestContext.request;
        return new List<Note>{ new Note(request.requestURI + '|' + request.params.get('q') + '|' + request.headers.get('X-Word') + '|' + request.resourcePath, null) };
    }
    @HttpPost global static Account add(String name, Integer employees, List<Date> days) {
        Account added = new Account(Name = name + days.size() + days[0].year(), NumberOfEmployees = employees);
        insert added;
        return [SELECT Name, NumberOfEmployees FROM Account WHERE Id = :added.Id];
    }
    @HttpPut global static void raw() {
        RestContext.response.statusCode = 202;
        RestContext.response.addHeader('Content-Type', 'text/plain');
        RestContext.response.responseBody = Blob.valueOf('got ' + RestContext.request.requestBody.toString());
    }
    @HttpPatch global static void nothing() { }
    @HttpDelete global static void fail() { insert new Account(Name = 'undone'); Integer zero = 0; Integer broken = 1 / zero; }
}
`;
const EXACT = `@RestResource(urlMapping='/notes/exact') global class Exact { @HttpGet global static String get() { return 'exact'; } }`;

let folder: string;
let open: OpenOrg;
let server: FastifyInstance;
let url: string;
let admin: Connection;

before(async () => {
  folder = writeProject(mkdtempSync(join(tmpdir(), 'apex-rest-')), { Notes: NOTES, Exact: EXACT });
  open = openOrg({ project: folder, cacheFolder: join(folder, 'cache') });
  assert.deepEqual(open.compiled.diagnostics, []);
  open.org.setPassword(open.org.administratorId, 'secret');
  server = await createServer({ root: folder, project: folder, cacheFolder: join(folder, 'cache'), open, headless: true });
  url = await server.listen({ host: '127.0.0.1', port: 0 });
  admin = new Connection({ loginUrl: url, version: '65.0', logLevel: 'NONE' });
  await admin.login('admin@vouchsafe.test', 'secret');
});

after(async () => {
  await server.close();
  open.org.close();
  rmSync(folder, { recursive: true });
});

async function send(method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<[number, string, string]> {
  const answer = await fetch(`${url}/services/apexrest${path}`, {
    method,
    headers: { Authorization: `Bearer ${admin.accessToken ?? ''}`, ...headers },
    ...(body !== undefined && { body }),
  });
  return [answer.status, answer.headers.get('content-type') ?? '', await answer.text()];
}

test('a service reads the request and answers as JSON, null members too', async () => {
  assert.deepEqual(await admin.apex.get('/notes/a%20b?q=x', { headers: { 'X-Word': 'w' } }), [
    { title: '/notes/a b|x|w|/services/apexrest/notes/*', stars: null },
  ]);
  assert.equal(await admin.apex.get('/notes/exact'), 'exact');
});

test('parameters are the members of the body, records come without nulls, and what was written stays', async () => {
  const added = await admin.apex.post<Record<string, unknown>>('/notes/', { name: 'N', days: ['2026-01-02'] });
  assert.partialDeepStrictEqual(added, { attributes: { type: 'Account' }, Name: 'N12026' });
  assert.equal((await admin.query("SELECT Id FROM Account WHERE Name = 'N12026'")).totalSize, 1);
  const [status, , body] = await send('POST', '/notes', '{"nome": "x"}', { 'Content-Type': 'application/json' });
  assert.deepEqual([status, (JSON.parse(body) as { errorCode: string }[])[0]?.errorCode], [400, 'JSON_PARSER_ERROR']);
});

test('a method without a result answers with what it puts into the response', async () => {
  assert.deepEqual(await send('PUT', '/notes/1', '<x/>', { 'Content-Type': 'text/xml' }), [202, 'text/plain', 'got <x/>']);
  assert.equal((await send('PATCH', '/notes/1'))[0], 204);
});

test('an exception undoes the call and comes as the platform tells it; paths and methods that nobody takes are refused', async () => {
  const [status, , body] = await send('DELETE', '/notes/1');
  assert.equal(status, 500);
  const [error] = JSON.parse(body) as { errorCode: string; message: string }[];
  assert.equal(error?.errorCode, 'APEX_ERROR');
  assert.match(error?.message ?? '', /^System\.MathException: Divide by 0\n\nClass\.Notes\.fail: line 19, column 1$/);
  assert.equal((await admin.query("SELECT Id FROM Account WHERE Name = 'undone'")).totalSize, 0);
  await assert.rejects(() => admin.apex.get('/nowhere'), /Could not find a match for URL/);
  const [refused, , reason] = await send('POST', '/notes/exact', '{}', { 'Content-Type': 'application/json' });
  assert.deepEqual(
    [refused, JSON.parse(reason)],
    [405, [{ errorCode: 'METHOD_NOT_ALLOWED', message: "HTTP Method 'POST' not allowed. Allowed are GET" }]],
  );
});
