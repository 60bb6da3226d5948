import { SObjectRecord, type Value } from '../record.ts';
import type { ObjectDescription, Schema } from '../schema/description.ts';
import { encode, quote, tableName } from '../store/columns.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { Sequences } from '../store/sequences.ts';
import type { Store } from '../store/store.ts';
import { hasTable } from '../store/tables.ts';
import { DatetimeValue } from '../values/datetime.ts';

/** Writes what a source tree says of the org's set-up as rows, keeping the ids of rows that are there already. */
export class SetUpWriter {
  readonly #schema: Schema;
  readonly #store: Store;
  readonly #records: RecordStore;
  readonly #sequences: Sequences;
  readonly #now: DatetimeValue;

  constructor(schema: Schema, store: Store, records: RecordStore, sequences: Sequences, now: number) {
    this.#schema = schema;
    this.#store = store;
    this.#records = records;
    this.#sequences = sequences;
    this.#now = new DatetimeValue(now);
  }

  /** Stores a row that is known by the values of its key fields; gives its id. */
  upsert(objectName: string, keys: Readonly<Record<string, Value>>, values: Readonly<Record<string, Value>> = {}): string {
    const object = this.#object(objectName);
    const id = this.find(objectName, keys);
    const record = id === undefined ? this.#blank(object) : (this.#records.load(object, [id]).get(id) ?? this.#blank(object));
    const before = new Map(record.contents);
    for (const [name, value] of Object.entries({ ...keys, ...values })) {
      record.put(name, value);
    }
    if (id === undefined) {
      this.#records.insert(record);
    } else if (this.#differs(object, before, record)) {
      record.put('LastModifiedDate', this.#now);
      record.put('SystemModstamp', this.#now);
      this.#records.update(record);
    }
    return record.id as string;
  }

  /** Adds a row. */
  insert(objectName: string, values: Readonly<Record<string, Value>>): string {
    const record = this.#blank(this.#object(objectName));
    for (const [name, value] of Object.entries(values)) {
      record.put(name, value);
    }
    this.#records.insert(record);
    return record.id as string;
  }

  /** The id of the row with these values, or undefined. */
  find(objectName: string, keys: Readonly<Record<string, Value>>): string | undefined {
    const object = this.#object(objectName);
    const entries = Object.entries(keys).map(([name, value]) => {
      const field = object.fields.get(name.toLowerCase());
      if (field === undefined) {
        throw new Error(`${objectName} has no field ${name}`);
      }
      return { condition: `${quote(field.name)} IS ?`, parameter: encode(field, value) };
    });
    const where = entries.map(({ condition }) => condition).join(' AND ');
    const [row] = this.#store.select(
      `SELECT "Id" FROM ${tableName(object)} WHERE ${where} ORDER BY "Id" LIMIT 1`,
      entries.map(({ parameter }) => parameter),
    );
    return row === undefined ? undefined : String(row[0]);
  }

  /** Removes every row of an object. */
  clear(objectName: string): void {
    this.#store.run(`DELETE FROM ${tableName(this.#object(objectName))}`);
  }

  /** Removes the rows of an object whose lookup points at a record. */
  removeChildren(objectName: string, lookup: string, parentId: string): void {
    this.#store.run(`DELETE FROM ${tableName(this.#object(objectName))} WHERE ${quote(lookup)} = ?`, [parentId]);
  }

  /** Says that a user made what nobody is said to have made. */
  sign(userId: string): void {
    for (const object of this.#schema.objects()) {
      if (object.fields.has('createdbyid') && object.fields.has('lastmodifiedbyid') && hasTable(object)) {
        this.#store.run(
          `UPDATE ${tableName(object)} SET "CreatedById" = ?, "LastModifiedById" = COALESCE("LastModifiedById", ?) WHERE "CreatedById" IS NULL`,
          [userId, userId],
        );
      }
    }
  }

  #object(name: string): ObjectDescription {
    const object = this.#schema.object(name);
    if (object === undefined) {
      throw new Error(`The schema has no object ${name}`);
    }
    return object;
  }

  #blank(object: ObjectDescription): SObjectRecord {
    const record = new SObjectRecord(object);
    record.id = this.#sequences.nextId(object.keyPrefix);
    for (const name of ['CreatedDate', 'LastModifiedDate', 'SystemModstamp']) {
      if (object.fields.has(name.toLowerCase())) {
        record.put(name, this.#now);
      }
    }
    return record;
  }

  #differs(object: ObjectDescription, before: ReadonlyMap<string, unknown>, record: SObjectRecord): boolean {
    return [...object.fields.values()].some((field) => {
      const [old, now] = [before.get(field.name.toLowerCase()) ?? null, record.get(field.name)];
      return encode(field, old as Value) !== encode(field, now as Value);
    });
  }
}
