import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What the Streaming API works with. */
export interface StreamingOptions {
  /** The user of a request; throws when there is none. */
  readonly userOf: (request: FastifyRequest) => string;
}

/** A message of the Bayeux protocol. */
interface Message {
  readonly channel?: string;
  readonly id?: string;
  readonly clientId?: string;
  readonly subscription?: string;
}

/** How long a connection is held when there is nothing to tell. */
const HOLD_MILLISECONDS = 20_000;
/** Clients that wait for tests hear of nothing here: they look themselves, every second or so. */
const TEST_RESULTS = '/systemTopic/TestResult';

/** As much of the Streaming API as the Salesforce CLI needs to wait for a test run: it shakes hands, subscribes, and asks by itself. */
export function streamingRoutes(server: FastifyInstance, { userOf }: StreamingOptions, done: () => void): void {
  server.post('/cometd/:version', async (request, reply) => {
    userOf(request);
    const messages = (Array.isArray(request.body) ? request.body : [request.body ?? {}]) as Message[];
    return reply.send(await Promise.all(messages.map(answer)));
  });
  done();
}

async function answer(message: Message): Promise<Record<string, unknown>> {
  const { channel, id, subscription } = message;
  const clientId = message.clientId ?? randomBytes(12).toString('hex');
  const good = { channel, id, clientId, successful: true };
  switch (channel) {
    case '/meta/handshake':
      return { ...good, version: '1.0', minimumVersion: '1.0', supportedConnectionTypes: ['long-polling'] };
    case '/meta/connect':
      await setTimeout(HOLD_MILLISECONDS, undefined, { ref: false });
      return good;
    case '/meta/disconnect':
    case '/meta/unsubscribe':
      return good;
    case '/meta/subscribe':
      if (subscription === TEST_RESULTS) return { ...good, subscription };
      return { ...good, successful: false, subscription, error: `403:${subscription}:The local org streams nothing on this channel` };
    default:
      return { ...good, successful: false, error: `400:${channel}:The local org takes no messages on this channel` };
  }
}
