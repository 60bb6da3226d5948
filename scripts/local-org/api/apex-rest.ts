import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RestRefusal } from '../apex/rest/rest-service.ts';
import { ApexException, apexStackTrace, asApexException } from '../apex/runtime/exception.ts';
import type { RestContext } from './rest/call.ts';

/** What the services written in Apex work with. */
export interface ApexRestOptions {
  readonly context: RestContext;
  /** The user of a request; throws when there is none. */
  readonly userOf: (request: FastifyRequest) => string;
}

const PREFIX = '/services/apexrest';

/** Services written in Apex (`@RestResource`): whatever comes in the body is theirs to read. */
export function apexRestRoutes(server: FastifyInstance, options: ApexRestOptions, done: () => void): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
  server.all(`${PREFIX}/*`, (request, reply) => answer(options, request, reply));
  done();
}

function answer({ context: { org, engine }, userOf }: ApexRestOptions, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const userId = userOf(request);
  const { pathname, searchParams } = new URL(request.url, 'http://local');
  const asked = {
    method: request.method,
    path: decodeURI(pathname.slice(PREFIX.length)),
    query: searchParams,
    headers: request.headers,
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    remoteAddress: request.ip,
  };
  try {
    const mayUse = (className: string): boolean => org.security.hasClassAccess(userId, className);
    const { status, headers, body } = org.transaction(userId, (transaction) => engine.callRest(transaction, asked, mayUse), {
      queued: true,
    });
    return reply
      .code(status)
      .headers(headers)
      .send(body === undefined ? undefined : Buffer.from(body));
  } catch (error) {
    if (error instanceof RestRefusal) return reply.code(error.status).send([{ errorCode: error.errorCode, message: error.message }]);
    const exception = asApexException(error);
    if (!(exception instanceof ApexException)) throw error;
    const message = `${exception.toString()}\n\n${apexStackTrace(exception)}`;
    return reply.code(exception.typeName === 'System.JSONException' ? 400 : 500).send([{ errorCode: 'APEX_ERROR', message }]);
  }
}
