import type { Connection, SaveResult } from 'jsforce';
import type { CsvRow } from '../csv/read.ts';
import type { Value } from './values.ts';

/** A row to store. */
export interface RowToSave {
  readonly row: CsvRow;
  readonly values: Readonly<Record<string, Value>>;
  /** The record that it changes; null creates one. */
  readonly id: string | null;
}

/** A row that is not stored. */
export interface Rejection {
  readonly row: CsvRow;
  /** Why, in words for the person whose file it is. */
  readonly reason: string;
}

/** What was stored. */
export interface SavedRows {
  readonly created: number;
  readonly updated: number;
  readonly rejections: readonly Rejection[];
}

/** Records of one request: what the API takes at most. */
const chunkSize = 200;

/** Somebody else works on the same customer at this moment. */
const passing = new Set(['UNABLE_TO_LOCK_ROW']);

/**
 * Stores rows in requests of 200; one that the org refuses does not keep the others out.
 *
 * @param onProgress called with the number of rows that are stored or refused.
 * @throws Error when the org stops answering; what is stored until then stays.
 */
export async function saveRows(
  connection: Connection,
  object: string,
  rows: readonly RowToSave[],
  onProgress: (done: number) => void,
): Promise<SavedRows> {
  let created = 0;
  let updated = 0;
  const rejections: Rejection[] = [];
  for (let start = 0; start < rows.length; start += chunkSize) {
    const chunk = rows.slice(start, start + chunkSize);
    const results = await savedInTwoTries(connection, object, chunk, created + updated);
    for (const [index, entry] of chunk.entries()) {
      const result = results[index];
      if (result?.success) {
        created += entry.id === null ? 1 : 0;
        updated += entry.id === null ? 0 : 1;
      } else {
        rejections.push({ row: entry.row, reason: reasonOf(result) });
      }
    }
    onProgress(start + chunk.length);
  }
  return { created, updated, rejections };
}

/** A row that was locked is tried once more. */
async function savedInTwoTries(connection: Connection, object: string, chunk: readonly RowToSave[], stored: number): Promise<SaveResult[]> {
  const results = await save(connection, object, chunk, stored);
  const locked = chunk.filter((_entry, index) => isPassing(results[index]));
  if (locked.length === 0) {
    return results;
  }
  const second = (await save(connection, object, locked, stored)).values();
  return results.map((result) => (isPassing(result) ? (second.next().value ?? result) : result));
}

function isPassing(result: SaveResult | undefined): boolean {
  return result !== undefined && !result.success && result.errors.some((error) => passing.has(error.errorCode));
}

async function save(connection: Connection, object: string, chunk: readonly RowToSave[], stored: number): Promise<SaveResult[]> {
  const created = chunk.filter((entry) => entry.id === null);
  const changed = chunk.filter((entry) => entry.id !== null);
  try {
    const options = { allOrNone: false };
    const table = connection.sobject(object);
    const newOnes =
      created.length === 0
        ? []
        : await table.create(
            created.map(({ values }) => values),
            options,
          );
    const changedOnes =
      changed.length === 0
        ? []
        : await table.update(
            changed.map(({ id, values }) => ({ ...values, Id: id ?? '' })),
            options,
          );
    const [ofNew, ofChanged] = [newOnes.values(), changedOnes.values()];
    return chunk.flatMap((entry) => (entry.id === null ? ofNew : ofChanged).next().value ?? []);
  } catch (cause) {
    throw new Error(
      `The org stopped answering after ${stored} rows were stored (${cause instanceof Error ? cause.message : String(cause)}): import the file again, what is stored already is only updated.`,
      { cause },
    );
  }
}

function reasonOf(result: SaveResult | undefined): string {
  const errors = result && !result.success ? result.errors : [];
  return errors.map((error) => error.message).join(' ') || 'The org gave no reason.';
}
