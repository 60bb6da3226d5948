import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { Connection } from 'jsforce';
import { openOrg } from '../../../scripts/local-org/open-org.ts';
import type { OpenOrg } from '../../../scripts/local-org/open-org.ts';
import { createServer } from '../../../scripts/local-org/server.ts';
import { writeProject } from '../small-project.ts';

const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const EVENT = `<CustomObject ${NS}><label>Ping</label><pluralLabel>Pings</pluralLabel><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>`;
const FIELD = `<CustomField ${NS}><fullName>Text__c</fullName><label>Text</label><type>Text</type><length>80</length></CustomField>`;
const MEMBER = `<PlatformEventChannelMember ${NS}><eventChannel>ChangeEvents</eventChannel><selectedEntity>AccountChangeEvent</selectedEntity></PlatformEventChannelMember>`;

let folder: string;
let open: OpenOrg;
let server: FastifyInstance;
let admin: Connection;

before(async () => {
  folder = writeProject(mkdtempSync(join(tmpdir(), 'streaming-')), {});
  const object = join(folder, 'force-app/main/default/objects/Ping__e');
  mkdirSync(join(object, 'fields'), { recursive: true });
  writeFileSync(join(object, 'Ping__e.object-meta.xml'), EVENT);
  writeFileSync(join(object, 'fields/Text__c.field-meta.xml'), FIELD);
  const members = join(folder, 'force-app/main/default/platformEventChannelMembers');
  mkdirSync(members);
  writeFileSync(join(members, 'Accounts.platformEventChannelMember-meta.xml'), MEMBER);
  await start();
});

after(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<void> {
  const [cacheFolder, dataFolder] = [join(folder, 'cache'), join(folder, 'data')];
  open = openOrg({ project: folder, cacheFolder, dataFile: join(dataFolder, 'org.sqlite') });
  open.org.setPassword(open.org.administratorId, 'secret');
  server = await createServer({ root: folder, project: folder, cacheFolder, dataFolder, open, headless: true });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  admin = new Connection({ loginUrl: url, version: '65.0', logLevel: 'NONE' });
  await admin.login('admin@vouchsafe.test', 'secret');
}

async function stop(): Promise<void> {
  await server.close();
  open.org.close();
}

interface Told {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly event: { readonly replayId: number };
}

/** Subscribes to a channel and gives the first messages, as many as asked for. */
async function hear(count: number, replay: number | undefined, work: () => Promise<unknown>): Promise<Told[]> {
  const told: Told[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const extension = { outgoing: (message: Record<string, unknown>, next: (given: object) => void) => next(replayed(message, replay)) };
  const client = admin.streaming.createClient([extension]);
  try {
    const subscription = client.subscribe('/event/Ping__e', (message: unknown) => {
      if (told.push(message as Told) === count) resolve();
    });
    await subscription;
    await work();
    await promise;
    return told;
  } finally {
    await disconnect(client);
  }
}

/** Of the client that jsforce uses; its types leave it out. */
async function disconnect(client: object): Promise<void> {
  await (client as { disconnect(): PromiseLike<unknown> }).disconnect();
}

function replayed(message: Record<string, unknown>, replay: number | undefined): object {
  const subscribes = message.channel === '/meta/subscribe' && replay !== undefined;
  return subscribes ? { ...message, ext: { replay: { '/event/Ping__e': replay } } } : message;
}

async function publish(text: string): Promise<void> {
  const result = (await admin.sobject('Ping__e').create({ Text__c: text })) as { success: boolean; errors: { statusCode: string }[] };
  assert.deepEqual([result.success, result.errors[0]?.statusCode], [true, 'OPERATION_ENQUEUED']);
}

test('a subscriber hears of events from then on, or from an earlier one, over a restart too', async () => {
  await publish('before');
  const [one, two] = await hear(2, undefined, async () => {
    await publish('one');
    await admin.tooling.executeAnonymous("EventBus.publish(new Ping__e(Text__c = 'two'));");
  });
  assert.partialDeepStrictEqual(one?.payload, { Text__c: 'one', CreatedById: open.org.administratorId });
  assert.equal(two?.payload.Text__c, 'two');
  const replayId = one?.event.replayId ?? 0;
  await stop();
  await start();
  const texts = (told: Told[]): unknown[] => told.map(({ payload }) => payload.Text__c);
  assert.deepEqual(texts(await hear(3, -2, () => Promise.resolve())), ['before', 'one', 'two']);
  const later = await hear(2, replayId, () => publish('three'));
  assert.deepEqual(texts(later), ['two', 'three']);
  assert.ok((later[1]?.event.replayId ?? 0) > (later[0]?.event.replayId ?? 0), 'numbers go on after a restart');
});

/** Sends messages of the protocol and gives the answers. */
async function send(messages: unknown, signal?: AbortSignal): Promise<Record<string, unknown>[]> {
  const answer = await fetch(`${admin.instanceUrl}/cometd/65.0`, {
    method: 'POST',
    headers: { authorization: `Bearer ${admin.accessToken ?? ''}`, 'content-type': 'application/json' },
    body: JSON.stringify(messages),
    ...(signal && { signal }),
  });
  assert.equal(answer.status, 200);
  return (await answer.json()) as Record<string, unknown>[];
}

async function subscribed(subscription: string): Promise<string> {
  const [{ clientId } = {}] = await send([{ channel: '/meta/handshake' }]);
  const [answer] = await send([{ channel: '/meta/subscribe', clientId, subscription }]);
  assert.equal(answer?.successful, true);
  return String(clientId);
}

test('changes of an object that a channel selects are told, without a trigger that waits for them', async () => {
  const clientId = await subscribed('/data/AccountChangeEvent');
  await admin.sobject('Account').create({ Name: 'Told' });
  const [, event] = await send([{ channel: '/meta/connect', clientId }]);
  assert.partialDeepStrictEqual(event, {
    channel: '/data/AccountChangeEvent',
    data: { payload: { Name: 'Told', ChangeEventHeader: { changeType: 'CREATE' } } },
  });
});

test('an event is not told to a connection that has gone or that another one has replaced', async () => {
  const clientId = await subscribed('/event/Ping__e');
  const gone = new AbortController();
  const held = send([{ channel: '/meta/connect', clientId }], gone.signal);
  await setTimeout(100);
  gone.abort();
  await assert.rejects(held, /abort/);
  await publish('after the break');
  const [, event] = await send([{ channel: '/meta/connect', clientId }]);
  assert.partialDeepStrictEqual(event, { data: { payload: { Text__c: 'after the break' } } });
  const replaced = send([{ channel: '/meta/connect', clientId }]);
  await setTimeout(100);
  const next = send([{ channel: '/meta/connect', clientId }]);
  assert.equal((await replaced).length, 1);
  await publish('for the next');
  assert.equal((await next).length, 2);
});

test('what is no message and no replay id is refused', async () => {
  const [unknown] = await send([null]);
  assert.equal(unknown?.successful, false);
  const [{ clientId } = {}] = await send([{ channel: '/meta/handshake' }]);
  const ext = { replay: { '/event/Ping__e': 'now' } };
  const [refused] = await send([{ channel: '/meta/subscribe', clientId, subscription: '/event/Ping__e', ext }]);
  assert.deepEqual([refused?.successful, refused?.error], [false, '400::The replayId {now} you provided was invalid']);
});

test('channels of nothing are refused', async () => {
  const client = admin.streaming.createClient([]);
  try {
    await assert.rejects(async () => {
      await client.subscribe('/event/Nope__e', () => undefined);
    }, /denied_by_security_policy|can't subscribe/);
  } finally {
    await disconnect(client);
  }
});
