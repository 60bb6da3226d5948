import { columnsOf } from './query-columns.ts';
import { askedBy, aggregateBody, recordBody } from './record-body.ts';
import type { Schema } from '../../data/schema/description.ts';
import { USER } from '../../data/transaction.ts';
import type { QueryOutcome } from '../../data/transaction.ts';
import { parseSoql } from '../../data/soql/parse.ts';
import { ApiError } from '../errors.ts';
import { basePath, queryAsUser } from './call.ts';
import type { RestAnswer, RestCall } from './call.ts';

const DEFAULT_PAGE = 2000;
const SMALLEST_PAGE = 200;
const LARGEST_PAGE = 2000;

/** GET /query?q=, or ?explain= for how the platform would go about it. */
export function query(call: RestCall): RestAnswer {
  const explained = call.query.get('explain');
  if (explained !== null) return { status: 200, body: { plans: call.transaction.explain(explained, USER) } };
  return runQuery(call, false);
}

/** GET /queryAll?q=: deleted rows too. */
export function queryAll(call: RestCall): RestAnswer {
  return runQuery(call, true);
}

/** GET /query/:cursor: the next page; the cursor is an id, a dash, and the number of the row it begins with. */
export function queryMore(call: RestCall): RestAnswer {
  const [id = '', start = ''] = call.parameters.cursor.split('-');
  const records = call.context.cursors.find(call.userId, id);
  if (records === undefined || !/^\d+$/.test(start)) throw new ApiError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  return { status: 200, body: page(call, id, records, Number(start)) };
}

/** GET /tooling/query?q=: records of the Tooling API, else those of the org. */
export function toolingQuery(call: RestCall): RestAnswer {
  const { tooling } = call.context;
  const soql = textOf(call);
  if (!tooling.has(parseSoql(soql).from.text)) return query(call);
  return answer(call, tooling.schema, soql, tooling.query(call.userId, soql));
}

function runQuery(call: RestCall, allRows: boolean): RestAnswer {
  const soql = textOf(call);
  return answer(call, call.context.org.schema, soql, queryAsUser(call, soql, { allRows }));
}

function textOf(call: RestCall): string {
  const soql = call.query.get('q');
  if (soql === null || soql.trim() === '') throw new ApiError(400, 'MALFORMED_QUERY', 'The parameter q must hold a query');
  return soql;
}

function answer(call: RestCall, schema: Schema, soql: string, outcome: QueryOutcome): RestAnswer {
  if (call.query.get('columns') === 'true') return { status: 200, body: { columnMetadata: columnsOf(parseSoql(soql), schema) } };
  const base = basePath(call);
  const { aggregateNames } = outcome;
  if (aggregateNames !== undefined) {
    const records = outcome.records.map((record) => aggregateBody(record, aggregateNames));
    return { status: 200, body: { totalSize: records.length, done: true, records } };
  }
  const asked = askedBy(parseSoql(soql));
  const records = outcome.records.map((record) => withCoverage(recordBody(record, base, asked)));
  const size = pageSize(call);
  if (records.length <= size) return { status: 200, body: { totalSize: outcome.totalSize, done: true, records } };
  return { status: 200, body: page(call, call.context.cursors.keep(call.userId, records), records, 0) };
}

/** Lines that ran are a structure of the Tooling API, not a text. */
function withCoverage(body: Record<string, unknown>): Record<string, unknown> {
  const { type } = body.attributes as { type: string };
  const isCoverage = type === 'ApexCodeCoverage' || type === 'ApexCodeCoverageAggregate';
  return isCoverage && typeof body.Coverage === 'string' ? { ...body, Coverage: JSON.parse(body.Coverage) as unknown } : body;
}

function page(call: RestCall, id: string, records: readonly unknown[], start: number): Record<string, unknown> {
  const end = start + pageSize(call);
  const done = end >= records.length;
  const body = { totalSize: records.length, done, records: records.slice(start, end) };
  return done ? body : { ...body, nextRecordsUrl: `${basePath(call)}/query/${id}-${end}` };
}

/** `Sforce-Query-Options: batchSize=500`. */
function pageSize(call: RestCall): number {
  const match = /batchSize\s*=\s*(\d+)/i.exec(call.headers['sforce-query-options'] ?? '');
  return match ? Math.min(LARGEST_PAGE, Math.max(SMALLEST_PAGE, Number(match[1]))) : DEFAULT_PAGE;
}
