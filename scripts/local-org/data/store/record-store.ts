import { SObjectRecord } from '../record.ts';
import type { Content, Value } from '../record.ts';
import type { FieldDescription, ObjectDescription } from '../schema/description.ts';
import { decode, encode, isStored, quote, selectExpression, tableName } from './columns.ts';
import { needsFolding } from './functions.ts';
import type { SqlValue } from './columns.ts';
import type { Store } from './store.ts';

/** The most values put into one `IN (...)`. */
const LIST_SIZE = 200;

interface Layout {
  readonly fields: readonly FieldDescription[];
  readonly keys: readonly string[];
  readonly selectList: string;
  readonly insert: string;
  readonly updateAll: string;
}

/** Reads and writes whole records of an object by id, without any rule: the rules are DML's. */
export class RecordStore {
  readonly #store: Store;
  readonly #layouts = new WeakMap<ObjectDescription, Layout>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** The stored fields of an object, in the order of its columns. */
  storedFields(object: ObjectDescription): readonly FieldDescription[] {
    return this.#layout(object).fields;
  }

  /** Whole records by id, deleted ones too; an id without a row is left out. */
  load(object: ObjectDescription, ids: readonly string[]): Map<string, SObjectRecord> {
    const { selectList } = this.#layout(object);
    const records = new Map<string, SObjectRecord>();
    for (const chunk of chunksOf(ids)) {
      const sql = `SELECT ${selectList} FROM ${tableName(object)} t WHERE t."Id" IN (${placeholders(chunk.length)})`;
      for (const row of this.#store.select(sql, padded(chunk))) {
        const record = this.#toRecord(object, row);
        records.set(record.id as string, record);
      }
    }
    return records;
  }

  /** One whole record by id. */
  loadOne(object: ObjectDescription, id: string): SObjectRecord | undefined {
    const { selectList } = this.#layout(object);
    const [row] = this.#store.select(`SELECT ${selectList} FROM ${tableName(object)} t WHERE t."Id" = ?`, [id]);
    return row === undefined ? undefined : this.#toRecord(object, row);
  }

  /** Whole records whose field holds one of the values; deleted ones left out unless asked for. */
  findBy(object: ObjectDescription, field: FieldDescription, values: readonly Value[], includeDeleted = false): SObjectRecord[] {
    const { selectList } = this.#layout(object);
    const alive = !includeDeleted && object.fields.has('isdeleted') ? ' AND t."IsDeleted" = 0' : '';
    const folds = !field.caseSensitive && values.some(needsFolding);
    const column = folds ? `folded(t.${quote(field.name)})` : `t.${quote(field.name)}`;
    const stored = (value: Value): SqlValue => {
      const encoded = encode(field, value);
      return folds && typeof encoded === 'string' ? encoded.toLowerCase() : encoded;
    };
    return chunksOf(values).flatMap((chunk) => {
      const sql = `SELECT ${selectList} FROM ${tableName(object)} t WHERE ${column} IN (${placeholders(chunk.length)})${alive} ORDER BY t."Id"`;
      const parameters = padded(chunk.map(stored));
      return this.#store.select(sql, parameters).map((row) => this.#toRecord(object, row));
    });
  }

  /** Which of the ids have a row that is not deleted. */
  existing(object: ObjectDescription, ids: readonly string[]): Set<string> {
    const alive = object.fields.has('isdeleted') ? ' AND "IsDeleted" = 0' : '';
    const found = new Set<string>();
    for (const chunk of chunksOf(ids)) {
      const sql = `SELECT "Id" FROM ${tableName(object)} WHERE "Id" IN (${placeholders(chunk.length)})${alive}`;
      for (const [id] of this.#store.select(sql, padded(chunk))) {
        found.add(id as string);
      }
    }
    return found;
  }

  /** Writes a new row; fields the record lacks are null. */
  insert(record: SObjectRecord): void {
    const layout = this.#layout(record.description);
    this.#store.run(layout.insert, this.#parameters(layout, record.contents));
  }

  /** Writes every stored field of a row that exists. */
  update(record: SObjectRecord): void {
    const layout = this.#layout(record.description);
    this.#store.run(layout.updateAll, [...this.#parameters(layout, record.contents), record.id]);
  }

  /** Writes one field of a row. */
  set(object: ObjectDescription, id: string, field: FieldDescription, value: Value): void {
    this.#store.run(`UPDATE ${tableName(object)} SET ${quote(field.name)} = ? WHERE "Id" = ?`, [encode(field, value), id]);
  }

  /** Removes a row for good. */
  erase(object: ObjectDescription, id: string): void {
    this.#store.run(`DELETE FROM ${tableName(object)} WHERE "Id" = ?`, [id]);
  }

  #parameters(layout: Layout, contents: ReadonlyMap<string, Content>): SqlValue[] {
    const { fields, keys } = layout;
    const parameters = new Array<SqlValue>(fields.length);
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index];
      const value = (contents.get(keys[index]) ?? null) as Value;
      parameters[index] = value === null ? (field.type === 'boolean' ? 0 : null) : encode(field, value);
    }
    return parameters;
  }

  #toRecord(object: ObjectDescription, row: readonly SqlValue[]): SObjectRecord {
    const { fields, keys } = this.#layout(object);
    const contents = new Map<string, Content>();
    for (let index = 0; index < fields.length; index++) {
      contents.set(keys[index], decode(fields[index], row[index]));
    }
    return new SObjectRecord(object, contents);
  }

  #layout(object: ObjectDescription): Layout {
    let layout = this.#layouts.get(object);
    if (layout === undefined) {
      const fields = [...object.fields.values()].filter(isStored);
      const columns = fields.map(({ name }) => quote(name));
      layout = {
        fields,
        keys: fields.map(({ name }) => name.toLowerCase()),
        selectList: fields.map((field) => selectExpression(object, field, 't')).join(', '),
        insert: `INSERT INTO ${tableName(object)} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        updateAll: `UPDATE ${tableName(object)} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE "Id" = ?`,
      };
      this.#layouts.set(object, layout);
    }
    return layout;
  }
}

/** Slices a list so that statements with `IN` come in few sizes and are prepared once each. */
export function chunksOf<T>(values: readonly T[]): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < values.length; start += LIST_SIZE) {
    chunks.push(values.slice(start, start + LIST_SIZE));
  }
  return chunks;
}

/** As many `?` as the next power of two: few texts, hence few statements to prepare. */
export function placeholders(count: number): string {
  return new Array(roundedUp(count)).fill('?').join(', ');
}

/** The values, the last one repeated to fill the placeholders. */
export function padded<T>(values: readonly T[]): T[] {
  const filled = [...values];
  const last = values[values.length - 1];
  while (filled.length < roundedUp(values.length)) {
    filled.push(last);
  }
  return filled;
}

function roundedUp(count: number): number {
  let size = 1;
  while (size < count) {
    size *= 2;
  }
  return Math.min(size, LIST_SIZE);
}
