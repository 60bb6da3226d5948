import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parseSoql } from '../../data/soql/parse.ts';
import { READING_LIMITS } from '../../data/governor-limits.ts';
import { ApiError } from '../errors.ts';
import { utf8Text } from '../http-server.ts';
import type { RestCall, RestContext } from '../rest/call.ts';
import { queryAsUser } from '../rest/call.ts';
import { columnsOf } from '../rest/query-columns.ts';
import type { QueryColumn } from '../rest/query-columns.ts';
import { recordBody } from '../rest/record-body.ts';
import { objectBody } from '../rest/record-input.ts';
import { delimiterOf, formatCsv } from './csv.ts';
import { BulkJobs } from './jobs.ts';
import type { IngestJob, IngestOperation, QueryJob } from './jobs.ts';
import { processJob } from './process.ts';

/** What the Bulk API 2.0 is served from. */
export interface BulkOptions {
  readonly context: RestContext;
  /** The user of a request; throws 401 without a session, 404 for a version that is not spoken. */
  readonly userOf: (request: FastifyRequest) => string;
}

interface Call {
  readonly userId: string;
  readonly version: string;
  readonly id: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const OPERATIONS: readonly IngestOperation[] = ['insert', 'update', 'upsert', 'delete'];
const LARGEST_FILE = 150 * 1024 * 1024;
const LARGEST_PAGE = 50_000;

/** Bulk API 2.0: jobs that write or read many records by CSV. Jobs last until the server stops. */
export function bulkRoutes(server: FastifyInstance, { context, userOf }: BulkOptions, done: () => void): void {
  const jobs = new BulkJobs();
  server.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: LARGEST_FILE }, (_request, body, parsed) => {
    const text = utf8Text(body as Buffer);
    if (text === undefined) parsed(new ApiError(400, 'INVALIDBATCH', 'The file is not UTF-8: save it as "CSV UTF-8"'));
    else parsed(null, text);
  });
  const serve = (work: (call: Call) => FastifyReply) => (request: FastifyRequest, reply: FastifyReply) => {
    const { version, id = '' } = request.params as { version: string; id?: string };
    return work({ userId: userOf(request), version, id, request, reply });
  };
  const ingest = (work: (job: IngestJob, call: Call) => FastifyReply) =>
    serve((call) => work(found(jobs.find('ingest', call.userId, call.id)), call));
  const query = (work: (job: QueryJob, call: Call) => FastifyReply) =>
    serve((call) => work(found(jobs.find('query', call.userId, call.id)), call));
  const base = '/services/data/:version/jobs';

  server.post(
    `${base}/ingest`,
    serve((call) => call.reply.send(ingestInfo(openIngest(context, jobs, call)))),
  );
  server.put(`${base}/ingest/:id/batches`, ingest(upload));
  server.patch(
    `${base}/ingest/:id`,
    ingest((job, call) => close(context, job, call)),
  );
  server.get(
    `${base}/ingest/:id`,
    ingest((job, { reply }) => reply.send(ingestInfo(job))),
  );
  server.delete(
    `${base}/ingest/:id`,
    ingest((job, { reply }) => remove(jobs, job.id, reply)),
  );
  server.get(
    `${base}/ingest/:id/successfulResults`,
    ingest((job, { reply }) => results(job, reply, ['sf__Id', 'sf__Created'], job.successful)),
  );
  server.get(
    `${base}/ingest/:id/failedResults`,
    ingest((job, { reply }) => results(job, reply, ['sf__Id', 'sf__Error'], job.failed)),
  );
  server.get(
    `${base}/ingest/:id/unprocessedrecords`,
    ingest((job, { reply }) => results(job, reply, [], job.unprocessed)),
  );
  server.post(
    `${base}/query`,
    serve((call) => call.reply.send(queryInfo(runQuery(context, jobs, call)))),
  );
  server.get(
    `${base}/query/:id`,
    query((job, { reply }) => reply.send(queryInfo(job))),
  );
  server.delete(
    `${base}/query/:id`,
    query((job, { reply }) => remove(jobs, job.id, reply)),
  );
  server.get(`${base}/query/:id/results`, query(queryResults));
  done();
}

function found<Job>(job: Job | undefined): Job {
  if (job === undefined) throw ApiError.notFound();
  return job;
}

function remove(jobs: BulkJobs, id: string, reply: FastifyReply): FastifyReply {
  jobs.remove(id);
  return reply.code(204).send();
}

function openIngest(context: RestContext, jobs: BulkJobs, { userId, version, request }: Call): IngestJob {
  const body = objectBody(request.body) as Partial<Record<string, string>>;
  const operation = OPERATIONS.find((candidate) => candidate === body.operation);
  if (operation === undefined) throw new ApiError(400, 'INVALIDJOB', `operation is one of ${OPERATIONS.join(', ')}`);
  if (operation === 'upsert' && !body.externalIdFieldName) throw new ApiError(400, 'INVALIDJOB', 'An upsert takes an externalIdFieldName');
  const object = context.org.schema.object(body.object ?? '');
  if (object === undefined || !context.org.security.objectAccess(userId, object.name).read) {
    throw new ApiError(400, 'INVALIDENTITY', `Unable to find object: ${body.object ?? ''}`);
  }
  delimiterOf(body.columnDelimiter ?? 'COMMA');
  const job: IngestJob = {
    kind: 'ingest',
    id: jobs.newId(),
    userId,
    version,
    createdAt: new Date(),
    object: object.name,
    operation,
    externalIdFieldName: body.externalIdFieldName ?? null,
    columnDelimiter: body.columnDelimiter ?? 'COMMA',
    lineEnding: body.lineEnding ?? 'LF',
    state: 'Open',
    errorMessage: null,
    data: '',
    header: [],
    successful: [],
    failed: [],
    unprocessed: [],
  };
  jobs.add(job);
  return job;
}

function upload(job: IngestJob, { request, reply }: Call): FastifyReply {
  if (job.state !== 'Open' || job.data !== '')
    throw new ApiError(400, 'INVALIDJOBSTATE', 'Data can be uploaded once, while the job is open');
  if (typeof request.body !== 'string') throw new ApiError(400, 'INVALIDBATCH', 'Data comes as text/csv');
  job.data = request.body;
  return reply.code(201).send();
}

function close(context: RestContext, job: IngestJob, { request, reply }: Call): FastifyReply {
  const { state } = objectBody(request.body);
  if (state === 'Aborted') job.state = 'Aborted';
  else if (state === 'UploadComplete' && job.state === 'Open') {
    job.state = 'UploadComplete';
    void processJob(context, job);
  } else throw new ApiError(400, 'INVALIDJOBSTATE', `A job that is ${job.state} can't become ${String(state)}`);
  return reply.send(ingestInfo(job));
}

function results(job: IngestJob, reply: FastifyReply, before: readonly string[], rows: readonly (readonly unknown[])[]): FastifyReply {
  return reply.type('text/csv').send(formatCsv([...before, ...job.header], rows, delimiterOf(job.columnDelimiter)));
}

function runQuery(context: RestContext, jobs: BulkJobs, { userId, version, request }: Call): QueryJob {
  const { query: soql, operation, columnDelimiter = 'COMMA' } = objectBody(request.body) as Partial<Record<string, string>>;
  if (soql === undefined || (operation !== 'query' && operation !== 'queryAll')) {
    throw new ApiError(400, 'INVALIDJOB', 'A query job takes a query, and the operation query or queryAll');
  }
  delimiterOf(columnDelimiter);
  const columns = columnsOf(parseSoql(soql), context.org.schema);
  if (columns.some((column) => column.aggregate))
    throw new ApiError(400, 'API_ERROR', 'Bulk queries take neither aggregates nor sub-queries');
  const header = columns.flatMap((column) => pathsOf(column));
  const work = (transaction: RestCall['transaction']): readonly (readonly unknown[])[] => {
    const call = {
      context,
      transaction,
      userId,
      version,
      method: 'GET',
      parameters: {},
      query: new URLSearchParams(),
      headers: {},
      body: null,
    };
    const { records } = queryAsUser(call, soql, { allRows: operation === 'queryAll' });
    return records.map((record) => {
      const body = recordBody(record, '');
      return header.map((path) => path.split('.').reduce<unknown>((inner, name) => valueIn(inner, name), body));
    });
  };
  const rows = context.org.transaction(userId, work, { limits: READING_LIMITS });
  const object = parseSoql(soql).from.text;
  const job: QueryJob = {
    kind: 'query',
    id: jobs.newId(),
    userId,
    version,
    createdAt: new Date(),
    operation,
    columnDelimiter,
    object,
    query: soql,
    header,
    rows,
  };
  jobs.add(job);
  return job;
}

function pathsOf({ columnName, joinColumns }: QueryColumn): string[] {
  return joinColumns.length === 0 ? [columnName] : joinColumns.flatMap((inner) => pathsOf(inner).map((path) => `${columnName}.${path}`));
}

/** A member of a record by its name in any case. */
function valueIn(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null) return null;
  return Object.entries(body).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? null;
}

function queryResults(job: QueryJob, { request, reply }: Call): FastifyReply {
  const { locator, maxRecords } = request.query as { locator?: string; maxRecords?: string };
  const start = Number(locator ?? 0);
  const size = Math.min(Number(maxRecords ?? LARGEST_PAGE), LARGEST_PAGE);
  if (!Number.isInteger(start) || !Number.isInteger(size) || start < 0 || size < 1)
    throw new ApiError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  const rows = job.rows.slice(start, start + size);
  const next = start + size < job.rows.length ? String(start + size) : 'null';
  return reply
    .type('text/csv')
    .header('Sforce-Locator', next)
    .header('Sforce-NumberOfRecords', String(rows.length))
    .send(formatCsv(job.header, rows, delimiterOf(job.columnDelimiter)));
}

function ingestInfo(job: IngestJob): Record<string, unknown> {
  return {
    ...commonInfo(job),
    operation: job.operation,
    object: job.object,
    state: job.state,
    externalIdFieldName: job.externalIdFieldName,
    lineEnding: job.lineEnding,
    jobType: 'V2Ingest',
    contentUrl: `services/data/${job.version}/jobs/ingest/${job.id}/batches`,
    errorMessage: job.errorMessage,
    numberRecordsProcessed: job.successful.length + job.failed.length,
    numberRecordsFailed: job.failed.length,
  };
}

function queryInfo(job: QueryJob): Record<string, unknown> {
  return {
    ...commonInfo(job),
    operation: job.operation,
    object: job.object,
    state: 'JobComplete',
    lineEnding: 'LF',
    jobType: 'V2Query',
    numberRecordsProcessed: job.rows.length,
  };
}

function commonInfo(job: IngestJob | QueryJob): Record<string, unknown> {
  return {
    id: job.id,
    createdById: job.userId,
    createdDate: job.createdAt.toISOString().replace('Z', '+0000'),
    systemModstamp: job.createdAt.toISOString().replace('Z', '+0000'),
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(job.version.slice(1)),
    columnDelimiter: job.columnDelimiter,
  };
}
