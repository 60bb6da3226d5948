/* eslint-disable @typescript-eslint/only-throw-error -- what the platform rejects with is no Error: components read `error.body.message` */
/** The only module that calls the local org: every answer is JSON, every error has the platform's shape. */

const VERSION = 'v65.0';

/** The error of a call, as the platform gives it to components. */
interface ResponseError {
  readonly ok: false;
  readonly status: number;
  readonly statusText: string;
  readonly body: unknown;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** Calls the user interface API: `callUiApi('GET', '/records/006...', undefined)`. */
export function callUiApi<Data>(method: Method, path: string, body?: unknown): Promise<Data> {
  return call<Data>(method, `/services/data/${VERSION}/ui-api${path}`, body);
}

/** Calls an `@AuraEnabled` method with its parameters by name. */
export function callApex<Data>(className: string, method: string, parameters: unknown): Promise<Data> {
  return call<Data>('POST', `/services/local/apex/${className}/${method}`, parameters ?? {});
}

/** Calls what only the local org has: the session, its users, notifications and mails. */
export function callLocal<Data>(method: Method, path: string, body?: unknown): Promise<Data> {
  return call<Data>(method, `/local${path}`, body);
}

async function call<Data>(method: Method, path: string, body: unknown): Promise<Data> {
  const response = await send(method, path, body);
  const text = await response.text();
  const answer: unknown = text === '' ? null : parse(text, response);
  if (response.ok) return answer as Data;
  throw failure(response, answer);
}

async function send(method: Method, path: string, body: unknown): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw failure({ status: 0, statusText: 'Disconnected' }, { message: 'The local org does not answer. Is it still running?' });
  }
}

function parse(text: string, response: Response): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw failure(response, { message: text.slice(0, 200) });
  }
}

/** A list of errors, as the REST API answers, becomes one body: components read `body.message`. */
function failure(response: { status: number; statusText: string }, answer: unknown): ResponseError {
  const body: unknown = Array.isArray(answer) ? (answer.length === 1 ? answer[0] : answer) : answer;
  return { ok: false, status: response.status, statusText: response.statusText, body };
}

/** Makes a value read-only to its depths, as the platform does with what a wire provides. */
export function deepFreeze<Data>(value: Data): Data {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
