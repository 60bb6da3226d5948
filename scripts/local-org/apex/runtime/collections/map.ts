import { SObjectRecord } from '../../../data/record.ts';
import { raise, raiseNull } from '../exception.ts';
import { valuesAreSame } from '../equality.ts';
import { Entries } from './entries.ts';
import { CONTENT_KEY, keyText, SAME_ELEMENTS } from './key.ts';
import { ApexList } from './list.ts';
import { ApexSet } from './set.ts';

/** An Apex `Map`: values by key, keys compared by Apex equality (strings by case), in the order of insertion. */
export class ApexMap {
  readonly keyType: string;
  readonly valueType: string;
  private readonly entries = new Entries<unknown>();

  constructor(keyType: string, valueType: string) {
    this.keyType = keyType;
    this.valueType = valueType;
  }

  /** A map of records by their id: `new Map<Id, Account>(records)`. */
  static ofRecords(keyType: string, valueType: string, records: Iterable<unknown> | null): ApexMap {
    const map = new ApexMap(keyType, valueType);
    map.putRecords(records, true);
    return map;
  }

  get size(): number {
    return this.entries.size;
  }

  /** The value of a key, or null when there is none. */
  get(key: unknown): unknown {
    return this.entries.get(key) ?? null;
  }

  /** Sets a value and gives the one before, or null. */
  put(key: unknown, value: unknown): unknown {
    return this.entries.set(key, value) ?? null;
  }

  putAll(other: ApexMap | null): void {
    for (const { key, value } of [...(other ?? raiseNull()).pairs()]) {
      this.entries.set(key, value);
    }
  }

  /** Puts records under their ids; those of a new map are `distinct`: without an id, or twice the same, they are refused as on the platform. */
  putRecords(records: Iterable<unknown> | null, distinct = false): void {
    let index = 0;
    for (const record of records ?? raiseNull()) {
      const id = record instanceof SObjectRecord ? record.id : null;
      if (distinct && id === null) {
        raise('System.ListException', `Row with null Id at index: ${index}`);
      }
      if (distinct && this.entries.has(id)) {
        raise('System.ListException', `Row with duplicate Id at index: ${index}`);
      }
      this.entries.set(id, record);
      index += 1;
    }
  }

  containsKey(key: unknown): boolean {
    return this.entries.has(key);
  }

  remove(key: unknown): unknown {
    return this.entries.delete(key) ?? null;
  }

  clear(): void {
    this.entries.clear();
  }

  keySet(): ApexSet {
    return new ApexSet(this.keyType, this.entries.keys());
  }

  values(): ApexList {
    return new ApexList(this.valueType, this.entries.values());
  }

  /** Keys with their values, in order. */
  pairs(): Iterable<{ readonly key: unknown; readonly value: unknown }> {
    return this.entries;
  }

  clone(): ApexMap {
    const copy = new ApexMap(this.keyType, this.valueType);
    copy.putAll(this);
    return copy;
  }

  [SAME_ELEMENTS](other: object): boolean {
    if (!(other instanceof ApexMap) || other.size !== this.size) {
      return false;
    }
    for (const { key, value } of this.entries) {
      if (!other.containsKey(key) || !valuesAreSame(value, other.get(key))) {
        return false;
      }
    }
    return true;
  }

  [CONTENT_KEY](): string {
    const pairs: string[] = [];
    for (const { key, value } of this.entries) {
      pairs.push(`${keyText(key)}=${keyText(value)}`);
    }
    return `\u0000map(${pairs.sort().join(',')})`;
  }
}
