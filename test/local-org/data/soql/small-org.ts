import { DatabaseSync } from 'node:sqlite';
import type {
  ChildRelationship,
  FieldDescription,
  FieldType,
  ObjectDescription,
  Schema,
} from '../../../../scripts/local-org/data/schema/description.ts';
import type { Security } from '../../../../scripts/local-org/data/security/security.ts';
import { runQuery } from '../../../../scripts/local-org/data/soql/run.ts';
import { columnDeclaration, isStored, quote, tableName } from '../../../../scripts/local-org/data/store/columns.ts';
import type { SqlValue } from '../../../../scripts/local-org/data/store/columns.ts';
import type { QueryContext } from '../../../../scripts/local-org/data/store/query-context.ts';
import type { QueryOptions, QueryOutcome } from '../../../../scripts/local-org/data/transaction.ts';

/** A field in few words; the rest takes the value that most fields have. */
function field(name: string, type: FieldType, more: Partial<FieldDescription> = {}): FieldDescription {
  const plain = type !== 'multipicklist';
  return {
    name,
    label: name,
    type,
    custom: name.endsWith('__c'),
    length: 255,
    precision: type === 'currency' ? 18 : 0,
    scale: type === 'currency' ? 2 : 0,
    longText: false,
    htmlFormatted: false,
    required: false,
    unique: false,
    caseSensitive: false,
    externalId: false,
    nameField: name === 'Name',
    autoNumber: false,
    createable: true,
    updateable: true,
    filterable: true,
    sortable: plain,
    groupable: plain && type !== 'currency' && type !== 'datetime',
    referenceTo: [],
    masterDetail: false,
    picklistValues: [],
    restrictedPicklist: false,
    ...more,
  };
}

function lookup(name: string, relationshipName: string, ...referenceTo: string[]): FieldDescription {
  return field(name, 'reference', { relationshipName, referenceTo });
}

function picklist(name: string, ...values: string[]): FieldDescription {
  const picklistValues = values.map((value) => ({ value, label: `${value}!`, active: true, isDefault: false }));
  return field(name, 'picklist', { picklistValues });
}

function object(
  name: string,
  keyPrefix: string,
  fields: readonly FieldDescription[],
  children: readonly ChildRelationship[] = [],
): ObjectDescription {
  const all = [field('Id', 'id'), field('Name', 'string'), ...fields, field('IsDeleted', 'boolean')];
  return {
    name,
    label: name,
    labelPlural: `${name}s`,
    keyPrefix,
    custom: false,
    kind: 'standard',
    fields: new Map(all.map((one) => [one.name.toLowerCase(), one])),
    childRelationships: children,
    validationRules: [],
    sharingModel: 'Private',
    triggerable: true,
    createable: true,
    updateable: true,
    deletable: true,
    queryable: true,
  };
}

const child = (childObject: string, fieldName: string, relationshipName: string): ChildRelationship => ({
  childObject,
  field: fieldName,
  relationshipName,
  cascadeDelete: false,
  restrictedDelete: false,
});

const OBJECTS = [
  object('User', '005', [field('Email', 'email'), field('IsActive', 'boolean')]),
  object('Group', '00G', [field('DeveloperName', 'string')]),
  object(
    'Account',
    '001',
    [
      picklist('Industry', 'Retail', 'Banking', 'Energy'),
      field('Employees', 'int'),
      field('Story', 'textarea', { longText: true, filterable: false, sortable: false, groupable: false }),
      field('Products', 'multipicklist'),
      lookup('OwnerId', 'Owner', 'User', 'Group'),
    ],
    [child('Deal', 'AccountId', 'Deals')],
  ),
  object('Deal', '006', [
    field('Amount', 'currency'),
    field('CloseDate', 'date'),
    field('WonAt', 'datetime'),
    field('IsWon', 'boolean'),
    lookup('AccountId', 'Account', 'Account'),
  ]),
  object('AggregateResult', '', []),
];

/** The id of the n-th record of an object of the small org. */
export function idOf(objectName: string, number: number): string {
  const prefix = OBJECTS.find((candidate) => candidate.name === objectName)?.keyPrefix ?? '';
  return `${prefix}${String(number).padStart(12, '0')}AAA`;
}

const schema: Schema = {
  object: (name) => OBJECTS.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase()),
  objects: () => OBJECTS,
  objectOfPrefix: (prefix) => OBJECTS.find((candidate) => candidate.keyPrefix === prefix),
};

/** What the running user may not read: `Account` or `Account.Industry`; and rows, by object, that only this SQL leaves. */
export interface Restrictions {
  readonly hidden?: readonly string[];
  readonly rows?: Readonly<Record<string, string>>;
}

function securityOf(restrictions: Restrictions): Security {
  const isHidden = (name: string): boolean => restrictions.hidden?.includes(name) ?? false;
  const all = { create: true, edit: true, delete: true, viewAll: false, modifyAll: false };
  return {
    objectAccess: (_user, objectName) => ({ ...all, read: !isHidden(objectName) }),
    fieldAccess: (_user, objectName, fieldName) => ({ read: !isHidden(`${objectName}.${fieldName}`), edit: true }),
    hasCustomPermission: () => true,
    hasUserPermission: () => true,
    hasClassAccess: () => true,
    hasTab: () => true,
    recordAccess: () => new Map(),
    accessToDeleted: () => new Map(),
    visibleRows: (_user, description, alias) => {
      const condition = restrictions.rows?.[description.name];
      return condition === undefined ? undefined : { text: condition.replaceAll('$', quote(alias)), parameters: [] };
    },
  };
}

/** Three accounts, five deals, two users and a queue, on Saturday 2026-11-21 at 23:30 UTC. */
export class SmallOrg {
  readonly #database = new DatabaseSync(':memory:');
  readonly consumed = new Map<string, number>();
  timeZone = 'UTC';

  constructor() {
    for (const description of OBJECTS) {
      const columns = [...description.fields.values()].filter(isStored).map((one) => `${quote(one.name)} ${columnDeclaration(one)}`);
      this.#database.exec(`CREATE TABLE ${tableName(description)} (${columns.join(', ')})`);
    }
    this.#database.exec(`
      INSERT INTO "User" VALUES ('${idOf('User', 1)}', 'Rep', 'rep@x.test', 1, 0), ('${idOf('User', 2)}', 'Owner', 'owner@x.test', 0, 0);
      INSERT INTO "Group" VALUES ('${idOf('Group', 1)}', 'Desk', 'The_Desk', 0);
      INSERT INTO "Account" VALUES
        ('${idOf('Account', 1)}', 'Acme', 'Banking', 10, 'long', 'Core;Mobile', '${idOf('User', 1)}', 0),
        ('${idOf('Account', 2)}', 'Birch', 'Retail', NULL, NULL, 'Mobile', '${idOf('Group', 1)}', 0),
        ('${idOf('Account', 3)}', 'Cedar 100%', NULL, 30, NULL, NULL, NULL, 0),
        ('${idOf('Account', 4)}', 'Gone', 'Retail', 99, NULL, NULL, NULL, 1);
      INSERT INTO "Deal" VALUES
        ('${idOf('Deal', 1)}', 'One', 1050, '2026-11-21', ${Date.UTC(2026, 10, 21, 23)}, 1, '${idOf('Account', 1)}', 0),
        ('${idOf('Deal', 2)}', 'Two', 2000, '2026-11-20', ${Date.UTC(2026, 10, 21, 1)}, 0, '${idOf('Account', 1)}', 0),
        ('${idOf('Deal', 3)}', 'Three', NULL, '2026-10-01', NULL, 0, '${idOf('Account', 2)}', 0),
        ('${idOf('Deal', 4)}', 'Four', 1001, NULL, NULL, 1, NULL, 0),
        ('${idOf('Deal', 5)}', 'Five', 3000, '2025-02-03', NULL, 1, '${idOf('Account', 1)}', 0);`);
  }

  query(soql: string, options: Partial<QueryOptions> = {}, restrictions: Restrictions = {}): QueryOutcome {
    const context: QueryContext = {
      schema,
      limits: {
        used: {} as never,
        allowed: {} as never,
        consume: (name, amount) => void this.consumed.set(name, (this.consumed.get(name) ?? 0) + amount),
        mark: () => () => undefined,
        fresh: () => () => undefined,
      },
      security: securityOf(restrictions),
      userId: idOf('User', 1),
      timeZone: this.timeZone,
      fiscalYearStartMonth: 1,
      now: () => Date.UTC(2026, 10, 21, 23, 30),
      inUsersWords: (object) => object,
      select: (sql, parameters) => {
        const statement = this.#database.prepare(sql);
        statement.setReturnArrays(true);
        return statement.all(...parameters) as unknown as SqlValue[][];
      },
    };
    return runQuery(context, soql, { mode: 'system', sharing: false, ...options });
  }

  /** The names of the rows, joined: enough to see which rows came, and in which order. */
  names(soql: string, options: Partial<QueryOptions> = {}, restrictions: Restrictions = {}): string {
    return this.query(soql, options, restrictions)
      .records.map((record) => String(record.get('Name')))
      .join(' ');
  }

  /** The first row's content under a name, as text. */
  first(soql: string, name: string): string {
    return String(this.query(soql).records[0].get(name));
  }
}

export { schema };
