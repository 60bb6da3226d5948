import type { SourceTree } from '../../metadata/source-tree.ts';
import type { FieldDescription, ObjectDescription, Schema } from '../schema/description.ts';
import { tableName } from '../store/columns.ts';
import { prefixOf } from '../values/id.ts';
import { governorOf, hasObjectPermissions } from './governing-object.ts';
import { readGrants, type SecuritySource, type UserGrants } from './permission-rows.ts';
import { createPrincipals, type Principals } from './principals.ts';
import { accessCondition, type AccessLevel, type VisibilityContext } from './row-visibility.ts';
import type { FieldAccess, ObjectAccess, RecordAccess, Security } from './security.ts';
import { checkSharingRules, readSharingRules } from './sharing-rules.ts';

const NO_ACCESS: ObjectAccess = { read: false, create: false, edit: false, delete: false, viewAll: false, modifyAll: false };
const FULL_ACCESS: ObjectAccess = { read: true, create: true, edit: true, delete: true, viewAll: true, modifyAll: true };

/** Ids in one question to the store. */
const CHUNK = 500;

/** The access rules of an org, answered from its rows and remembered until set-up data changes. */
export function createSecurity(schema: Schema, tree: SourceTree, source: SecuritySource): Security {
  const rules = readSharingRules(tree);
  checkSharingRules(rules, schema);
  let version = Number.NaN;
  let grants = new Map<string, UserGrants>();
  let principals: (userId: string) => Principals = () => {
    throw new Error('Security was asked before it was read');
  };

  function refresh(): void {
    const now = source.setUpVersion();
    if (now !== version) {
      version = now;
      grants = new Map();
      principals = createPrincipals(source);
    }
  }

  function grantsOf(userId: string): UserGrants {
    refresh();
    const known = grants.get(userId) ?? readGrants(source, userId);
    grants.set(userId, known);
    return known;
  }

  function hasUserPermission(userId: string, name: string): boolean {
    return grantsOf(userId).userPermissions.has(name.toLowerCase());
  }

  function objectAccess(userId: string, objectName: string): ObjectAccess {
    const object = schema.object(objectName);
    if (object === undefined) {
      return NO_ACCESS;
    }
    if (hasUserPermission(userId, 'ModifyAllData')) {
      return FULL_ACCESS;
    }
    const governor = governorOf(schema, object);
    const viewAllData = hasUserPermission(userId, 'ViewAllData');
    if (governor.kind === 'open') {
      const changes = !governor.setup || hasUserPermission(userId, 'ManageUsers');
      return { read: true, create: changes, edit: changes, delete: changes, viewAll: viewAllData, modifyAll: false };
    }
    const grant = grantsOf(userId).objects.get(governor.name.toLowerCase()) ?? NO_ACCESS;
    const modifyAll = grant.modifyAll;
    const viewAll = modifyAll || grant.viewAll || viewAllData;
    return {
      read: grant.read || viewAll,
      create: grant.create,
      edit: grant.edit || modifyAll,
      delete: (object.name === governor.name ? grant.delete : grant.edit) || modifyAll,
      viewAll,
      modifyAll,
    };
  }

  function fieldAccess(userId: string, objectName: string, fieldName: string): FieldAccess {
    const object = schema.object(objectName);
    const field = object?.fields.get(fieldName.toLowerCase());
    if (object === undefined || field === undefined) {
      return { read: false, edit: false };
    }
    const access = objectAccess(userId, objectName);
    const changes = access.create || access.edit;
    const writable = field.createable || field.updateable;
    if (!hasFieldPermissions(object, field) || grantsOf(userId).everyField) {
      return { read: access.read, edit: changes && writable };
    }
    const grant = grantsOf(userId).fields.get(`${object.name}.${field.name}`.toLowerCase());
    if (grant === undefined && !field.custom && grantsOf(userId).standardFields) {
      return { read: access.read, edit: changes && writable };
    }
    return { read: access.read && grant?.read === true, edit: changes && writable && grant?.edit === true };
  }

  function visibility(userId: string): VisibilityContext {
    refresh();
    return {
      schema,
      source,
      rules,
      principals: principals(userId),
      seesAll: (name) => objectAccess(userId, name).viewAll,
      changesAll: (name) => objectAccess(userId, name).modifyAll,
    };
  }

  function recordAccess(userId: string, ids: readonly string[], deletedToo: boolean): Map<string, RecordAccess> {
    const access = new Map<string, RecordAccess>(ids.map((id) => [id, 'none']));
    const byObject = Map.groupBy(new Set(ids), (id) => schema.objectOfPrefix(prefixOf(id)));
    for (const [object, ofObject] of byObject) {
      if (object !== undefined) {
        for (let start = 0; start < ofObject.length; start += CHUNK) {
          readAccess(visibility(userId), object, ofObject.slice(start, start + CHUNK), deletedToo, access);
        }
      }
    }
    return access;
  }

  function readAccess(
    context: VisibilityContext,
    object: ObjectDescription,
    ids: readonly string[],
    deletedToo: boolean,
    into: Map<string, RecordAccess>,
  ): void {
    const levels = (['all', 'edit', 'read'] as const).map((level: AccessLevel) => ({
      level,
      condition: accessCondition(context, object, 'r', level) ?? { text: '1', parameters: [] },
    }));
    const cases = levels.map(({ level, condition }) => `WHEN ${condition.text} THEN '${level}'`).join(' ');
    const alive = !deletedToo && object.fields.has('isdeleted') ? 'AND r."IsDeleted" = 0' : '';
    const rows = source.select(
      `SELECT r."Id", CASE ${cases} ELSE 'none' END FROM ${tableName(object)} r WHERE r."Id" IN (${ids.map(() => '?').join(', ')}) ${alive}`,
      [...levels.flatMap(({ condition }) => [...condition.parameters]), ...ids],
    );
    for (const [id, level] of rows) {
      into.set(String(id), level as RecordAccess);
    }
  }

  return {
    objectAccess,
    fieldAccess,
    hasUserPermission,
    hasCustomPermission: (userId, name) => grantsOf(userId).customPermissions.has(name.toLowerCase()),
    hasClassAccess: (userId, className) => hasUserPermission(userId, 'AuthorApex') || grantsOf(userId).classes.has(className.toLowerCase()),
    hasTab: (userId, tabName) => hasUserPermission(userId, 'CustomizeApplication') || grantsOf(userId).tabs.has(tabName.toLowerCase()),
    recordAccess: (userId, ids) => recordAccess(userId, ids, false),
    accessToDeleted: (userId, ids) => recordAccess(userId, ids, true),
    visibleRows: (userId, object, alias) => accessCondition(visibility(userId), object, alias, 'read'),
  };
}

/** Field permissions exist for fields that a record can do without; name, system fields and the rest are seen with the object. */
function hasFieldPermissions(object: ObjectDescription, field: FieldDescription): boolean {
  if (field.required || field.masterDetail) {
    return false;
  }
  if (field.custom) {
    return object.kind === 'standard' || object.kind === 'custom' || object.kind === 'platformEvent';
  }
  const ofSystem = !field.createable && !field.updateable;
  return object.kind === 'standard' && hasObjectPermissions(object) && !ofSystem && !field.nameField && field.name !== 'OwnerId';
}
