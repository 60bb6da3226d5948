import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import '@fastify/cookie';

/** The cookie that carries a browser's session. */
export const SESSION_COOKIE = 'sid';

const KEY_BYTES = 32;
const TWELVE_HOURS = 12 * 60 * 60 * 1000;
/** Sessions whose signature was right are remembered: a client sends the same one again and again. */
const MOST_REMEMBERED = 1000;
const BEARER = /^(?:Bearer|OAuth)\s+(\S+)$/i;

/**
 * Sessions of the org's users. A session id is signed and holds all there is to know, so that it outlives a restart of the server;
 * one that was closed is remembered until the server stops.
 */
export class Sessions {
  readonly #key: Buffer;
  readonly #organizationId: string;
  readonly #isActive: (userId: string) => boolean;
  readonly #closed = new Set<string>();
  readonly #remembered = new Map<string, { readonly userId: string; readonly expires: number }>();

  /** `isActive` tells whether the user may still work: a session ends with its user. */
  constructor(key: Buffer, organizationId: string, isActive: (userId: string) => boolean) {
    this.#key = key;
    this.#organizationId = organizationId;
    this.#isActive = isActive;
  }

  /** Begins a session and gives its id, which looks like the platform's: the organization, an exclamation mark, the rest. */
  open(userId: string): string {
    const content = Buffer.from(`${userId}.${Date.now() + TWELVE_HOURS}.${randomBytes(6).toString('hex')}`).toString('base64url');
    return `${this.#organizationId.slice(0, 15)}!${content}.${this.#sign(content)}`;
  }

  /** Ends a session. */
  close(sessionId: string): void {
    this.#closed.add(sessionId);
  }

  /** The user of a session id, unless it is forged, out of date or closed. */
  user(sessionId: string): string | undefined {
    if (this.#closed.has(sessionId)) return undefined;
    const session = this.#remembered.get(sessionId) ?? this.#read(sessionId);
    return session !== undefined && session.expires > Date.now() && this.#isActive(session.userId) ? session.userId : undefined;
  }

  #read(sessionId: string): { readonly userId: string; readonly expires: number } | undefined {
    const match = /^(\w{15})!([\w-]+)\.([\w-]+)$/.exec(sessionId);
    const [, organization, content = '', signature = ''] = match ?? [];
    if (organization !== this.#organizationId.slice(0, 15) || !this.#isSignature(content, signature)) return undefined;
    const [userId = '', expires = '0'] = Buffer.from(content, 'base64url').toString().split('.');
    const session = { userId, expires: Number(expires) };
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(sessionId, session);
    return session;
  }

  /**
   * The session id that a request carries: in its Authorization header, else in the cookie. The cookie of a request that a page of
   * another origin made counts for nothing: to a browser, other ports of this computer are the same site and get it along.
   */
  idOf(request: FastifyRequest): string | undefined {
    const { authorization = '', 'sec-fetch-site': madeBy = 'none' } = request.headers;
    const isOwn = madeBy === 'none' || madeBy === 'same-origin';
    return BEARER.exec(authorization)?.[1] ?? (isOwn ? request.cookies[SESSION_COOKIE] : undefined);
  }

  /** The user of a request; undefined without a valid session. */
  userOf(request: FastifyRequest): string | undefined {
    const id = this.idOf(request);
    return id === undefined ? undefined : this.user(id);
  }

  #sign(content: string): string {
    return createHmac('sha256', this.#key).update(content).digest('base64url');
  }

  #isSignature(content: string, signature: string): boolean {
    const expected = Buffer.from(this.#sign(content));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }
}

/** The key that signs sessions, kept beside the org's data; a new one each time for an org in memory. */
export function sessionKey(dataFolder: string | undefined): Buffer {
  if (dataFolder === undefined) return randomBytes(KEY_BYTES);
  const file = join(dataFolder, 'session.key');
  if (existsSync(file)) {
    const key = readFileSync(file);
    if (key.length === KEY_BYTES) return key;
  }
  const key = randomBytes(KEY_BYTES);
  writeFileSync(file, key);
  chmodSync(file, 0o600);
  return key;
}
