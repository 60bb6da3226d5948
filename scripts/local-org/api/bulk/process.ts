import { setImmediate } from 'node:timers/promises';
import { ApiError, errorAnswer } from '../errors.ts';
import type { RestCall, RestContext } from '../rest/call.ts';
import { createCollection, deleteCollection, updateCollection, upsertCollection } from '../rest/collections.ts';
import { delimiterOf, parseCsv } from './csv.ts';
import type { IngestJob } from './jobs.ts';

/** Rows of one transaction, as triggers get them. */
const CHUNK = 200;
/** What a cell says to empty a field; an empty cell leaves the field alone. */
const EMPTY = '#N/A';

interface Saved {
  readonly id?: string;
  readonly success: boolean;
  readonly created?: boolean;
  readonly errors: readonly { readonly statusCode: string; readonly message: string; readonly fields: readonly string[] }[];
}

/** Writes the records of a job, 200 a transaction; other requests are served in between. Good rows stay, bad ones are told. */
export async function processJob(context: RestContext, job: IngestJob): Promise<void> {
  job.state = 'InProgress';
  try {
    const { header, rows } = parseCsv(job.data, delimiterOf(job.columnDelimiter));
    checkHeader(context, job.object, header);
    job.header = header;
    job.unprocessed = rows;
    while (job.unprocessed.length > 0 && !isAborted(job)) {
      const chunk = job.unprocessed.slice(0, CHUNK);
      saveChunk(context, job, chunk);
      job.unprocessed = job.unprocessed.slice(CHUNK);
      await setImmediate();
    }
    if (!isAborted(job)) job.state = 'JobComplete';
  } catch (error) {
    job.state = 'Failed';
    job.errorMessage = errorAnswer(error).body[0]?.message ?? String(error);
  } finally {
    job.data = '';
  }
}

/** A column that leads nowhere, or one that is there twice, would lose what is in it: no row is written then. */
function checkHeader({ org }: RestContext, objectName: string, header: readonly string[]): void {
  if (header.length === 0) throw new ApiError(400, 'INVALIDBATCH', 'InvalidBatch : The file is empty: its first line names the fields');
  const fields = [...(org.schema.object(objectName)?.fields.values() ?? [])];
  const names = new Set(fields.flatMap(({ name, relationshipName }) => [name, relationshipName]).map((name) => name?.toLowerCase()));
  const seen = new Set<string>();
  for (const column of header) {
    const name = column.toLowerCase();
    if (!names.has(name.split('.')[0])) throw new ApiError(400, 'INVALIDBATCH', `InvalidBatch : Field name not found : ${column}`);
    if (seen.has(name)) throw new ApiError(400, 'INVALIDBATCH', `InvalidBatch : Duplicate field : ${column} is named twice`);
    seen.add(name);
  }
}

/** A request to abort comes while the job waits for its turn. */
function isAborted(job: IngestJob): boolean {
  return job.state === 'Aborted';
}

function saveChunk(context: RestContext, job: IngestJob, chunk: readonly (readonly string[])[]): void {
  const records = chunk.map((cells) => recordOf(job, cells));
  const results = context.org.transaction(job.userId, (transaction) => {
    const call: RestCall = {
      context,
      transaction,
      userId: job.userId,
      version: job.version,
      method: 'POST',
      parameters: { object: job.object, key: job.externalIdFieldName ?? '' },
      query: new URLSearchParams({ ids: records.map((record) => String(record.Id ?? '')).join(',') }),
      headers: {},
      body: { allOrNone: false, records },
    };
    return HANDLERS[job.operation](call).body as Saved[];
  });
  chunk.forEach((cells, index) => {
    const { id = '', success, created = job.operation === 'insert', errors } = results[index];
    if (success) job.successful.push([id, created, ...cells]);
    else
      job.failed.push([
        id,
        errors.map(({ statusCode, message, fields }) => `${statusCode}:${message}:${fields.join(',')} --`).join(';'),
        ...cells,
      ]);
  });
}

const HANDLERS = { insert: createCollection, update: updateCollection, upsert: upsertCollection, delete: deleteCollection };

/** A record in JSON from a row; `Account.Key__c` names the parent by its external id. */
function recordOf(job: IngestJob, cells: readonly string[]): Record<string, unknown> {
  const record: Record<string, unknown> = { attributes: { type: job.object } };
  job.header.forEach((name, index) => {
    const cell = cells[index] ?? '';
    if (cell === '') return;
    const value = cell === EMPTY ? null : cell;
    const [relationship = '', key] = name.split('.');
    if (key === undefined) record[name.toLowerCase() === 'id' ? 'Id' : name] = value;
    else record[relationship] = { [key]: value };
  });
  return record;
}
