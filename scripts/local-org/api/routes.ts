import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AuraErrorBody } from '../apex/engine-types.ts';
import { READING_LIMITS } from '../data/governor-limits.ts';
import { apexRestRoutes } from './apex-rest.ts';
import { apexSoapRoutes } from './apex-soap.ts';
import { bulkRoutes } from './bulk/routes.ts';
import { callAction } from './apex-action.ts';
import { ApiError, errorAnswer, httpErrorAnswer } from './errors.ts';
import { loginRoutes } from './login.ts';
import type { Deployments } from './metadata/deployments.ts';
import { metadataRoutes } from './metadata/metadata-routes.ts';
import type { TestsRunner } from './org-parts.ts';
import type { RestAnswer, RestContext } from './rest/call.ts';
import { findResource } from './rest/resources.ts';
import type { Sessions } from './sessions.ts';
import { streamingRoutes } from './tooling/streaming.ts';
import { testRoutes } from './tooling/test-routes.ts';
import { TestRuns } from './tooling/test-runs.ts';

/** What the API is served from. */
export interface ApiOptions {
  readonly context: RestContext;
  readonly sessions: Sessions;
  /** What the browser is told of an exception of Apex; undefined for any other error. */
  readonly auraErrorBody: (error: unknown) => AuraErrorBody | undefined;
  readonly runTests: TestsRunner;
  /** Takes deployments; absent for an org whose source is a folder that people edit. */
  readonly deployments?: Deployments;
}

/** The oldest that the platform still answers to; clients ask old ones for who they are. */
const OLDEST_VERSION = 31;
const NEWEST_VERSION = 65;

/** Login, REST and the calls of `@AuraEnabled` methods; everything but login needs a session. */
export async function apiRoutes(server: FastifyInstance, options: ApiOptions): Promise<void> {
  const { org, tooling } = options.context;
  const userOfVersion = (request: FastifyRequest): string => {
    requireVersion((request.params as { version: string }).version);
    return userOf(options.sessions, request);
  };
  await server.register(loginRoutes, { org, sessions: options.sessions });
  await server.register(apexSoapRoutes, options);
  await server.register(bulkRoutes, { context: options.context, userOf: userOfVersion });
  const testRuns = new TestRuns({ org, records: tooling, runTests: options.runTests });
  server.addHook('onClose', () => testRuns.close());
  await server.register(streamingRoutes, { org, userOf: (request) => userOf(options.sessions, request) });
  await server.register(testRoutes, { context: options.context, testRuns, userOf: userOfVersion });
  await server.register(metadataRoutes, { ...options, org, tree: options.context.tree, userOf: userOfVersion });
  server.all('/services/async/*', () => {
    throw ApiError.unsupported('Bulk API 1.0; use 2.0 (in jsforce "bulk2", or the option bulkApiVersion: 2)');
  });
  server.get('/services/data', (_request, reply) => reply.send(versions()));
  server.post('/services/local/apex/:className/:method', (request, reply) =>
    callAction(options, userOf(options.sessions, request), request, reply),
  );
  await server.register(apexRestRoutes, { context: options.context, userOf: (request) => userOf(options.sessions, request) });
  server.all('/services/data/:version', (request, reply) => serveRest(options, request, reply));
  server.all('/services/data/:version/*', (request, reply) => serveRest(options, request, reply));
}

/** The user of a request; throws 401 without a valid session. */
export function userOf(sessions: Sessions, request: FastifyRequest): string {
  const userId = sessions.userOf(request);
  if (userId === undefined) throw ApiError.unauthorized();
  return userId;
}

/** Answers with the platform's error body whatever goes wrong under this server. */
export function installErrorAnswers(server: FastifyInstance): void {
  server.setErrorHandler((error, request, reply) => {
    const { status, body } = httpErrorAnswer(error) ?? errorAnswer(error);
    if (status === 500) request.log.error(error);
    return reply.code(status).send(body);
  });
  server.setNotFoundHandler((_request, reply) => {
    const { status, body } = errorAnswer(ApiError.notFound());
    return reply.code(status).send(body);
  });
}

function serveRest({ context, sessions }: ApiOptions, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const userId = userOf(sessions, request);
  const url = new URL(
    request.url.replace(/^[^?]*/, (path) => path.replace(/\/{2,}/g, '/')),
    'http://local',
  );
  // As it was sent: a slash inside an external id must not part the path.
  const [version = '', ...parts] = url.pathname.replace('/services/data/', '').split('/');
  requireVersion(version);
  const { handler, parameters, readsOnly } = findResource(request.method, parts.join('/'));
  const query = url.searchParams;
  const headers = request.headers as Readonly<Record<string, string | undefined>>;
  const answer: RestAnswer = context.org.transaction(
    userId,
    (transaction) =>
      handler({ context, transaction, userId, version, method: request.method, parameters, query, headers, body: request.body }),
    { queued: true, ...(readsOnly && { limits: READING_LIMITS }) },
  );
  if (answer.type !== undefined) void reply.type(answer.type);
  return reply.code(answer.status).send(answer.body);
}

function requireVersion(version: string): void {
  const number = /^v(\d+)\.0$/.exec(version)?.[1];
  if (number !== undefined && Number(number) >= OLDEST_VERSION && Number(number) <= NEWEST_VERSION) return;
  throw ApiError.notFound(`The local org speaks the versions v${OLDEST_VERSION}.0 to v${NEWEST_VERSION}.0, not ${version}`);
}

function versions(): { label: string; url: string; version: string }[] {
  return Array.from({ length: NEWEST_VERSION - OLDEST_VERSION + 1 }, (_unused, index) => {
    const version = `${OLDEST_VERSION + index}.0`;
    return { label: `Version ${version}`, url: `/services/data/v${version}`, version };
  });
}
