import type { ObjectDescription, Schema } from '../schema/description.ts';
import { shareNames } from '../schema/share-object.ts';
import { quote, tableName, type SqlFragment, type SqlValue } from '../store/columns.ts';
import { filterCondition } from '../store/filter-condition.ts';
import type { SecuritySource } from './permission-rows.ts';
import type { Principals } from './principals.ts';
import type { NamedPeople, People, SharingRule } from './sharing-rules.ts';

/** How much a user may do with a row by sharing alone. */
export type AccessLevel = 'read' | 'edit' | 'all';

/** What deciding about rows needs to know. */
export interface VisibilityContext {
  readonly schema: Schema;
  readonly source: SecuritySource;
  readonly rules: ReadonlyMap<string, readonly SharingRule[]>;
  readonly principals: Principals;
  /** Whether the user sees (or changes) every record of the object, by object or by user permission. */
  seesAll(objectName: string): boolean;
  changesAll(objectName: string): boolean;
}

const NOTHING: SqlFragment = { text: '0', parameters: [] };

/** Share rows that grant at least the level. */
const SHARE_LEVELS: Readonly<Record<AccessLevel, string>> = { read: "('Read', 'Edit', 'All')", edit: "('Edit', 'All')", all: "('All')" };

/** Children through which a person gets to read an otherwise private account. */
const CHILDREN_OF_ACCOUNT = ['Contact', 'Opportunity', 'Case'];

/** The field of a role that says what account owners in it may do with an account's children. */
const ACCESS_FOR_ACCOUNT_OWNER: Readonly<Record<string, string>> = {
  Contact: 'ContactAccessForAccountOwner',
  Opportunity: 'OpportunityAccessForAccountOwner',
  Case: 'CaseAccessForAccountOwner',
};

/**
 * The condition on rows (by the table's alias) under which the user has at least this access; `undefined` when on all of them. It asks
 * row by row, by indexes: the few rows that a query's own filter leaves must not wait for all that is shared with the user.
 */
export function accessCondition(
  context: VisibilityContext,
  object: ObjectDescription,
  alias: string,
  level: AccessLevel,
): SqlFragment | undefined {
  if (object.kind === 'share') {
    // Only whoever has the whole record may change with whom it is shared.
    return throughParent(context, object, alias, parentField(object), level === 'read' ? 'read' : 'all');
  }
  if (context.changesAll(object.name) || (level === 'read' && context.seesAll(object.name)) || isOpen(object, level)) {
    return undefined;
  }
  if (object.sharingModel === 'ControlledByParent') {
    // Whoever may edit the parent may edit and delete what hangs on it.
    const condition = throughParent(context, object, alias, parentField(object), level === 'all' ? 'edit' : level);
    return object.fields.has('ownerid') && condition ? anyOf([condition, ownedBy(context, alias)]) : condition;
  }
  if (!object.fields.has('ownerid')) {
    return undefined;
  }
  const ways = [
    ownedBy(context, alias),
    ...shared(context, object, alias, level),
    ...byRules(context, object, alias, level),
    ...throughAccount(context, object, alias, level),
    ...(level === 'read' ? throughRelated(context, object, alias) : []),
  ];
  if (object.name === 'Account' && level === 'read') {
    ways.push(...throughChildren(context, alias));
  }
  return anyOf(ways);
}

function isOpen(object: ObjectDescription, level: AccessLevel): boolean {
  switch (object.sharingModel) {
    case 'Read':
      return level === 'read';
    case 'ReadWrite':
    case 'ReadWriteTransfer':
      // Deleting and sharing stay with the owner; objects without an owner have nobody to keep it for.
      return level !== 'all' || !object.fields.has('ownerid');
    case 'FullAccess':
      return true;
    default:
      return false;
  }
}

function ownedBy({ principals }: VisibilityContext, alias: string): SqlFragment {
  return isIn(`${quote(alias)}."OwnerId"`, [principals.userId, ...principals.groups, ...principals.subordinates]);
}

function shared({ schema, principals }: VisibilityContext, object: ObjectDescription, alias: string, level: AccessLevel): SqlFragment[] {
  const names = shareNames(object);
  const share = names === undefined ? undefined : schema.object(names.shareObject);
  if (names === undefined || share === undefined) {
    return [];
  }
  const people = isIn('s."UserOrGroupId"', [
    principals.userId,
    ...principals.groups,
    ...principals.subordinates,
    ...principals.groupsOfSubordinates,
  ]);
  return [
    {
      text: `EXISTS (SELECT 1 FROM ${tableName(share)} s WHERE s.${quote(names.parentField)} = ${quote(alias)}."Id"
        AND s."IsDeleted" = 0 AND s.${quote(names.accessField)} IN ${SHARE_LEVELS[level]} AND ${people.text})`,
      parameters: people.parameters,
    },
  ];
}

function byRules(context: VisibilityContext, object: ObjectDescription, alias: string, level: AccessLevel): SqlFragment[] {
  const rules = context.rules.get(object.name.toLowerCase()) ?? [];
  return rules
    .filter(({ accessLevel, sharedTo }) => level !== 'all' && (level === 'read' || accessLevel === 'Edit') && isAmong(context, sharedTo))
    .map((rule) => {
      if (rule.criteria !== undefined) {
        return filterCondition(rule.criteria, object, alias, rule.logic);
      }
      return ownerCondition(context, rule.sharedFrom as People, alias);
    });
}

/** Whether the user is one of the people, directly or as somebody above them where the group lets access go up. */
function isAmong({ source, principals }: VisibilityContext, people: People): boolean {
  if (people.kind === 'allInternalUsers' || people.kind === 'nobody') {
    return people.kind === 'allInternalUsers';
  }
  const groups = groupIds(source, people);
  return groups.some((group) => principals.groups.has(group) || principals.groupsOfSubordinates.has(group));
}

function ownerCondition({ source }: VisibilityContext, people: People, alias: string): SqlFragment {
  const owner = `${quote(alias)}."OwnerId"`;
  if (people.kind === 'allInternalUsers') {
    return { text: `${owner} LIKE '005%'`, parameters: [] };
  }
  if (people.kind === 'nobody') {
    return NOTHING;
  }
  if (people.kind === 'role') {
    return {
      text: `${owner} IN (SELECT u."Id" FROM "User" u JOIN "UserRole" r ON r."Id" = u."UserRoleId" WHERE r."DeveloperName" = ?)`,
      parameters: [people.name],
    };
  }
  if (people.kind === 'roleAndSubordinates') {
    return {
      text: `${owner} IN (WITH RECURSIVE below(id) AS (SELECT "Id" FROM "UserRole" WHERE "DeveloperName" = ?
          UNION SELECT r."Id" FROM "UserRole" r JOIN below ON r."ParentRoleId" = below.id)
        SELECT u."Id" FROM "User" u WHERE u."UserRoleId" IN (SELECT id FROM below))`,
      parameters: [people.name],
    };
  }
  const groups = groupIds(source, people);
  return {
    text: `(${owner} IN (${places(groups)}) OR ${owner} IN (WITH RECURSIVE inside(id) AS (SELECT "UserOrGroupId" FROM "GroupMember" WHERE "GroupId" IN (${places(groups)})
        UNION SELECT m."UserOrGroupId" FROM "GroupMember" m JOIN inside ON m."GroupId" = inside.id) SELECT id FROM inside))`,
    parameters: [...groups, ...groups],
  };
}

function groupIds(source: SecuritySource, people: NamedPeople): string[] {
  if (people.kind === 'role' || people.kind === 'roleAndSubordinates') {
    const type = people.kind === 'role' ? 'Role' : 'RoleAndSubordinates';
    return source
      .select('SELECT g."Id" FROM "Group" g JOIN "UserRole" r ON r."Id" = g."RelatedId" WHERE g."Type" = ? AND r."DeveloperName" = ?', [
        type,
        people.name,
      ])
      .map(([id]) => String(id));
  }
  return source
    .select('SELECT "Id" FROM "Group" WHERE "Type" = ? AND "DeveloperName" = ?', [
      people.kind === 'queue' ? 'Queue' : 'Regular',
      people.name,
    ])
    .map(([id]) => String(id));
}

/** The lookup that ties a row to the record which decides about it. */
function parentField(object: ObjectDescription): { name: string; parent: string } | undefined {
  const lookups = [...object.fields.values()].filter(({ type }) => type === 'reference');
  const field =
    lookups.find(({ masterDetail }) => masterDetail) ??
    lookups.find(({ deleteConstraint, referenceTo }) => deleteConstraint === 'Cascade' && !referenceTo.includes('User')) ??
    lookups.find(({ name }) => name === 'AccountId' || name === 'OpportunityId');
  return field === undefined ? undefined : { name: field.name, parent: field.referenceTo[0] };
}

function throughParent(
  context: VisibilityContext,
  object: ObjectDescription,
  alias: string,
  link: { name: string; parent: string } | undefined,
  level: AccessLevel,
): SqlFragment | undefined {
  const parent = link === undefined ? undefined : context.schema.object(link.parent);
  if (link === undefined || parent === undefined || parent.name === object.name) {
    return undefined;
  }
  const parentAlias = `${alias}_parent`;
  const condition = accessCondition(context, parent, parentAlias, level);
  return (
    condition && {
      text: `EXISTS (SELECT 1 FROM ${tableName(parent)} ${quote(parentAlias)}
        WHERE ${quote(parentAlias)}."Id" = ${quote(alias)}.${quote(link.name)} AND ${condition.text})`,
      parameters: condition.parameters,
    }
  );
}

function throughChildren(context: VisibilityContext, alias: string): SqlFragment[] {
  return CHILDREN_OF_ACCOUNT.flatMap((name) => {
    const child = context.schema.object(name);
    if (child === undefined || child.sharingModel === 'ControlledByParent') {
      return [];
    }
    const childAlias = `${alias}_${name.toLowerCase()}`;
    const condition = accessCondition(context, child, childAlias, 'read');
    const where = condition === undefined ? '1' : condition.text;
    return [
      {
        text: `EXISTS (SELECT 1 FROM ${tableName(child)} ${quote(childAlias)}
          WHERE ${quote(childAlias)}."AccountId" = ${quote(alias)}."Id" AND ${quote(childAlias)}."IsDeleted" = 0 AND ${where})`,
        parameters: condition?.parameters ?? [],
      },
    ];
  });
}

/** What the owner of an account may do with its contacts, deals and cases is set on the owner's role. */
function throughAccount({ principals }: VisibilityContext, object: ObjectDescription, alias: string, level: AccessLevel): SqlFragment[] {
  const roleField = ACCESS_FOR_ACCOUNT_OWNER[object.name];
  if (roleField === undefined || level === 'all') {
    return [];
  }
  const owners = isIn('a."OwnerId"', [principals.userId, ...principals.subordinates]);
  const levels = level === 'read' ? "('Read', 'Edit')" : "('Edit')";
  return [
    {
      text: `EXISTS (SELECT 1 FROM "Account" a JOIN "User" u ON u."Id" = a."OwnerId" JOIN "UserRole" r ON r."Id" = u."UserRoleId"
        WHERE a."Id" = ${quote(alias)}."AccountId" AND ${owners.text} AND r.${quote(roleField)} IN ${levels})`,
      parameters: owners.parameters,
    },
  ];
}

/** A task or event can be read by who can read the record it is about. */
function throughRelated(context: VisibilityContext, object: ObjectDescription, alias: string): SqlFragment[] {
  if (object.name !== 'Task' && object.name !== 'Event') {
    return [];
  }
  const lookups = [...object.fields.values()].filter(({ name }) => name === 'WhatId' || name === 'WhoId');
  return lookups.flatMap((lookup) =>
    lookup.referenceTo.flatMap((parentName) => {
      const parent = context.schema.object(parentName);
      const parentAlias = `${alias}_${parentName.toLowerCase()}`;
      const condition = parent && accessCondition(context, parent, parentAlias, 'read');
      return parent === undefined
        ? []
        : [
            {
              text: `EXISTS (SELECT 1 FROM ${tableName(parent)} ${quote(parentAlias)}
                WHERE ${quote(parentAlias)}."Id" = ${quote(alias)}.${quote(lookup.name)} AND ${condition?.text ?? '1'})`,
              parameters: condition?.parameters ?? [],
            },
          ];
    }),
  );
}

function isIn(expression: string, ids: readonly string[]): SqlFragment {
  return ids.length === 0 ? NOTHING : { text: `${expression} IN (${places(ids)})`, parameters: ids };
}

function places(values: readonly SqlValue[]): string {
  return values.map(() => '?').join(', ');
}

function anyOf(fragments: readonly SqlFragment[]): SqlFragment {
  return {
    text: `(${fragments.map(({ text }) => text).join(' OR ')})`,
    parameters: fragments.flatMap(({ parameters }) => [...parameters]),
  };
}
