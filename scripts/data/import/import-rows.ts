import type { Connection, Field } from 'jsforce';
import type { CsvRow, CsvTable } from '../csv/read.ts';
import { restoreText } from '../csv/write.ts';
import { readColumns } from './columns.ts';
import type { Column } from './columns.ts';
import { keyOf } from './importable.ts';
import { Lookups } from './lookups.ts';
import { saveRows } from './save-rows.ts';
import type { Rejection, RowToSave } from './save-rows.ts';
import { readStoredKeys } from './stored-keys.ts';
import { RowProblem, valueFor } from './values.ts';
import type { Value } from './values.ts';

/** What to import. */
export interface ImportOptions {
  /** The API name of the object. */
  readonly object: string;
  readonly table: CsvTable;
  /** Called as rows are stored or rejected: so many of so many. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What an import did. */
export interface ImportOutcome {
  readonly created: number;
  readonly updated: number;
  /** In the order of the file. */
  readonly rejections: readonly Rejection[];
  /** Headings of columns that nobody can fill. */
  readonly passedOver: readonly string[];
}

/** A row as it was read: what to store, or why not. */
type ReadRow = { readonly row: CsvRow; readonly values: Readonly<Record<string, Value>>; readonly key: string };

/**
 * Stores the rows of a table: those that are there by their key are changed, the others created. Each row is stored as a
 * whole or not at all, and a second run changes nothing. An empty cell leaves a field as it is.
 *
 * @param connection of a user who may create and edit the object; rights and rules of the org hold.
 * @throws Error in one sentence when no row can be read: an object that can't be imported, an unknown column, or an org
 *   that stopped answering.
 */
export async function importRows(connection: Connection, options: ImportOptions): Promise<ImportOutcome> {
  const { object, table } = options;
  const key = keyOf(object);
  const description = await describe(connection, object);
  const { filled, passedOver } = readColumns(table.header, description, key);
  const lookups = new Lookups();
  await lookups.load(connection, textsOfLookups(filled, table.rows));

  const rejections: Rejection[] = [];
  const read: ReadRow[] = [];
  const lineOfKey = new Map<string, number>();
  for (const row of table.rows) {
    try {
      const values = valuesOf(row, filled, lookups, table.header.length, key.fields[0]);
      const text = key.fields.map((name) => String(values[name] ?? '')).join('|');
      const earlier = lineOfKey.get(text);
      if (earlier !== undefined) {
        throw new RowProblem(`This is for the same ${wordsFor(filled, key.fields)} as line ${earlier}.`);
      }
      lineOfKey.set(text, row.line);
      read.push({ row, values, key: text });
    } catch (problem) {
      if (!(problem instanceof RowProblem)) throw problem;
      rejections.push({ row, reason: problem.message });
    }
  }

  const stored = await readStoredKeys(
    connection,
    object,
    key,
    read.map(({ values }) => String(values[key.fields[0]])),
  );
  const rows = read.map(({ row, values, key: text }): RowToSave => ({ row, values, id: stored.get(text) ?? null }));
  const rejectedBefore = rejections.length;
  const saved = await saveRows(connection, object, rows, (done) => options.onProgress?.(rejectedBefore + done, table.rows.length));
  return {
    created: saved.created,
    updated: saved.updated,
    rejections: [...rejections, ...saved.rejections].sort((one, other) => one.row.line - other.row.line),
    passedOver,
  };
}

async function describe(connection: Connection, object: string): ReturnType<Connection['describe']> {
  try {
    return await connection.describe(object);
  } catch (cause) {
    if ((cause as { errorCode?: string }).errorCode !== 'NOT_FOUND') throw cause;
    throw new Error(`You can see no object ${object} in this org: ask for the permission set Vouchsafe Program Manager.`, { cause });
  }
}

function textsOfLookups(columns: readonly Column[], rows: readonly CsvRow[]): Map<Field, string[]> {
  const lookups = columns.filter(({ field }) => field.type === 'reference');
  return new Map(lookups.map((column) => [column.field, rows.map((row) => textIn(row, column)).filter((text) => text !== '')]));
}

function textIn(row: CsvRow, column: Column): string {
  return restoreText((row.cells[column.position] ?? '').trim());
}

function valuesOf(row: CsvRow, columns: readonly Column[], lookups: Lookups, width: number, identifying: string): Record<string, Value> {
  if (row.cells.length !== width) {
    throw new RowProblem(
      `The row has ${row.cells.length} cells and the header ${width}: quote texts that hold the separator or a line break.`,
    );
  }
  const values: Record<string, Value> = {};
  // People who share a mail address are told apart by their account, so accounts come first.
  const accountsFirst = [...columns].sort((one, other) => rank(one.field) - rank(other.field));
  for (const column of accountsFirst) {
    const { field } = column;
    const text = textIn(row, column);
    if (text === '' && field.name === identifying) {
      throw new RowProblem(`${field.label} is empty.`);
    }
    if (text !== '') {
      const account = values['Account__c'];
      values[field.name] =
        field.type === 'reference' ? lookups.idFor(field, text, typeof account === 'string' ? account : undefined) : valueFor(field, text);
    }
  }
  return values;
}

function rank(field: Field): number {
  return field.referenceTo?.includes('Account') ? 0 : 1;
}

function wordsFor(columns: readonly Column[], names: readonly string[]): string {
  return names.map((name) => columns.find(({ field }) => field.name === name)?.field.label ?? name).join(', ');
}
