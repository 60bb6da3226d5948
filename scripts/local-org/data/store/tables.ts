import type { FieldDescription, ObjectDescription, Schema } from '../schema/description.ts';
import { columnDeclaration, isScaled, isStored, quote, tableName } from './columns.ts';
import type { Store } from './store.ts';

/** Bookkeeping of the store itself. */
const OWN_TABLES = `
  CREATE TABLE IF NOT EXISTS "_sequence" (name TEXT PRIMARY KEY NOT NULL, last INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS "_prefix" (object TEXT PRIMARY KEY NOT NULL, prefix TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS "_column" (object TEXT NOT NULL, field TEXT NOT NULL, scale INTEGER NOT NULL, PRIMARY KEY (object, field));
  CREATE TABLE IF NOT EXISTS "_deletion" (root TEXT NOT NULL, object TEXT NOT NULL, record TEXT NOT NULL, field TEXT, target TEXT);
  CREATE INDEX IF NOT EXISTS "_deletion_root" ON "_deletion" (root);
  CREATE TABLE IF NOT EXISTS "_work" (position INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, record TEXT NOT NULL, user TEXT NOT NULL, due INTEGER, contents TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS "_work_due" ON "_work" (due);
  CREATE TABLE IF NOT EXISTS "_work_part" (work INTEGER NOT NULL, number INTEGER NOT NULL, contents TEXT NOT NULL, PRIMARY KEY (work, number)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "_work_signature" (work INTEGER PRIMARY KEY, signature TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS "_work_signature_text" ON "_work_signature" (signature);
  CREATE TABLE IF NOT EXISTS "_event" (replay INTEGER PRIMARY KEY, channel TEXT NOT NULL, created INTEGER NOT NULL, contents TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS "_password" (user TEXT PRIMARY KEY NOT NULL, hash TEXT NOT NULL);
`;

/** The key prefixes that the file's ids already use, by object name. */
export function knownPrefixes(store: Store): Map<string, string> {
  store.execute(OWN_TABLES);
  return new Map(store.select('SELECT object, prefix FROM "_prefix"').map(([object, prefix]) => [object as string, prefix as string]));
}

/** Whether records of the object are kept in a table. */
export function hasTable(object: ObjectDescription): boolean {
  return object.kind !== 'platformEvent' && object.name !== 'AggregateResult';
}

/** Brings the tables in line with the schema: adds tables and columns that are new; what is no longer described stays and is ignored. */
export function alignTables(store: Store, schema: Schema): void {
  store.execute(OWN_TABLES);
  const existing = existingColumns(store);
  store.execute('BEGIN IMMEDIATE');
  for (const object of schema.objects()) {
    if (!hasTable(object)) {
      continue;
    }
    const columns = existing.get(object.name.toLowerCase());
    const stored = [...object.fields.values()].filter(isStored);
    if (columns === undefined) {
      createTable(store, object, stored);
    } else {
      for (const field of stored.filter(({ name }) => !columns.has(name.toLowerCase()))) {
        store.execute(`ALTER TABLE ${tableName(object)} ADD COLUMN ${quote(field.name)} ${columnDeclaration(field)}`);
      }
      rescale(store, object, stored);
    }
    createIndexes(store, object, stored);
    rememberScales(store, object, stored);
    if (object.custom) {
      store.run('INSERT OR REPLACE INTO "_prefix" (object, prefix) VALUES (?, ?)', [object.name, object.keyPrefix]);
    }
  }
  store.execute('COMMIT');
  store.forgetStatements();
}

function existingColumns(store: Store): Map<string, Set<string>> {
  const tables = new Map<string, Set<string>>();
  const rows = store.select("SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'");
  for (const [table, column] of rows) {
    const key = (table as string).toLowerCase();
    const columns = tables.get(key) ?? new Set<string>();
    columns.add((column as string).toLowerCase());
    tables.set(key, columns);
  }
  return tables;
}

function createTable(store: Store, object: ObjectDescription, stored: readonly FieldDescription[]): void {
  const columns = stored.map((field) => `${quote(field.name)} ${columnDeclaration(field)}`);
  store.execute(`CREATE TABLE ${tableName(object)} (${columns.join(', ')})`);
}

/** Indexes serve lookups, unique and external ids, names and owners. Uniqueness is checked by DML: deleted rows don't count. */
function createIndexes(store: Store, object: ObjectDescription, stored: readonly FieldDescription[]): void {
  for (const field of stored) {
    const stamp = field.name === 'CreatedById' || field.name === 'LastModifiedById';
    const wanted = (field.type === 'reference' && !stamp) || field.unique || field.externalId || (field.nameField && field.type !== 'id');
    if (wanted) {
      const name = quote(`${object.name}.${field.name}`);
      store.execute(`CREATE INDEX IF NOT EXISTS ${name} ON ${tableName(object)} (${quote(field.name)})`);
    }
  }
}

/** A field whose number of decimals has changed keeps its values: their scaled integers are multiplied or divided. */
function rescale(store: Store, object: ObjectDescription, stored: readonly FieldDescription[]): void {
  const before = new Map(
    store.select('SELECT field, scale FROM "_column" WHERE object = ?', [object.name]).map(([field, scale]) => [field, Number(scale)]),
  );
  for (const field of stored.filter(isScaled)) {
    const shift = field.scale - (before.get(field.name) ?? field.scale);
    const column = quote(field.name);
    if (shift > 0) {
      store.execute(`UPDATE ${tableName(object)} SET ${column} = ${column} * ${10 ** shift}`);
    } else if (shift < 0) {
      store.execute(`UPDATE ${tableName(object)} SET ${column} = CAST(ROUND(${column} / ${10 ** -shift}.0) AS INTEGER)`);
    }
  }
}

function rememberScales(store: Store, object: ObjectDescription, stored: readonly FieldDescription[]): void {
  for (const field of stored.filter(isScaled)) {
    store.run('INSERT OR REPLACE INTO "_column" (object, field, scale) VALUES (?, ?, ?)', [object.name, field.name, field.scale]);
  }
}
