import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { Connection } from 'jsforce';
import { openOrg, requireCompiled } from '../../scripts/local-org/open-org.ts';
import type { OpenOrg } from '../../scripts/local-org/open-org.ts';
import { createServer } from '../../scripts/local-org/server.ts';

const META = '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>65.0</apiVersion><status>Active</status></ApexClass>';

const DESK = `public with sharing class Desk {
    public class RefusalException extends Exception {}
    public class Answer {
        @AuraEnabled public String text;
        @AuraEnabled public Decimal amount;
        @AuraEnabled public Date day;
        @AuraEnabled public List<Id> ids;
        @AuraEnabled public String nothing;
        public String hidden = 'x';
    }
    @AuraEnabled
    public static Answer echo(String text, Decimal amount, Date day, List<Id> ids) {
        Answer answer = new Answer();
        answer.text = text;
        answer.amount = amount;
        answer.day = day;
        answer.ids = ids;
        return answer;
    }
    @AuraEnabled
    public static void open(String name) {
        insert as user new Account(Name = name);
        if (name == 'handled') {
            AuraHandledException handled = new AuraHandledException('Not today.');
            handled.setMessage('Not today.');
            throw handled;
        }
        if (name == 'refused') {
            throw new RefusalException('No.');
        }
        if (name == 'null') {
            String nothing;
            nothing.trim();
        }
    }
    @AuraEnabled(cacheable=true)
    public static Integer cached(Boolean changes) {
        if (changes) {
            insert new Account(Name = 'cached');
        }
        return [SELECT COUNT() FROM Account WITH USER_MODE];
    }
    public static void hidden() {}
}
`;

let folder: string;
let open: OpenOrg;
let server: FastifyInstance;
let url: string;
let admin: Connection;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'server-'));
  const classes = join(folder, 'force-app/classes');
  mkdirSync(classes, { recursive: true });
  writeFileSync(join(folder, 'sfdx-project.json'), JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }] }));
  writeFileSync(join(classes, 'Desk.cls'), DESK);
  writeFileSync(join(classes, 'Desk.cls-meta.xml'), META);
  open = openOrg({ project: folder, cacheFolder: join(folder, 'cache') });
  requireCompiled(open.compiled);
  open.org.setPassword(open.org.administratorId, 'secret');
  server = await createServer({ root: folder, project: folder, cacheFolder: join(folder, 'cache'), open, headless: true });
  url = await server.listen({ host: '127.0.0.1', port: 0 });
  const { records } = open.org.transaction(open.org.administratorId, (transaction) =>
    transaction.query('SELECT Username FROM User WHERE Id = :id', {
      mode: 'system',
      sharing: false,
      binds: new Map([['id', open.org.administratorId]]),
    }),
  );
  admin = new Connection({ loginUrl: url, oauth2: { loginUrl: url, clientId: 'x', clientSecret: 'x', redirectUri: url }, version: '65.0' });
  await admin.login(records[0]?.get('Username') as string, 'secret');
});

after(async () => {
  await server.close();
  open.org.close();
  rmSync(folder, { recursive: true });
});

async function call(
  method: string,
  parameters: object,
  token = admin.accessToken,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${url}/services/local/apex/${method.replace('.', '/')}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token ?? ''}` },
    body: JSON.stringify(parameters),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const countAccounts = async (): Promise<number> => (await admin.query('SELECT COUNT() FROM Account')).totalSize;

test('named parameters become Apex values, and the answer has the members that Lightning sees', async () => {
  const id = '001000000000001AAA';
  const { status, body } = await call('Desk.echo', { text: '<b>"x"</b>', amount: 12.5, day: '2026-11-21', ids: [id] });
  assert.equal(status, 200);
  assert.deepEqual(body, { text: '<b>"x"</b>', amount: 12.5, day: '2026-11-21', ids: [id] });
});

test('an exception undoes everything and comes in the shape of the platform', async () => {
  const before = await countAccounts();
  const handled = await call('Desk.open', { name: 'handled' });
  assert.equal(handled.status, 500);
  assert.equal(handled.body.message, 'Not today.');
  assert.equal(handled.body.stackTrace, undefined);
  const refused = await call('Desk.open', { name: 'refused' });
  assert.equal(refused.body.exceptionType, 'Desk.RefusalException');
  assert.equal(refused.body.isUserDefinedException, true);
  assert.equal(refused.body.message, 'No.');
  assert.match(String(refused.body.stackTrace), /^Class\.Desk\.open: line \d+, column \d+/);
  const nothing = await call('Desk.open', { name: 'null' });
  assert.equal(nothing.body.exceptionType, 'System.NullPointerException');
  assert.equal(nothing.body.isUserDefinedException, false);
  assert.equal(await countAccounts(), before);
  assert.equal((await call('Desk.open', { name: 'fine' })).status, 200);
  assert.equal(await countAccounts(), before + 1);
});

test('a cacheable method may read, not write', async () => {
  assert.equal((await call('Desk.cached', { changes: false })).body, await countAccounts());
  const { status, body } = await call('Desk.cached', { changes: true });
  assert.equal(status, 500);
  assert.equal(body.exceptionType, 'System.LimitException');
  assert.equal(body.message, 'Too many DML statements: 1');
});

test('only what is @AuraEnabled can be called, by whom a permission set grants the class', async () => {
  assert.equal((await call('Desk.hidden', {})).status, 404);
  assert.equal((await call('Nowhere.open', {})).status, 404);
  const profile = await admin.query("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const { id } = (await admin.sobject('User').create({
    Username: 'seller@desk.test',
    LastName: 'Seller',
    Alias: 'seller',
    Email: 'seller@desk.test',
    ProfileId: profile.records[0]?.Id,
    TimeZoneSidKey: 'UTC',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    IsActive: true,
  })) as { id: string };
  open.org.setPassword(id, 'secret');
  const seller = new Connection({ loginUrl: url, logLevel: 'NONE' });
  await seller.login('seller@desk.test', 'secret');
  const { status, body } = await call('Desk.open', { name: 'x' }, seller.accessToken);
  assert.equal(status, 403);
  assert.match(String(body.message), /You do not have access to the Apex class named 'Desk'/);
});

test('anonymous Apex is committed when it ends well, and undone when not', async () => {
  const before = await countAccounts();
  const good = await admin.tooling.executeAnonymous("insert new Account(Name = 'anonymous');");
  assert.deepEqual([good.compiled, good.success], [true, true]);
  assert.equal(await countAccounts(), before + 1);
  const thrown = await admin.tooling.executeAnonymous("insert new Account(Name = 'anonymous');\nInteger zero = 0;\nInteger i = 1 / zero;");
  assert.equal(thrown.success, false);
  assert.equal(thrown.exceptionMessage, 'System.MathException: Divide by 0');
  const wrong = await admin.tooling.executeAnonymous('Integer i = nonsense;');
  assert.equal(wrong.compiled, false);
  assert.equal(wrong.line, 1);
  assert.equal(await countAccounts(), before + 1);
});
