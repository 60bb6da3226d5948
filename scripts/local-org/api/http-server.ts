import cookie from '@fastify/cookie';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { installErrorAnswers } from './routes.ts';

/** Largest request body: a collection of 200 records with long texts. */
const BODY_LIMIT = 64 * 1024 * 1024;
/** Anonymous Apex comes in the URL. */
export const HEADER_LIMIT = 1024 * 1024;
/** External ids are part of the path. */
const LONGEST_PARAMETER = 500;

/** A server without routes that answers errors as the platform does, and takes addresses as clients build them: with a slash too many. */
export async function newHttpServer(): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: BODY_LIMIT,
    routerOptions: { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true, maxParamLength: LONGEST_PARAMETER },
    forceCloseConnections: true,
    http: { maxHeaderSize: HEADER_LIMIT },
  });
  installErrorAnswers(server);
  const parseJson = server.getDefaultJsonParser('error', 'error');
  // Clients name the type also where there is no body, as with DELETE.
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parseJson(request, body as string, done);
  });
  await server.register(cookie);
  return server;
}
