import { listApprovals, processApprovals } from './approvals.ts';
import type { RestHandler } from './call.ts';
import { customAction, customActions, customActionTypes, actionKinds, runAction } from './actions.ts';
import { composite, compositeBatch, compositeGraph } from './composite.ts';
import { createCollection, deleteCollection, readCollection, updateCollection, upsertCollection } from './collections.ts';
import { describeBasic, describeGlobal, describeObject } from './describe.ts';
import { limits, resourcesOfVersion } from './limits.ts';
import { query, queryAll, queryMore, toolingQuery } from './query.ts';
import { createRecord, deleteRecord, deleteRecordByKey, getRecord, getRecordByKey, updateRecord, upsertRecord } from './records.ts';
import { deletedRecords, updatedRecords } from './replication.ts';
import { parameterizedSearch, search } from './search.ts';
import { executeAnonymous } from './tooling.ts';
import { createTree } from './tree.ts';
import { ApiError } from '../errors.ts';

/** A resource: a method and a path under `/services/data/vXX.0`, of which parts with a colon are parameters. */
interface Resource {
  readonly method: string;
  readonly parts: readonly string[];
  readonly handler: RestHandler;
}

/** Earlier entries win: a fixed part before a parameter. */
const RESOURCES: readonly Resource[] = [
  resource('GET', '', resourcesOfVersion),
  resource('GET', 'limits', limits),
  resource('GET', 'query', query),
  resource('GET', 'query/:cursor', queryMore),
  resource('GET', 'queryAll', queryAll),
  resource('GET', 'queryAll/:cursor', queryMore),
  resource('GET', 'search', search),
  resource('GET', 'parameterizedSearch', parameterizedSearch),
  resource('POST', 'parameterizedSearch', parameterizedSearch),
  resource('GET', 'sobjects', describeGlobal),
  resource('GET', 'sobjects/:object', describeBasic),
  resource('POST', 'sobjects/:object', createRecord),
  resource('GET', 'sobjects/:object/describe', describeObject),
  resource('GET', 'sobjects/:object/updated', updatedRecords),
  resource('GET', 'sobjects/:object/deleted', deletedRecords),
  resource('GET', 'sobjects/:object/:id', getRecord),
  resource('PATCH', 'sobjects/:object/:id', updateRecord),
  resource('DELETE', 'sobjects/:object/:id', deleteRecord),
  resource('GET', 'sobjects/:object/:key/:value', getRecordByKey),
  resource('PATCH', 'sobjects/:object/:key/:value', upsertRecord),
  resource('DELETE', 'sobjects/:object/:key/:value', deleteRecordByKey),
  resource('GET', 'actions', actionKinds),
  resource('GET', 'actions/custom', customActionTypes),
  resource('GET', 'actions/custom/:type', customActions),
  resource('GET', 'actions/custom/:type/:name', customAction),
  resource('POST', 'actions/custom/:type/:name', runAction),
  resource('POST', 'composite', composite),
  resource('POST', 'composite/sobjects', createCollection),
  resource('PATCH', 'composite/sobjects', updateCollection),
  resource('DELETE', 'composite/sobjects', deleteCollection),
  resource('GET', 'composite/sobjects/:object', readCollection),
  resource('POST', 'composite/sobjects/:object', readCollection),
  resource('PATCH', 'composite/sobjects/:object/:key', upsertCollection),
  resource('POST', 'composite/tree/:object', createTree),
  resource('POST', 'composite/batch', compositeBatch),
  resource('POST', 'composite/graph', compositeGraph),
  resource('GET', 'process/approvals', listApprovals),
  resource('POST', 'process/approvals', processApprovals),
  resource('GET', 'tooling/query', toolingQuery),
  resource('GET', 'tooling/sobjects/:object/describe', describeObject),
  resource('GET', 'tooling/query/:cursor', queryMore),
  resource('GET', 'tooling/executeAnonymous', executeAnonymous),
];

function resource(method: string, path: string, handler: RestHandler): Resource {
  return { method, parts: path.split('/'), handler };
}

/** A resource found for a path, with the values of its parameters. */
export interface FoundResource {
  /** Whether it only reads: then it is not bound by the governor limits, which are about Apex. */
  readonly readsOnly: boolean;
  readonly handler: RestHandler;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Finds the resource of a method and of a path under the version (`sobjects/Account`). Throws 404 or 405, or names what is missing. */
export function findResource(method: string, path: string): FoundResource {
  const parts = path
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
  if (parts.length === 0) parts.push('');
  const wanted = method === 'HEAD' ? 'GET' : method;
  const otherMethods: string[] = [];
  for (const candidate of RESOURCES) {
    const parameters = match(candidate.parts, parts);
    if (parameters === undefined) continue;
    if (candidate.method === wanted)
      return { handler: candidate.handler, parameters, readsOnly: wanted === 'GET' && candidate.handler !== executeAnonymous };
    otherMethods.push(candidate.method);
  }
  if (otherMethods.length > 0) {
    throw new ApiError(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed. Allowed are ${otherMethods.join(', ')}`);
  }
  const missing = NOT_YET.find((prefix) => parts.join('/').startsWith(prefix));
  if (missing !== undefined) throw ApiError.unsupported(`the resource ${missing}`);
  throw ApiError.notFound();
}

/** Resources of the platform that are known, and known to be missing here. */
const NOT_YET = ['jobs', 'search', 'actions/standard', 'analytics', 'wave', 'process', 'tooling', 'metadata', 'chatter', 'recent'];

function match(pattern: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const given = parts[index];
    if (part.startsWith(':')) parameters[part.slice(1)] = given;
    else if (part.toLowerCase() !== given.toLowerCase()) return undefined;
  }
  return parameters;
}
