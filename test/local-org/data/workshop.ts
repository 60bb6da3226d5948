import { fileURLToPath } from 'node:url';
import { Org } from '../../../scripts/local-org/data/org.ts';
import { SObjectRecord } from '../../../scripts/local-org/data/record.ts';
import type { Content } from '../../../scripts/local-org/data/record.ts';
import { SYSTEM, USER } from '../../../scripts/local-org/data/transaction.ts';
import type { Transaction, TriggerBatch, TriggerEvent, TriggerRunner } from '../../../scripts/local-org/data/transaction.ts';
import { readProject } from '../../../scripts/local-org/metadata/read-project.ts';
import type { ScratchDefinition } from '../../../scripts/local-org/metadata/scratch-definition.ts';

/** A small project: jobs with parts, a setting, a metadata type, a permission set, a queue, a group, a sharing rule. */
export const WORKSHOP_FOLDER = fileURLToPath(new URL('../../fixtures/workshop', import.meta.url));

const PRIVATE: ScratchDefinition = { objectSettings: { account: { sharingModel: 'private' }, opportunity: { sharingModel: 'private' } } };

/** How most tests write: everything or nothing, nobody's rights asked. */
export const ALL = { ...SYSTEM, allOrNone: true };
/** As ALL, but bad rows are reported and good ones kept. */
export const SOME = { ...SYSTEM, allOrNone: false };
/** As the running user may. */
export const AS_USER = { ...USER, allOrNone: true };

/** Opens the workshop's org, in memory unless a file is named. */
export function openWorkshop(file?: string): Org {
  return new Org(readProject([WORKSHOP_FOLDER]), PRIVATE, file);
}

/** A record of an object with these contents. */
export function make(org: Org, objectName: string, contents: Readonly<Record<string, Content>>): SObjectRecord {
  const description = org.schema.object(objectName);
  if (description === undefined) {
    throw new Error(`No object ${objectName}`);
  }
  const record = new SObjectRecord(description);
  for (const [name, content] of Object.entries(contents)) {
    record.put(name, content);
  }
  return record;
}

/** Runs work as the administrator. */
export function asAdministrator<T>(org: Org, work: (transaction: Transaction) => T): T {
  return org.transaction(org.administratorId, work);
}

/** Inserts one record as the administrator and gives its id. */
export function insertOne(org: Org, objectName: string, contents: Readonly<Record<string, Content>>): string {
  const record = make(org, objectName, contents);
  asAdministrator(org, (transaction) => transaction.insert([record], ALL));
  return record.id as string;
}

/** A new standard user, with the worker's permission set if asked. */
export function newUser(org: Org, name: string, worker = false, role?: string, profileName = 'Standard User'): string {
  const [profile] = ask(org, `SELECT Id FROM Profile WHERE Name = '${profileName}'`);
  const [set] = ask(org, "SELECT Id FROM PermissionSet WHERE Name = 'Shop_Worker'");
  const userId = insertOne(org, 'User', {
    Username: `${name}@workshop.test`,
    LastName: name,
    Email: `${name}@workshop.test`,
    Alias: name.slice(0, 8),
    ProfileId: profile?.['id'],
    UserRoleId: role ?? null,
    TimeZoneSidKey: 'Europe/Berlin',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  });
  if (worker) {
    insertOne(org, 'PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: set?.['id'] });
  }
  return userId;
}

/** The rows of a query, every content as text (null stays null), in system mode. */
export function ask(org: Org, soql: string, userId = org.administratorId): Record<string, string | null>[] {
  return org.transaction(userId, (transaction) =>
    transaction
      .query(soql, SYSTEM)
      .records.map((record) =>
        Object.fromEntries([...record.contents].map(([name, content]) => [name, content === null ? null : String(content)])),
      ),
  );
}

/** A stand-in for compiled triggers: a function an event. */
export function triggersOf(
  handlers: Readonly<Record<string, (batch: TriggerBatch, transaction: Transaction) => void>>,
): TriggerRunner & { readonly log: string[] } {
  const log: string[] = [];
  return {
    log,
    handles: (objectName: string, event: TriggerEvent) => `${objectName} ${event}` in handlers,
    run: (transaction: Transaction, event: TriggerEvent, batch: TriggerBatch) => {
      log.push(`${batch.objectName} ${event} ${(batch.newRecords ?? batch.oldRecords ?? []).length}`);
      handlers[`${batch.objectName} ${event}`]?.(batch, transaction);
    },
  };
}
