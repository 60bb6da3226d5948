import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Connection } from 'jsforce';
import { connect, readConnectionOptions } from '../../../scripts/lib/connection.ts';
import { ApiServer } from './api-server.ts';

const USERNAME = 'worker@workshop.test';
const PASSWORD = "It's <secret> & long";

let server: ApiServer;
let workerId: string;

before(async () => {
  server = await ApiServer.start();
  workerId = server.createWorker();
  server.org.setPassword(workerId, PASSWORD);
});

after(() => server.stop());

test('jsforce logs in by SOAP, with every version, and out again', async () => {
  const connection = new Connection({ loginUrl: server.url, version: '64.0', logLevel: 'NONE' });
  const user = await connection.login(USERNAME, PASSWORD);
  assert.equal(user.id, workerId);
  assert.equal(user.organizationId, server.org.organizationId);
  assert.equal((await connection.query('SELECT Id FROM Job__c')).totalSize, 0);
  const token = connection.accessToken;
  await connection.logout();
  const again = new Connection({ instanceUrl: server.url, accessToken: token ?? '', version: '64.0' });
  await assert.rejects(async () => again.query('SELECT Id FROM Job__c'), { errorCode: 'INVALID_SESSION_ID' });
});

test('jsforce logs in by OAuth and knows who it is', async () => {
  const oauth2 = { loginUrl: server.url, clientId: 'any', clientSecret: 'any', redirectUri: server.url };
  const connection = new Connection({ loginUrl: server.url, oauth2 });
  assert.equal((await connection.login(USERNAME, PASSWORD)).id, workerId);
  const identity = await connection.identity();
  assert.equal(identity.user_id, workerId);
  assert.equal(identity.username, USERNAME);
});

test('a wrong password, an unknown and an inactive user are refused alike', async () => {
  const soap = new Connection({ loginUrl: server.url, logLevel: 'NONE' });
  await assert.rejects(soap.login(USERNAME, 'wrong'), /INVALID_LOGIN: Invalid username, password/);
  await assert.rejects(soap.login('nobody@workshop.test', PASSWORD), /INVALID_LOGIN/);
});

test('a browser logs in by a cookie that scripts and other sites can not use', async () => {
  const login = (password: string) =>
    fetch(`${server.url}/local/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: USERNAME, password }),
    });
  const answer = await login(PASSWORD);
  assert.deepEqual(await answer.json(), { userId: workerId });
  const cookie = answer.headers.get('set-cookie') ?? '';
  assert.match(cookie, /^sid=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/);
  const url = `${server.url}/services/data/v65.0/query?q=SELECT+Id+FROM+Job__c`;
  assert.equal((await fetch(url, { headers: { Cookie: cookie.split(';')[0] ?? '' } })).status, 200);
  assert.equal((await login('wrong')).status, 401);
});

test('scripts connect to the local org as a demo user, or say what to do', async () => {
  const options = readConnectionOptions({ username: USERNAME, password: PASSWORD }, { PORT: new URL(server.url).port });
  const connection = await connect(options);
  assert.equal((await connection.query('SELECT Id FROM Job__c')).totalSize, 0);
  await assert.rejects(
    connect({ ...options, localUrl: 'http://127.0.0.1:8199' }),
    /does not answer at http:\/\/127\.0\.0\.1:8199: start it with npm start/,
  );
  await assert.rejects(connect({ ...options, password: 'wrong' }), /refused the login of worker@workshop\.test/);
});

test('a real org takes both a URL and a token', () => {
  const environment = { SF_INSTANCE_URL: 'https://x.my.salesforce.com/', SF_ACCESS_TOKEN: 'token' };
  assert.deepEqual(readConnectionOptions({}, environment), { instanceUrl: 'https://x.my.salesforce.com', accessToken: 'token' });
  assert.deepEqual(readConnectionOptions({ 'instance-url': 'https://y', 'access-token': 'other' }, environment), {
    instanceUrl: 'https://y',
    accessToken: 'other',
  });
  assert.throws(() => readConnectionOptions({ 'instance-url': 'https://y' }, {}), /give both --instance-url and --access-token/);
});
