import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ApiOrg } from '../org-parts.ts';

/** What the Streaming API works with. */
export interface StreamingOptions {
  readonly org: ApiOrg;
  /** The user of a request; throws when there is none. */
  readonly userOf: (request: FastifyRequest) => string;
}

/** A message of the Bayeux protocol. */
interface Message {
  readonly channel?: string;
  readonly id?: string;
  readonly clientId?: string;
  readonly subscription?: string;
  readonly ext?: { readonly replay?: Readonly<Record<string, unknown>> };
}

/** A subscriber: for each of its channels the replay id of the last event that it knows. */
interface Client {
  readonly userId: string;
  readonly channels: Map<string, number>;
  /** By the clock of the process: when it was last heard of. */
  seenAt: number;
  /** How often it has connected: only the last connection is held. */
  connects: number;
}

/** How long a connection is held when there is nothing to tell, and how often it is looked whether there is, in milliseconds. */
const HOLD = 20_000;
const LOOK = 200;
/** A client that is silent for so long is forgotten. */
const PATIENCE = 120_000;
/** As many clients as the largest editions of the platform have at a time. */
const MOST_CLIENTS = 2000;
/** Clients that wait for tests hear of nothing here: they look themselves, every second or so. */
const TEST_RESULTS = '/systemTopic/TestResult';
const EVENTS = /^\/(?:event|data)\/(\w+)$/;
/** In the place of a replay id: from now on. The other one, all that is kept, is smaller than any id. */
const FROM_NOW = -1;
const ADVICE = { reconnect: 'retry', interval: 0, timeout: 110_000 };

/**
 * The Streaming API (CometD, long polling): platform events and change events, from now on or from an earlier one, which is what they
 * are kept for. Of the other channels only that of test results can be subscribed, as the Salesforce CLI does.
 */
export function streamingRoutes(server: FastifyInstance, { org, userOf }: StreamingOptions, done: () => void): void {
  const subscribers = new Subscribers(org);
  server.addHook('preClose', (closed) => {
    subscribers.close();
    closed();
  });
  for (const path of ['/cometd/:version', '/cometd/replay/:version']) {
    server.post(path, async (request, reply) => {
      const userId = userOf(request);
      const messages = (Array.isArray(request.body) ? request.body : [request.body]) as (Message | null | undefined)[];
      const connection = { hold: messages.length === 1 ? HOLD : 0, isGone: () => request.raw.socket.destroyed };
      const answers = await Promise.all(messages.map((message) => subscribers.answer(userId, message ?? {}, connection)));
      return reply.send(answers.flat());
    });
  }
  done();
}

/** A request that may be held: not where other messages of it are waiting, too. */
interface HeldConnection {
  /** Milliseconds. */
  readonly hold: number;
  /** Whether nobody is there any more to be told of events. */
  readonly isGone: () => boolean;
}

class Subscribers {
  readonly #org: ApiOrg;
  readonly #clients = new Map<string, Client>();
  #closed = false;

  constructor(org: ApiOrg) {
    this.#org = org;
  }

  /** Lets those go whose connection is held. */
  close(): void {
    this.#closed = true;
  }

  async answer(userId: string, message: Message, connection: HeldConnection): Promise<object[]> {
    const { channel, id, clientId = '' } = message;
    if (channel === '/meta/handshake') return [this.#welcome(userId, message)];
    const client = this.#clients.get(clientId);
    const answer = { channel, id, clientId, successful: true };
    if (client?.userId !== userId) {
      return [{ ...answer, successful: false, error: '403::Unknown client', advice: { reconnect: 'handshake', interval: 0 } }];
    }
    client.seenAt = Date.now();
    switch (channel) {
      case '/meta/connect':
        return [{ ...answer, advice: ADVICE }, ...(await this.#wait(clientId, client, connection))];
      case '/meta/disconnect':
        this.#clients.delete(clientId);
        return [answer];
      case '/meta/subscribe':
        return [{ ...answer, subscription: message.subscription, ...this.#subscribe(client, message) }];
      case '/meta/unsubscribe':
        client.channels.delete(message.subscription ?? '');
        return [{ ...answer, subscription: message.subscription }];
      default:
        return [{ ...answer, successful: false, error: `400:${channel}:The local org takes no messages on this channel` }];
    }
  }

  #welcome(userId: string, { channel, id }: Message): object {
    for (const [key, { seenAt }] of this.#clients) if (Date.now() - seenAt > PATIENCE) this.#clients.delete(key);
    if (this.#clients.size >= MOST_CLIENTS) {
      return { channel, id, successful: false, error: '403::Organization concurrent user limit exceeded', advice: { reconnect: 'none' } };
    }
    const clientId = randomBytes(12).toString('hex');
    this.#clients.set(clientId, { userId, channels: new Map(), seenAt: Date.now(), connects: 0 });
    const about = {
      version: '1.0',
      minimumVersion: '1.0',
      supportedConnectionTypes: ['long-polling'],
      ext: { replay: true },
      advice: ADVICE,
    };
    return { channel, id, clientId, successful: true, ...about };
  }

  #subscribe({ userId, channels }: Client, { subscription = '', ext }: Message): object {
    if (subscription === TEST_RESULTS) return {};
    const objectName = EVENTS.exec(subscription)?.[1];
    if (objectName === undefined) {
      return { successful: false, error: `403:${subscription}:The local org streams nothing on this channel` };
    }
    const object = this.#org.schema.object(objectName);
    if (object?.kind !== 'platformEvent' || !this.#org.security.objectAccess(userId, object.name).read) {
      return {
        successful: false,
        error: `403:denied_by_security_policy:create_denied,${subscription}:You can't subscribe to ${subscription}`,
      };
    }
    const replay = (ext?.replay?.[subscription] ?? FROM_NOW) as number;
    if (!Number.isSafeInteger(replay)) {
      return { successful: false, error: `400::The replayId {${String(replay)}} you provided was invalid` };
    }
    channels.set(subscription, replay === FROM_NOW ? this.#org.eventLog.newest : replay);
    return {};
  }

  /** Waits for events on the client's channels; those that come when its connection is gone or another was made are for the next one. */
  async #wait(clientId: string, client: Client, { hold, isGone }: HeldConnection): Promise<object[]> {
    const { channels } = client;
    const end = Date.now() + hold;
    const connect = ++client.connects;
    const goesOn = (): boolean => !this.#closed && !isGone() && client.connects === connect && this.#clients.has(clientId);
    while (goesOn() && Date.now() < end) {
      const events = [...channels].flatMap(([channel, last]) => this.#org.eventLog.after(channel, last));
      for (const { channel, replayId } of events) channels.set(channel, Math.max(replayId, channels.get(channel) ?? 0));
      if (events.length > 0) {
        const inOrder = events.sort((one, other) => one.replayId - other.replayId);
        return inOrder.map(({ channel, contents }) => ({ channel, data: JSON.parse(contents) as unknown }));
      }
      await setTimeout(LOOK, undefined, { ref: false });
    }
    return [];
  }
}
