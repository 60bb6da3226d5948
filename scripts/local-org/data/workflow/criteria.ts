import { SetUpError } from '../../metadata/set-up-error.ts';
import type { XmlElement } from '../../metadata/xml-element.ts';
import { comparesAs } from '../dml/comparison.ts';
import type { DmlContext } from '../dml/dml-context.ts';
import { meetsLogic } from '../filter-logic.ts';
import { isTrue } from '../formula/arithmetic.ts';
import type { ObjectFormulas } from '../formula/object-formulas.ts';
import type { SObjectRecord, Value } from '../record.ts';
import type { FieldDescription, ObjectDescription, Schema } from '../schema/description.ts';
import { literalValue } from '../store/filter-condition.ts';
import { prefixOf } from '../values/id.ts';

/** When a rule applies or a record enters: a formula, or conditions that go together as the logic says; always when there is neither. */
export interface Criteria {
  /** What they belong to, for messages: `Case.Escalate`. */
  readonly where: string;
  readonly formula?: string;
  readonly conditions: readonly Condition[];
  readonly logic?: string;
}

interface Condition {
  /** From the record (`['Account', 'Type']`) or a global (`['$User', 'ProfileId']`). */
  readonly path: readonly string[];
  readonly field: FieldDescription;
  readonly operation: string;
  readonly values: readonly Value[];
}

/** The record whose save or step is judged. */
export interface Judged {
  readonly record: SObjectRecord;
  /** As it was before the save; absent while it is new. */
  readonly old?: SObjectRecord | undefined;
  readonly isNew?: boolean;
}

const OPERATIONS: ReadonlySet<string> = new Set(
  'equals notEqual lessThan lessOrEqual greaterThan greaterOrEqual contains notContain startsWith includes excludes'.split(' '),
);

/** Objects by whose names, and not only ids, a criterion may ask for a record: profiles, roles, queues, people, record types. */
const NAMES: readonly string[] = ['Name', 'DeveloperName', 'Username'];

/**
 * Reads the criteria in an element: its `formula`, or its `criteriaItems` with their `booleanFilter`.
 * @throws SetUpError for a field that does not exist or a comparison that is not supported.
 */
export function readCriteria(xml: XmlElement | undefined, object: ObjectDescription, schema: Schema, where: string): Criteria {
  const formula = xml?.textOf('formula');
  const logic = xml?.textOf('booleanFilter');
  return {
    where,
    ...(formula !== undefined && { formula }),
    ...(logic !== undefined && { logic }),
    conditions: (xml?.all('criteriaItems') ?? []).map((item) => condition(item, object, schema, where)),
  };
}

/** Compiles the formula of criteria, so that a mistake shows at the start. */
export function checkCriteria({ formula, where }: Criteria, object: ObjectDescription, formulas: ObjectFormulas): void {
  if (formula !== undefined) formulas.formula(formula, where, object);
}

/** Whether a record meets criteria. */
export function meetsCriteria(context: DmlContext, criteria: Criteria, { record, old, isNew = false }: Judged): boolean {
  if (criteria.formula !== undefined) {
    return isTrue(context.formulas.valueOf(criteria.formula, criteria.where, record, old, isNew));
  }
  const met = criteria.conditions.map((each) => isMet(context, each, record));
  return meetsLogic(criteria.logic, met);
}

function isMet(context: DmlContext, { path, field, operation, values }: Condition, record: SObjectRecord): boolean {
  const value = context.formulas.valueAt(record, path);
  if (field.type !== 'reference' || typeof value !== 'string') {
    return comparesAs(operation, value, values);
  }
  const names = namesOf(context, value);
  const isNegative = operation === 'notEqual' || operation === 'notContain';
  return isNegative
    ? names.every((name) => comparesAs(operation, name, values))
    : names.some((name) => comparesAs(operation, name, values));
}

function namesOf(context: DmlContext, id: string): Value[] {
  const object = context.schema.objectOfPrefix(prefixOf(id));
  const target = object === undefined ? undefined : context.records.loadOne(object, id);
  return [id, ...NAMES.map((name) => (target?.get(name) ?? null) as Value).filter((name) => name !== null)];
}

function condition(item: XmlElement, object: ObjectDescription, schema: Schema, where: string): Condition {
  const operation = item.textOf('operation') ?? '';
  if (!OPERATIONS.has(operation)) {
    throw new SetUpError(`${where}: a criterion compares by ${operation}, which the local org does not support; use another comparison.`);
  }
  const name = item.textOf('field') ?? '';
  const { path, field } = resolve(name, object, schema, where);
  return { path, field, operation, values: listed(item.textOf('value') ?? '').map((text) => literalValue(field.type, text)) };
}

/** `Case.Status` on the object itself, `Account.Type` on a parent, `User.ProfileId` on the running user. */
function resolve(
  name: string,
  object: ObjectDescription,
  schema: Schema,
  where: string,
): { path: readonly string[]; field: FieldDescription } {
  const dot = name.indexOf('.');
  const [owner, fieldName] = dot < 0 ? [object.name, name] : [name.slice(0, dot), name.slice(dot + 1)];
  const unknown = (): never => {
    throw new SetUpError(`${where}: a criterion names ${name}, which does not exist; mend the criterion.`);
  };
  const fieldOf = (described: ObjectDescription | undefined): FieldDescription =>
    described?.fields.get(fieldName.toLowerCase()) ?? unknown();
  if (owner.toLowerCase() === object.name.toLowerCase()) {
    return { path: [fieldName], field: fieldOf(object) };
  }
  if (owner === 'User' || owner === '$User') {
    return { path: ['$User', fieldName], field: fieldOf(schema.object('User')) };
  }
  const lookups = [...object.fields.values()].filter(({ referenceTo }) => referenceTo.includes(owner));
  const lookup = lookups.find(({ relationshipName }) => relationshipName?.replace(/__r$/, '__c') === owner) ?? lookups[0];
  return { path: [lookup?.relationshipName ?? unknown(), fieldName], field: fieldOf(schema.object(owner)) };
}

/** The values of a criterion: parted by commas, in quotes where one holds a comma. */
function listed(text: string): string[] {
  return text === '' ? [''] : [...text.matchAll(/"([^"]*)"|([^,"]+)/g)].map(([, quoted, plain]) => (quoted ?? plain).trim());
}
