import cookie from '@fastify/cookie';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ApiError, errorAnswer, httpErrorAnswer } from './errors.ts';
import { installErrorAnswers } from './routes.ts';

/** Largest request body: a collection of 200 records with long texts. */
const BODY_LIMIT = 64 * 1024 * 1024;
/** Anonymous Apex comes in the URL. */
export const HEADER_LIMIT = 1024 * 1024;
/** External ids are part of the path. */
const LONGEST_PARAMETER = 500;

/** Bytes as text; undefined when they are not UTF-8: nothing is stored with letters that were guessed. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A server without routes that answers errors as the platform does, and takes addresses as clients build them: with a slash too many. */
export async function newHttpServer(): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: BODY_LIMIT,
    routerOptions: { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true, maxParamLength: LONGEST_PARAMETER },
    frameworkErrors: (error, _request, reply) => {
      const { status, body } = httpErrorAnswer(error) ?? errorAnswer(error);
      void (reply as FastifyReply).code(status).send(body);
    },
    forceCloseConnections: true,
    http: { maxHeaderSize: HEADER_LIMIT },
  });
  installErrorAnswers(server);
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = utf8Text(body as Buffer);
    if (text === undefined) done(new ApiError(400, 'JSON_PARSER_ERROR', 'The body is not UTF-8'));
    // Clients name the type also where there is no body, as with DELETE.
    else if (text === '') done(null, undefined);
    else void parseJson(request, text, done);
  });
  await server.register(cookie);
  return server;
}
