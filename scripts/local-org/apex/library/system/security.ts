import { SObjectRecord } from '../../../data/record.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { ApexMap } from '../../runtime/collections/map.ts';
import { ApexSet } from '../../runtime/collections/set.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { EnumConstant } from '../../runtime/enum.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';

type AccessType = 'CREATABLE' | 'READABLE' | 'UPDATABLE' | 'UPSERTABLE';

/** A `System.SObjectAccessDecision`. */
class AccessDecision {
  readonly records: ApexList;
  readonly removed: ReadonlyMap<string, ReadonlySet<string>>;
  readonly modified: readonly number[];

  constructor(records: ApexList, removed: ReadonlyMap<string, ReadonlySet<string>>, modified: readonly number[]) {
    this.records = records;
    this.removed = removed;
    this.modified = modified;
  }
}

class Stripping {
  readonly removed = new Map<string, Set<string>>();
  private readonly type: AccessType;

  constructor(type: AccessType) {
    this.type = type;
  }

  /** A copy without what the user may not access; `undefined` content is gone. */
  strip(record: SObjectRecord): SObjectRecord {
    const copy = record.copy();
    for (const [key, content] of record.contents) {
      const field = record.description.fields.get(key);
      if (field && !this.allows(record.description.name, field.name)) {
        copy.contents.delete(key);
        this.note(record.description.name, field.name);
      } else if (content instanceof SObjectRecord) {
        copy.contents.set(key, this.strip(content));
      } else if (Array.isArray(content)) {
        copy.contents.set(
          key,
          (content as readonly SObjectRecord[]).map((child) => this.strip(child)),
        );
      }
    }
    return copy;
  }

  checkObject(objectName: string): void {
    const { security, userId } = currentTransaction();
    const access = security.objectAccess(userId, objectName);
    const allowed = { CREATABLE: access.create, READABLE: access.read, UPDATABLE: access.edit, UPSERTABLE: access.create && access.edit };
    if (!allowed[this.type]) {
      raise('System.NoAccessException', `No access to entity: ${objectName}`);
    }
  }

  private allows(objectName: string, fieldName: string): boolean {
    if (fieldName === 'Id') {
      return true;
    }
    const { security, userId, schema } = currentTransaction();
    const access = security.fieldAccess(userId, objectName, fieldName);
    const field = schema.object(objectName)?.fields.get(fieldName.toLowerCase());
    switch (this.type) {
      case 'READABLE':
        return access.read;
      case 'CREATABLE':
        return access.edit && field?.createable === true;
      case 'UPDATABLE':
        return access.edit && field?.updateable === true;
      case 'UPSERTABLE':
        return access.edit && field?.createable === true && field.updateable;
    }
  }

  private note(objectName: string, fieldName: string): void {
    const fields = this.removed.get(objectName) ?? new Set();
    this.removed.set(objectName, fields.add(fieldName));
  }
}

function stripInaccessible(type: unknown, records: ApexList | null, enforceObject: unknown = true): AccessDecision {
  const stripping = new Stripping(type instanceof EnumConstant ? (type.name as AccessType) : raiseNull('Argument 1 cannot be null'));
  const rows = (records ?? raiseNull('Argument 2 cannot be null')).elements as SObjectRecord[];
  for (const name of enforceObject === false ? [] : new Set(rows.map((row) => row.description.name))) {
    stripping.checkObject(name);
  }
  const modified: number[] = [];
  const stripped = rows.map((row, index) => {
    const copy = stripping.strip(row);
    if (copy.contents.size < row.contents.size) {
      modified.push(index);
    }
    return copy;
  });
  return new AccessDecision(new ApexList((records as ApexList).elementType, stripped), stripping.removed, modified);
}

/** `System.Security` and what it gives. */
export const securityClasses: readonly LibraryClass[] = [
  {
    name: 'System.Security',
    members: {
      'static SObjectAccessDecision stripInaccessible(System.AccessType type, List<SObject> records)': stripInaccessible,
      'static SObjectAccessDecision stripInaccessible(System.AccessType type, List<SObject> records, Boolean enforceRootObjectCrud)':
        stripInaccessible,
    },
  },
  {
    name: 'System.SObjectAccessDecision',
    isInstance: (value) => value instanceof AccessDecision,
    members: {
      'Set<Integer> getModifiedIndexes()': (self: AccessDecision) => new ApexSet('Integer', self.modified),
      'List<SObject> getRecords()': (self: AccessDecision) => self.records,
      'Map<String, Set<String>> getRemovedFields()': (self: AccessDecision): ApexMap => {
        const map = new ApexMap('String', 'Set<String>');
        for (const [object, fields] of self.removed) {
          map.put(object, new ApexSet('String', fields));
        }
        return map;
      },
    },
  },
  { name: 'System.AccessType', kind: 'enum', values: ['CREATABLE', 'READABLE', 'UPDATABLE', 'UPSERTABLE'], members: {} },
];
