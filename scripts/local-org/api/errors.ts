import { DmlFailure, NoAccess, PlatformError } from '../data/errors.ts';
import type { DmlError } from '../data/transaction.ts';

/** One error in the body of a refused request. */
export interface RestError {
  readonly message: string;
  readonly errorCode: string;
  readonly fields?: readonly string[];
}

/** A request that is refused, as REST says it. */
export class ApiError extends Error {
  readonly status: number;
  readonly errors: readonly RestError[];

  constructor(status: number, errorCode: string, message: string, fields?: readonly string[], options?: ErrorOptions) {
    super(message, options);
    this.name = 'ApiError';
    this.status = status;
    this.errors = [fields === undefined ? { message, errorCode } : { message, errorCode, fields }];
  }

  static notFound(message = 'The requested resource does not exist'): ApiError {
    return new ApiError(404, 'NOT_FOUND', message);
  }

  static unauthorized(): ApiError {
    return new ApiError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
  }

  /** For what the local org does not offer: the message names it. */
  static unsupported(feature: string): ApiError {
    return new ApiError(501, 'NOT_SUPPORTED', `The local org does not support ${feature} yet`);
  }
}

/** An answer to a request: its status and its JSON body. */
export interface ErrorAnswer {
  readonly status: number;
  readonly body: readonly RestError[];
}

const FORBIDDEN = new Set(['INSUFFICIENT_ACCESS_OR_READONLY', 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'API_DISABLED_FOR_ORG']);
const NOT_FOUND = new Set(['ENTITY_IS_DELETED', 'NOT_FOUND']);

/** The answer that the platform would give for an error; anything unforeseen is a 500 that says what happened. */
export function errorAnswer(error: unknown): ErrorAnswer {
  if (error instanceof ApiError) return { status: error.status, body: error.errors };
  if (error instanceof DmlFailure) {
    const errors = error.results.flatMap((result) => result.errors);
    return { status: statusOf(errors[0]?.statusCode ?? ''), body: errors.map(restError) };
  }
  if (error instanceof PlatformError) {
    const body = { message: error.message, errorCode: error.statusCode };
    const status = error instanceof NoAccess ? 403 : statusOf(error.statusCode);
    return { status, body: [error.fields.length > 0 ? { ...body, fields: error.fields } : body] };
  }
  if (error instanceof RangeError && /call stack/.test(error.message)) {
    return { status: 400, body: [{ message: 'The request is nested too deeply to be read', errorCode: 'INVALID_INPUT' }] };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { status: 500, body: [{ message, errorCode: 'UNKNOWN_EXCEPTION' }] };
}

/** The code for a request that is refused before any resource sees it, by its HTTP status. */
const CODES_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'JSON_PARSER_ERROR',
  413: 'EXCEEDED_MAX_SIZE_REQUEST',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** The answer to a request that HTTP itself refuses: too large, of an unknown type, not JSON. Undefined for any other error. */
export function httpErrorAnswer(error: unknown): ErrorAnswer | undefined {
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (statusCode === undefined || statusCode >= 500 || code === undefined) return undefined;
  const message = error instanceof Error ? error.message : String(error);
  return { status: statusCode, body: [{ message, errorCode: CODES_OF_STATUS[statusCode] ?? 'INVALID_INPUT' }] };
}

/** The HTTP status that goes with a status code of the platform. */
export function statusOf(statusCode: string): number {
  if (FORBIDDEN.has(statusCode)) return 403;
  return NOT_FOUND.has(statusCode) ? 404 : 400;
}

/** The error of a DML row in the shape of a single-record request. */
export function restError(error: DmlError): RestError {
  return { message: error.message, errorCode: error.statusCode, fields: error.fields };
}
