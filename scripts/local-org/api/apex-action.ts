import type { FastifyReply, FastifyRequest } from 'fastify';
import { NoSuchAction } from '../apex/engine.ts';
import { SYNCHRONOUS_LIMITS } from '../data/governor-limits.ts';
import type { AuraErrorBody } from '../apex/engine-types.ts';
import { ApiError } from './errors.ts';
import type { ApiEngine, ApiOrg } from './org-parts.ts';

/** What the calls of `@AuraEnabled` methods work with. */
export interface ActionOptions {
  readonly context: { readonly org: ApiOrg; readonly engine: ApiEngine };
  readonly auraErrorBody: (error: unknown) => AuraErrorBody | undefined;
}

/** As on the platform, a cacheable method fails at its first DML statement. */
const CACHEABLE_LIMITS = { ...SYNCHRONOUS_LIMITS, dmlStatements: 0 };

/**
 * POST /services/local/apex/:className/:method: calls an `@AuraEnabled` method with the body's members as its named parameters.
 * Whatever goes wrong in it comes as the object that a component finds in `error.body`.
 */
export function callAction(
  { context, auraErrorBody }: ActionOptions,
  userId: string,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { org, engine } = context;
  const { className, method } = request.params as { className: string; method: string };
  const { body } = request;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ApiError(400, 'JSON_PARSER_ERROR', 'The request body must be a JSON object of named parameters');
  }
  try {
    const cacheable = engine.isCacheable(className, method);
    if (!org.security.hasClassAccess(userId, className)) {
      return reply.code(403).send({ message: `You do not have access to the Apex class named '${className}'.` });
    }
    const work = (transaction: Parameters<ApiEngine['callAura']>[0]): unknown =>
      engine.callAura(transaction, className, method, body as Record<string, unknown>);
    const result = org.transaction(userId, work, { queued: true, ...(cacheable && { limits: CACHEABLE_LIMITS }) });
    return reply.type('application/json').send(JSON.stringify(result ?? null));
  } catch (error) {
    if (error instanceof NoSuchAction) return reply.code(404).send({ message: error.message });
    const errorBody = auraErrorBody(error);
    if (errorBody === undefined) throw error;
    return reply.code(500).send(errorBody);
  }
}
