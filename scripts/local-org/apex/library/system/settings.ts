import { SObjectRecord } from '../../../data/record.ts';
import type { ObjectDescription } from '../../../data/schema/description.ts';
import { ApexMap } from '../../runtime/collections/map.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raise } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { kept } from '../kept.ts';
import { organizationField, uncountedQuery } from '../running-user.ts';
import { newWithDefaults } from '../schema/object-describe.ts';
import { tokenOf } from '../schema/tokens.ts';

function description(objectName: string): ObjectDescription {
  return currentTransaction().schema.object(objectName) ?? raise('System.SObjectException', `The object ${objectName} does not exist`);
}

/** All rows of a setting or metadata type; reading them counts against no limit. Shared: what goes to Apex is a copy. */
function rowsOf(objectName: string): readonly SObjectRecord[] {
  const transaction = currentTransaction();
  return kept(transaction, `rows of ${objectName}`, [objectName], () => {
    const fields = Array.from(description(objectName).fields.values(), (field) => field.name);
    return uncountedQuery(transaction, `SELECT ${fields.join(', ')} FROM ${objectName}`).map(
      (row) => new SObjectRecord(row.description, row.contents),
    );
  });
}

function byName(objectName: string, nameField: string): ApexMap {
  const map = new ApexMap('String', objectName);
  for (const row of rowsOf(objectName)) {
    map.put(row.get(nameField), row.copy());
  }
  return map;
}

/** The levels of a hierarchy for a user or profile, most specific first. */
function levelsOf(id: string): readonly (string | null)[] {
  const transaction = currentTransaction();
  return kept(transaction, `levels of ${id}`, ['User', 'Organization'], () => {
    const [user] = uncountedQuery(transaction, 'SELECT Id, ProfileId FROM User WHERE Id = :id', new Map([['id', id]]));
    return user ? [id, user.get('ProfileId') as string | null, organizationField('Id')] : [id, organizationField('Id')];
  });
}

function ownedBy(rows: readonly SObjectRecord[], ownerId: string | null): SObjectRecord | undefined {
  return rows.find((row) => row.get('SetupOwnerId') === ownerId);
}

/**
 * Field by field the most specific value there is. What a user or profile has no record of its own for is a new one, to be inserted; it
 * has default values where nobody has a record.
 */
function merged(objectName: string, id: string): SObjectRecord {
  const rows = rowsOf(objectName);
  const levels = levelsOf(id).flatMap((level) => ownedBy(rows, level) ?? []);
  if (levels.length === 0) {
    const unset = newWithDefaults(tokenOf(description(objectName)), null, true);
    unset.put('SetupOwnerId', id);
    return unset;
  }
  const result = new SObjectRecord(description(objectName));
  for (const level of levels) {
    const isOwn = level.get('SetupOwnerId') === id;
    for (const [key, content] of level.contents) {
      if ((result.contents.get(key) ?? null) === null && (isOwn || level.description.fields.get(key)?.custom)) {
        result.contents.set(key, content);
      }
    }
  }
  result.contents.set('setupownerid', id);
  return result;
}

/** What is not set yet: blank, and the organization's. */
function ofOrganization(objectName: string): SObjectRecord {
  return new SObjectRecord(description(objectName), new Map([['setupownerid', organizationField('Id')]]));
}

/** Static methods of custom settings and custom metadata types; each native gets the object's name first. */
export const settingClasses: readonly LibraryClass[] = [
  {
    name: 'System.HierarchySetting',
    members: {
      'static SObject getInstance()': (objectName: string) => merged(objectName, currentTransaction().userId),
      'static SObject getInstance(Id userOrProfileId)': (objectName: string, id: string | null) =>
        merged(objectName, id ?? currentTransaction().userId),
      'static SObject getOrgDefaults()': (objectName: string) =>
        ownedBy(rowsOf(objectName), organizationField('Id'))?.copy() ?? ofOrganization(objectName),
      'static SObject getValues(Id ownerId)': (objectName: string, id: string | null) => ownedBy(rowsOf(objectName), id)?.copy() ?? null,
    },
  },
  {
    name: 'System.ListSetting',
    members: {
      'static Map<String, SObject> getAll()': (objectName: string) => byName(objectName, 'Name'),
      'static SObject getInstance(String name)': (objectName: string, name: string | null) => byName(objectName, 'Name').get(name),
      'static SObject getValues(String name)': (objectName: string, name: string | null) => byName(objectName, 'Name').get(name),
    },
  },
  {
    name: 'System.CustomMetadata',
    members: {
      'static Map<String, SObject> getAll()': (objectName: string) => byName(objectName, 'DeveloperName'),
      'static SObject getInstance(String nameOrId)': (objectName: string, name: string | null) =>
        rowsOf(objectName)
          .find((row) => row.id === name || String(row.get('DeveloperName')).toLowerCase() === name?.toLowerCase())
          ?.copy() ?? null,
    },
  },
];
