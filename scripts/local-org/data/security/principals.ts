import type { SecuritySource } from './permission-rows.ts';

/** In whose name a user may see records: as themselves, as member of groups and queues, and as head of the roles below. */
export interface Principals {
  readonly userId: string;
  /** Groups, queues and role groups the user belongs to, nested ones too. */
  readonly groups: ReadonlySet<string>;
  /** Users in roles below the user's. */
  readonly subordinates: ReadonlySet<string>;
  /** Groups that a subordinate belongs to and whose access goes up the role hierarchy. */
  readonly groupsOfSubordinates: ReadonlySet<string>;
}

interface People {
  /** Role of each user who has one. */
  readonly roleOf: ReadonlyMap<string, string>;
  readonly parentOfRole: ReadonlyMap<string, string>;
  /** Groups by member, a user or another group. */
  readonly groupsOf: ReadonlyMap<string, readonly string[]>;
  readonly groups: readonly Group[];
}

interface Group {
  readonly id: string;
  readonly type: string;
  readonly relatedId: string | null;
  readonly includesBosses: boolean;
}

/** Answers for every user from one reading of users, roles and groups. */
export function createPrincipals(source: SecuritySource): (userId: string) => Principals {
  const people = readPeople(source);
  const known = new Map<string, Principals>();
  return (userId) => {
    const principals = known.get(userId) ?? principalsOf(people, userId);
    known.set(userId, principals);
    return principals;
  };
}

function readPeople(source: SecuritySource): People {
  const groupsOf = new Map<string, string[]>();
  for (const [group, member] of source.select('SELECT "GroupId", "UserOrGroupId" FROM "GroupMember"', [])) {
    groupsOf.set(String(member), [...(groupsOf.get(String(member)) ?? []), String(group)]);
  }
  const roles = source.select('SELECT "Id", "UserRoleId" FROM "User" WHERE "UserRoleId" IS NOT NULL', []);
  const parents = source.select('SELECT "Id", "ParentRoleId" FROM "UserRole" WHERE "ParentRoleId" IS NOT NULL', []);
  const groups = source.select('SELECT "Id", "Type", "RelatedId", "DoesIncludeBosses" FROM "Group"', []);
  return {
    roleOf: new Map(roles.map(([user, role]) => [String(user), String(role)])),
    parentOfRole: new Map(parents.map(([role, parent]) => [String(role), String(parent)])),
    groupsOf,
    groups: groups.map(([id, type, relatedId, includesBosses]) => ({
      id: String(id),
      type: String(type),
      relatedId: relatedId === null || relatedId === undefined ? null : String(relatedId),
      includesBosses: Number(includesBosses) === 1,
    })),
  };
}

function principalsOf(people: People, userId: string): Principals {
  const role = people.roleOf.get(userId);
  const subordinates = new Set<string>();
  if (role !== undefined) {
    for (const [user, userRole] of people.roleOf) {
      if (userRole !== role && rolesAbove(people, userRole).has(role)) {
        subordinates.add(user);
      }
    }
  }
  const passesUp = new Set(people.groups.filter(({ includesBosses }) => includesBosses).map(({ id }) => id));
  const groupsOfSubordinates = new Set(
    [...subordinates].flatMap((subordinate) => [...groupsOfUser(people, subordinate)].filter((group) => passesUp.has(group))),
  );
  return { userId, groups: groupsOfUser(people, userId), subordinates, groupsOfSubordinates };
}

/** The role itself and every role above it. */
function rolesAbove(people: People, role: string): Set<string> {
  const roles = new Set<string>();
  for (let next: string | undefined = role; next !== undefined && !roles.has(next); next = people.parentOfRole.get(next)) {
    roles.add(next);
  }
  return roles;
}

function groupsOfUser(people: People, userId: string): Set<string> {
  const role = people.roleOf.get(userId);
  const rolesUp = role === undefined ? new Set<string>() : rolesAbove(people, role);
  const direct = people.groups
    .filter(({ type, relatedId }) => {
      switch (type) {
        case 'Organization':
          return true;
        case 'Role':
          return relatedId !== null && relatedId === role;
        case 'RoleAndSubordinates':
        case 'RoleAndSubordinatesInternal':
          return relatedId !== null && rolesUp.has(relatedId);
        default:
          return false;
      }
    })
    .map(({ id }) => id);
  const groups = new Set<string>();
  const open = [...direct, ...(people.groupsOf.get(userId) ?? [])];
  for (let group = open.pop(); group !== undefined; group = open.pop()) {
    if (!groups.has(group)) {
      groups.add(group);
      open.push(...(people.groupsOf.get(group) ?? []));
    }
  }
  return groups;
}
