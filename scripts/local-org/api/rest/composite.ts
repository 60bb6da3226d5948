import { ApiError, errorAnswer } from '../errors.ts';
import type { RestAnswer, RestCall } from './call.ts';
import { objectBody } from './record-input.ts';
import { findResource } from './resources.ts';

const MOST_PARTS = 25;
const MOST_NODES = 500;
const PATH = /^\/?services\/data\/(v\d+\.0)\/?/;

interface Part {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  readonly referenceId: string;
}

interface PartAnswer {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

/** POST /composite: requests one after another, later ones with values of earlier ones (`@{newAccount.id}`). */
export function composite(call: RestCall): RestAnswer {
  const body = objectBody(call.body);
  if (!Array.isArray(body.compositeRequest))
    throw new ApiError(400, 'JSON_PARSER_ERROR', 'The request body must hold a list called compositeRequest');
  limitTo(body.compositeRequest.length);
  const { compositeResponse } = runParts(call, body.compositeRequest, body.allOrNone === true);
  return { status: 200, body: { compositeResponse } };
}

/** POST /composite/graph: several composite requests, each of which counts as a whole or not at all. */
export function compositeGraph(call: RestCall): RestAnswer {
  const { graphs } = objectBody(call.body);
  if (!Array.isArray(graphs)) throw new ApiError(400, 'JSON_PARSER_ERROR', 'The request body must hold a list called graphs');
  const read = graphs.map((graph: unknown) => objectBody(graph));
  const parts = read.map(({ compositeRequest }) => (Array.isArray(compositeRequest) ? (compositeRequest as unknown[]) : []));
  if (parts.flat().length > MOST_NODES) {
    throw new ApiError(400, 'EXCEEDED_MAX_SIZE_REQUEST', `At most ${MOST_NODES} nodes fit into the graphs of one request`);
  }
  const answers = read.map(({ graphId }, index) => {
    const { compositeResponse, failed } = runParts(call, parts[index] ?? [], true);
    return { graphId, graphResponse: { compositeResponse }, isSuccessful: !failed };
  });
  return { status: 200, body: { graphs: answers } };
}

/** Runs requests one after another. With `allOrNone` the first failure undoes those before it, and those after it don't run. */
function runParts(
  call: RestCall,
  requests: readonly unknown[],
  allOrNone: boolean,
): { readonly compositeResponse: readonly PartAnswer[]; readonly failed: boolean } {
  const parts = requests.map((part) => partOf(objectBody(part)));
  const answers = new Map<string, PartAnswer>();
  const whole = call.transaction.savepoint();
  let failed = false;
  for (const part of parts) {
    const answer: PartAnswer = failed && allOrNone ? haltedAnswer(part.referenceId) : answerPart(call, part, answers);
    answers.set(part.referenceId, answer);
    failed ||= answer.httpStatusCode >= 400;
  }
  if (!(failed && allOrNone)) {
    call.transaction.release(whole);
    return { compositeResponse: [...answers.values()], failed };
  }
  call.transaction.rollback(whole);
  const compositeResponse = [...answers.values()].map((answer) =>
    answer.httpStatusCode < 400 ? haltedAnswer(answer.referenceId) : answer,
  );
  return { compositeResponse, failed };
}

/** POST /composite/batch: requests that know nothing of each other. */
export function compositeBatch(call: RestCall): RestAnswer {
  const body = objectBody(call.body);
  if (!Array.isArray(body.batchRequests))
    throw new ApiError(400, 'JSON_PARSER_ERROR', 'The request body must hold a list called batchRequests');
  limitTo(body.batchRequests.length);
  const results: { statusCode: number; result: unknown }[] = [];
  let halted = false;
  for (const request of body.batchRequests) {
    const { method, url, richInput } = objectBody(request);
    if (halted) {
      results.push({ statusCode: 412, result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }] });
      continue;
    }
    const path = String(url).replace(/^\/?(?:services\/data\/)?/, '/services/data/');
    const { httpStatusCode, body: result } = answerPart(
      call,
      { method: String(method), url: path, body: richInput, referenceId: '' },
      new Map(),
    );
    results.push({ statusCode: httpStatusCode, result: result ?? null });
    halted = httpStatusCode >= 400 && body.haltOnError === true;
  }
  return { status: 200, body: { hasErrors: results.some((result) => result.statusCode >= 400), results } };
}

/** Runs one part in a savepoint of its own: what it did is taken back when it fails. */
function answerPart(call: RestCall, part: Part, answers: ReadonlyMap<string, PartAnswer>): PartAnswer {
  const savepoint = call.transaction.savepoint();
  try {
    const url = new URL(filled(part.url, answers) as string, 'http://local');
    const version = PATH.exec(url.pathname)?.[1];
    if (version === undefined) throw ApiError.notFound();
    const { handler, parameters } = findResource(part.method.toUpperCase(), url.pathname.replace(PATH, ''));
    const inner = {
      ...call,
      version,
      method: part.method.toUpperCase(),
      parameters,
      query: url.searchParams,
      body: filled(part.body, answers),
    };
    const { status, body } = handler(inner);
    call.transaction.release(savepoint);
    return { body: body ?? null, httpHeaders: {}, httpStatusCode: status, referenceId: part.referenceId };
  } catch (error) {
    call.transaction.rollback(savepoint);
    const { status, body } = errorAnswer(error);
    if (status === 500) throw error;
    return { body, httpHeaders: {}, httpStatusCode: status, referenceId: part.referenceId };
  }
}

/** Puts values of earlier answers in the place of `@{reference.path}`. */
function filled(value: unknown, answers: ReadonlyMap<string, PartAnswer>): unknown {
  if (typeof value === 'string') {
    return value.replace(/@\{(\w+)\.([^}]+)\}/g, (whole, reference: string, path: string) => {
      const answer = answers.get(reference);
      if (answer === undefined) throw new ApiError(400, 'PROCESSING_HALTED', `Invalid reference specified. No value for ${whole} found`);
      const found = path
        .split(/[.[\]]+/)
        .reduce<unknown>((inner, step) => (step === '' ? inner : (inner as Record<string, unknown> | null)?.[step]), answer.body);
      if (found === undefined || found === null) {
        throw new ApiError(400, 'PROCESSING_HALTED', `Invalid reference specified. No value for ${path} found in ${reference}`);
      }
      return String(found);
    });
  }
  if (Array.isArray(value)) return value.map((item) => filled(item, answers));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, answers)]));
}

function partOf(part: Readonly<Record<string, unknown>>): Part {
  const { method, url, body, referenceId } = part;
  if (typeof method !== 'string' || typeof url !== 'string' || typeof referenceId !== 'string') {
    throw new ApiError(400, 'JSON_PARSER_ERROR', 'Each of the composite requests needs a method, a url and a referenceId');
  }
  return { method, url, body, referenceId };
}

function haltedAnswer(referenceId: string): PartAnswer {
  const message = 'The transaction was rolled back since another operation in the same transaction failed.';
  return { body: [{ errorCode: 'PROCESSING_HALTED', message }], httpHeaders: {}, httpStatusCode: 400, referenceId };
}

function limitTo(count: number): void {
  if (count > MOST_PARTS)
    throw new ApiError(400, 'EXCEEDED_MAX_SIZE_REQUEST', `At most ${MOST_PARTS} requests fit into one, these are ${count}`);
}
