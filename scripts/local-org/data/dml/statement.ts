import { DmlFailure, PlatformError } from '../errors.ts';
import type { SObjectRecord } from '../record.ts';
import type { DmlOptions, DmlResult, TriggerEvent } from '../transaction.ts';
import { inaccessibleFields } from './access.ts';
import type { DmlContext, DmlOperation, DmlRow } from './dml-context.ts';
import { fail, good } from './dml-context.ts';

/** Triggers get at most this many records at a time. */
const CHUNK = 200;

/** How often a call that keeps what is good is tried where triggers run. */
const MOST_ATTEMPTS = 3;

/** The most runs of records of one object that a call may consist of. */
const MOST_RUNS = 10;

/** Makes the rows of a DML call. */
export function rowsOf(records: readonly SObjectRecord[]): DmlRow[] {
  return records.map((given, index) => ({ index, given, record: given, old: undefined, errors: [] }));
}

/**
 * Slices a call as the platform does: where the object changes, and after 200 records.
 * @throws PlatformError when the objects alternate too often.
 */
function chunksOf(rows: readonly DmlRow[]): DmlRow[][] {
  const runs: DmlRow[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.[0]?.given.description === row.given.description) {
      run.push(row);
    } else {
      runs.push([row]);
    }
  }
  if (runs.length > MOST_RUNS) {
    throw new PlatformError(
      'INVALID_TYPE',
      'Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.',
    );
  }
  return runs.flatMap((run) =>
    Array.from({ length: Math.ceil(run.length / CHUNK) }, (_, index) => run.slice(index * CHUNK, (index + 1) * CHUNK)),
  );
}

/**
 * Runs a DML call on the rows that were not refused before: counts it, takes the rows of one object 200 at a time through `process`, and keeps the platform's promise. All or none: any error
 * undoes the whole call and throws. Otherwise the bad rows are taken out and the good ones run again from the start, so that nothing
 * triggers did for a bad row remains.
 * @throws DmlFailure when `allOrNone` and a row failed.
 * @throws PlatformError when the call alternates between objects too often, or triggers refuse other rows at each attempt.
 */
export function runStatement(
  context: DmlContext,
  operation: DmlOperation,
  rows: readonly DmlRow[],
  options: DmlOptions,
  process: (rows: readonly DmlRow[]) => void,
): void {
  if (rows.length === 0) {
    return;
  }
  context.limits.consume('dmlStatements', 1);
  context.limits.consume('dmlRows', rows.length);
  const refuse = (): never => {
    const objectNames = rows.map((row) => row.given.description.name);
    throw new DmlFailure(operation, resultsOf(rows), objectNames, sentenceOf(rows));
  };
  if (options.allOrNone && good(rows).length < rows.length) {
    refuse();
  }
  const chunks = chunksOf(good(rows));
  const { transaction } = context;
  const start = transaction.savepoint();
  try {
    for (const chunk of chunks) {
      runChunk(context, chunk, options, process);
      if (options.allOrNone && rows.some((row) => row.errors.length > 0)) {
        refuse();
      }
    }
  } catch (error) {
    transaction.rollback(start);
    transaction.release(start);
    throw error;
  }
  transaction.release(start);
}

/** Fields without access are reported in a sentence of their own. */
function sentenceOf(rows: readonly DmlRow[]): string | undefined {
  const first = rows.find((row) => row.errors.length > 0);
  const sentence = inaccessibleFields(first?.given.description.name ?? '');
  return first?.errors[0]?.message === sentence ? sentence : undefined;
}

function runChunk(context: DmlContext, chunk: readonly DmlRow[], options: DmlOptions, process: (rows: readonly DmlRow[]) => void): void {
  if (options.allOrNone) {
    process(chunk);
    return;
  }
  let remaining = [...chunk];
  const withTriggers = EVENTS.some((event) => context.triggers.handles(chunk[0].given.description.name, event));
  const resetLimits = context.limits.mark();
  for (let attempt = 1; remaining.length > 0; attempt++) {
    const start = context.transaction.savepoint();
    process(remaining);
    const survivors = good(remaining);
    if (survivors.length < remaining.length) {
      context.transaction.rollback(start);
      if (withTriggers && attempt === MOST_ATTEMPTS) {
        throw new PlatformError('UNKNOWN_EXCEPTION', 'Too many batch retries in the presence of Apex triggers and partial failures.');
      }
      resetLimits();
    }
    context.transaction.release(start);
    if (survivors.length === remaining.length) {
      return;
    }
    remaining = survivors;
  }
}

const EVENTS: readonly TriggerEvent[] = [
  'before insert',
  'before update',
  'before delete',
  'after insert',
  'after update',
  'after delete',
  'after undelete',
];

/** Does something for one row; a refusal becomes the row's error. */
export function attempt<T>(row: DmlRow, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PlatformError) || error.constructor !== PlatformError) {
      throw error;
    }
    fail(row, error.statusCode, error.message, error.fields);
    return undefined;
  }
}

/** The outcome of each row, in the order of the call. */
export function resultsOf(rows: readonly DmlRow[]): DmlResult[] {
  return rows.map((row) => ({
    id: row.errors.length > 0 ? row.given.id : row.record.id,
    success: row.errors.length === 0,
    errors: row.errors,
  }));
}

/**
 * No record may be twice in a list that is inserted.
 * @throws PlatformError
 */
export function checkNotRepeated(rows: readonly DmlRow[]): void {
  if (new Set(rows.map(({ given }) => given)).size < rows.length) {
    throw new PlatformError('DUPLICATE_DML', 'Before Insert or Upsert list must not have two identically equal elements');
  }
}

/** All records of one call must be of one object, and no record twice. */
export function checkDistinct(rows: readonly DmlRow[]): void {
  const seen = new Set<string>();
  for (const { given } of rows) {
    const { id } = given;
    if (id !== null && seen.has(id)) {
      throw new PlatformError('DUPLICATE_DML', `Duplicate id in list: ${id}`);
    }
    if (id !== null) {
      seen.add(id);
    }
  }
}
