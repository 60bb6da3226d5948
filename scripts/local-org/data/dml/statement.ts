import { DmlFailure, PlatformError } from '../errors.ts';
import type { SObjectRecord } from '../record.ts';
import type { DmlOptions, DmlResult } from '../transaction.ts';
import { inaccessibleFields } from './access.ts';
import type { DmlContext, DmlOperation, DmlRow } from './dml-context.ts';

/** Triggers get at most this many records at a time. */
const CHUNK = 200;

/** Makes the rows of a DML call. */
export function rowsOf(records: readonly SObjectRecord[]): DmlRow[] {
  return records.map((given, index) => ({ index, given, record: given, old: undefined, errors: [] }));
}

/**
 * Runs a DML call: counts it, takes the rows 200 at a time through `process`, and keeps the platform's promise. All or none: any error
 * undoes the whole call and throws. Otherwise the bad rows are taken out and the good ones run again from the start, so that nothing
 * triggers did for a bad row remains.
 * @throws DmlFailure when `allOrNone` and a row failed.
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
  const { transaction } = context;
  const start = transaction.savepoint();
  try {
    for (let from = 0; from < rows.length; from += CHUNK) {
      runChunk(context, rows.slice(from, from + CHUNK), options, process);
      if (options.allOrNone && rows.some((row) => row.errors.length > 0)) {
        throw new DmlFailure(operation, resultsOf(rows), sentenceOf(rows));
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
  while (remaining.length > 0) {
    const attempt = context.transaction.savepoint();
    process(remaining);
    const survivors = remaining.filter((row) => row.errors.length === 0);
    if (survivors.length < remaining.length) {
      context.transaction.rollback(attempt);
    }
    context.transaction.release(attempt);
    if (survivors.length === remaining.length) {
      return;
    }
    remaining = survivors;
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
