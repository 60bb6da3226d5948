import type { ObjectDescription } from './schema/description.ts';
import type { BlobValue } from './values/blob.ts';
import type { LocationValue } from './values/compound.ts';
import type { DateValue } from './values/date.ts';
import type { DatetimeValue } from './values/datetime.ts';
import type { DecimalValue } from './values/decimal.ts';
import type { DoubleValue } from './values/double.ts';
import type { TimeValue } from './values/time.ts';

/**
 * A value as Apex and the store both see it: Integer is `number`, Long is `bigint`, Id and String are `string`
 * (an Id always with its 18 characters); the rest have classes of their own. Absent is `null`, never `undefined`.
 */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | DecimalValue
  | DoubleValue
  | DateValue
  | DatetimeValue
  | TimeValue
  | BlobValue
  | LocationValue;

/** What a record holds under a name: a field's value, the parent record, or the child records of a sub-query. */
export type Content = Value | SObjectRecord | readonly SObjectRecord[];

/**
 * One record in memory: the instance behind an Apex `SObject`, a row of a query, an element of a DML call.
 * It holds what was set or queried and nothing else, so that "never queried" differs from "null".
 */
export class SObjectRecord {
  readonly description: ObjectDescription;
  /** Contents by lower-case field or relationship name. */
  readonly contents: Map<string, Content>;
  /** True for a row that came from a query: reading a field that was not selected is then an error. */
  queried: boolean;
  /** Messages that `addError` left on this record, collected by the DML call in progress. */
  errors: RecordError[] | undefined;

  constructor(description: ObjectDescription, contents: Map<string, Content> = new Map(), queried = false) {
    this.description = description;
    this.contents = contents;
    this.queried = queried;
    this.errors = undefined;
  }

  /** The record's id, or null before it is inserted. */
  get id(): string | null {
    return (this.contents.get('id') as string | undefined) ?? null;
  }

  set id(id: string | null) {
    this.contents.set('id', id);
  }

  has(name: string): boolean {
    return this.contents.has(name.toLowerCase());
  }

  get(name: string): Content {
    return this.contents.get(name.toLowerCase()) ?? null;
  }

  put(name: string, content: Content): void {
    this.contents.set(name.toLowerCase(), content);
  }

  /** A record of its own with the same contents; parents and children are shared, not copied. */
  copy(): SObjectRecord {
    return new SObjectRecord(this.description, new Map(this.contents), this.queried);
  }
}

/** An error left on a record or on one of its fields. */
export interface RecordError {
  readonly message: string;
  readonly field?: string;
}
