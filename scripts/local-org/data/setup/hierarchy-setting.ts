import { SObjectRecord } from '../record.ts';
import type { FieldDescription, ObjectDescription, Schema } from '../schema/description.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { Store } from '../store/store.ts';

/** Where the settings and the people they are for are read from. */
export interface SettingSources {
  readonly schema: Schema;
  readonly records: RecordStore;
  readonly store: Store;
}

/**
 * What a hierarchy custom setting says for a user: field by field the user's own value, else the profile's, else the organization's.
 * The record's id is that of the most specific record there is, or null.
 */
export function settingOf(setting: ObjectDescription, userId: string, sources: SettingSources): SObjectRecord {
  const user = sources.records.loadOne(sources.schema.object('User') as ObjectDescription, userId);
  const merged = new SObjectRecord(setting);
  for (const ownerId of [userId, user?.get('ProfileId') ?? null, organizationId(sources.store)]) {
    const level = typeof ownerId === 'string' ? settingAt(setting, ownerId, sources) : undefined;
    for (const [name, content] of level?.contents ?? []) {
      if ((merged.contents.get(name) ?? null) === null) {
        merged.contents.set(name, content);
      }
    }
  }
  return merged;
}

/** The record of a custom setting for exactly this user, profile or organization. */
export function settingAt(setting: ObjectDescription, ownerId: string, sources: SettingSources): SObjectRecord | undefined {
  return sources.records.findBy(setting, setting.fields.get('setupownerid') as FieldDescription, [ownerId])[0];
}

/** The id of the one Organization record. */
export function organizationId(store: Store): string | null {
  const [row] = store.select('SELECT "Id" FROM "Organization"');
  return (row?.[0] ?? null) as string | null;
}
