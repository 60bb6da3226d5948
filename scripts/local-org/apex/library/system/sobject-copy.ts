import { SObjectRecord } from '../../../data/record.ts';

/** What a clone keeps of its original. */
export interface CloneOptions {
  readonly id: boolean;
  /** Related records are copied too, not shared. */
  readonly deep: boolean;
  /** Created and modified, by whom and when. */
  readonly stamps: boolean;
  readonly autonumber: boolean;
}

const STAMPS = ['createdbyid', 'createddate', 'lastmodifiedbyid', 'lastmodifieddate', 'systemmodstamp'];
const originals = new WeakMap<SObjectRecord, { readonly id: string | null }>();

/** `SObject.clone`. */
export function cloneRecord(record: SObjectRecord, options: CloneOptions): SObjectRecord {
  const copy = new SObjectRecord(record.description, new Map(record.contents), false);
  originals.set(copy, { id: record.id });
  if (!options.id) {
    copy.contents.delete('id');
  }
  for (const stamp of options.stamps ? [] : STAMPS) {
    copy.contents.delete(stamp);
  }
  if (!options.autonumber) {
    for (const [key, field] of record.description.fields) {
      if (field.autoNumber) {
        copy.contents.delete(key);
      }
    }
  }
  for (const [key, content] of options.deep ? copy.contents : []) {
    if (content instanceof SObjectRecord) {
      copy.contents.set(key, cloneRecord(content, { ...options, id: true, stamps: true }));
    }
  }
  return copy;
}

/** Whether a record was made by `clone`, and of which one. */
export function cloneSource(record: SObjectRecord): { readonly id: string | null } | undefined {
  return originals.get(record);
}
