import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ApiServer } from './api-server.ts';

let server: ApiServer;

before(async () => {
  server = await ApiServer.start();
});
after(() => server.stop());

test('SOAP merges records, empties the bin and says who one is', async () => {
  const admin = server.connection();
  const [master, other] = [server.insert('Account', { Name: 'Master' }), server.insert('Account', { Name: 'Other' })];
  const merged = (await admin.soap.merge({
    masterRecord: { type: 'Account', Id: master, Name: 'Merged' },
    recordToMergeIds: [other],
  } as never)) as unknown as { success: boolean };
  assert.equal(merged.success, true);
  assert.equal(server.find("SELECT Id FROM Account WHERE Name = 'Merged'"), master);
  assert.equal(server.find("SELECT Id FROM Account WHERE Name = 'Other'"), undefined);
  await admin.sobject('Account').destroy(master);
  const [emptied] = (await admin.soap.emptyRecycleBin([master])) as unknown as { success: boolean }[];
  assert.equal(emptied?.success, true);
  assert.equal((await admin.soap.getUserInfo()).userId, server.org.administratorId);
  assert.ok(Math.abs(Date.parse((await admin.soap.getServerTimestamp()).timestamp) - Date.now()) < 60_000);
});

test('a password is changed by oneself or by who manages users; what SOAP has not is refused by name', async () => {
  const workerId = server.createWorker();
  const [admin, worker] = [server.connection(), server.connection(workerId)];
  await admin.soap.setPassword(workerId, 'of the admin');
  assert.equal(server.org.authenticate('worker@workshop.test', 'of the admin'), workerId);
  const { password } = await worker.soap.resetPassword(workerId);
  assert.equal(server.org.authenticate('worker@workshop.test', password), workerId);
  await assert.rejects(() => worker.soap.setPassword(server.org.administratorId, 'x'), /insufficient access rights/);
  await assert.rejects(() => worker.soap.setPassword(workerId, ''), /INVALID_NEW_PASSWORD/);
  assert.equal(server.org.authenticate('worker@workshop.test', ''), undefined);
  await assert.rejects(() => admin.soap.describeTabs(), /not describeTabs: use REST/);
});

test('an operation that has the name of something of every object is none', async () => {
  const sessionId = server.token(server.org.administratorId);
  const head = `<Header><SessionHeader><sessionId>${sessionId}</sessionId></SessionHeader></Header>`;
  for (const operation of ['isPrototypeOf', 'toLocaleString']) {
    const answer = await fetch(`${server.url}/services/Soap/u/65.0`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: `<Envelope>${head}<Body><${operation}/></Body></Envelope>`,
    });
    assert.deepEqual([answer.status, (await answer.text()).includes(`not ${operation}: use REST`)], [500, true]);
  }
});

test('nobody takes out of the bin for good what others have deleted', async () => {
  const workerId = server.find("SELECT Id FROM User WHERE Username = 'worker@workshop.test'");
  const [foreign, own] = [server.insert('Account', { Name: 'Foreign' }), server.insert('Account', { Name: 'Own', OwnerId: workerId })];
  await server.connection().sobject('Account').destroy([foreign, own]);
  const emptied = (await server.connection(workerId).soap.emptyRecycleBin([foreign, own])) as unknown as { success: boolean }[];
  assert.deepEqual(
    emptied.map(({ success }) => String(success)),
    ['false', 'true'],
  );
});
