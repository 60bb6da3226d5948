import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { FastifyRequest } from 'fastify';
import { Sessions, sessionKey } from '../../../scripts/local-org/api/sessions.ts';

const ORGANIZATION = '00D000000000001AAA';
const USER = '005000000000001AAA';
const key = randomBytes(32);

test('a session id names its user, also to another server with the same key', () => {
  const id = new Sessions(key, ORGANIZATION, () => true).open(USER);
  assert.equal(new Sessions(key, ORGANIZATION, () => true).user(id), USER);
});

test('a forged, foreign or closed session id names nobody', () => {
  const sessions = new Sessions(key, ORGANIZATION, () => true);
  const id = sessions.open(USER);
  const [organization, rest = ''] = id.split('!');
  const signature = rest.split('.')[1];
  const forged = Buffer.from(`005000000000002AAA.${Date.now() + 1000}.00`).toString('base64url');
  assert.equal(sessions.user(`${organization}!${forged}.${signature}`), undefined);
  assert.equal(new Sessions(randomBytes(32), ORGANIZATION, () => true).user(id), undefined);
  assert.equal(new Sessions(key, '00D000000000002AAA', () => true).user(id), undefined);
  assert.equal(sessions.user('nonsense'), undefined);
  sessions.close(id);
  assert.equal(sessions.user(id), undefined);
});

test('a session ends with its user, and by itself', (context) => {
  let active = true;
  const sessions = new Sessions(key, ORGANIZATION, () => active);
  const id = sessions.open(USER);
  active = false;
  assert.equal(sessions.user(id), undefined);
  active = true;
  assert.equal(sessions.user(id), USER);
  context.mock.timers.enable({ apis: ['Date'], now: Date.now() + 13 * 60 * 60 * 1000 });
  assert.equal(sessions.user(id), undefined);
});

test('the cookie of a request that another page made counts for nothing', () => {
  const sessions = new Sessions(key, ORGANIZATION, () => true);
  const sid = sessions.open(USER);
  const userOf = (headers: FastifyRequest['headers']): string | undefined =>
    sessions.userOf({ headers, cookies: { sid } } as unknown as FastifyRequest);
  assert.equal(userOf({}), USER);
  assert.equal(userOf({ 'sec-fetch-site': 'same-origin' }), USER);
  assert.equal(userOf({ 'sec-fetch-site': 'none' }), USER);
  assert.equal(userOf({ 'sec-fetch-site': 'same-site' }), undefined);
  assert.equal(userOf({ 'sec-fetch-site': 'cross-site' }), undefined);
  assert.equal(userOf({ 'sec-fetch-site': 'cross-site', authorization: `Bearer ${sid}` }), USER);
});

test('the key is kept beside the data', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sessions-'));
  try {
    assert.deepEqual(sessionKey(folder), sessionKey(folder));
    assert.notDeepEqual(sessionKey(undefined), sessionKey(undefined));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
