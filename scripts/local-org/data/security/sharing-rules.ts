import { SetUpError } from '../errors.ts';
import type { ObjectDescription, Schema } from '../schema/description.ts';
import { columnExpression, encode, type SqlValue } from '../store/columns.ts';
import type { Value } from '../record.ts';
import { DateValue } from '../values/date.ts';
import { DecimalValue } from '../values/decimal.ts';
import type { Component, SourceTree } from '../../metadata/source-tree.ts';
import type { XmlElement } from '../../metadata/xml-element.ts';

/** A rule that opens records of an object to a group of people. */
export interface SharingRule {
  readonly object: string;
  readonly accessLevel: 'Read' | 'Edit';
  readonly sharedTo: People;
  /** Whose records are opened; absent for a rule by criteria. */
  readonly sharedFrom?: People;
  /** Which records are opened, all conditions together; absent for a rule by owner. */
  readonly criteria?: readonly Criterion[];
}

/** The people a rule names. */
export type People =
  { readonly kind: 'allInternalUsers' } | { readonly kind: 'group' | 'queue' | 'role' | 'roleAndSubordinates'; readonly name: string };

interface Criterion {
  readonly field: string;
  readonly operation: string;
  readonly value: string;
}

const PEOPLE_KINDS: Readonly<Record<string, Exclude<People['kind'], 'allInternalUsers'>>> = {
  group: 'group',
  queue: 'queue',
  role: 'role',
  roleAndSubordinates: 'roleAndSubordinates',
  roleAndSubordinatesInternal: 'roleAndSubordinates',
};

const SQL_OPERATORS: Readonly<Record<string, string>> = {
  equals: 'IS',
  notEqual: 'IS NOT',
  greaterThan: '>',
  greaterOrEqual: '>=',
  lessThan: '<',
  lessOrEqual: '<=',
};

/**
 * The sharing rules of a source tree, by the object's lower-case name.
 *
 * @throws SetUpError that names the file, for a kind of people or a filter that isn't supported.
 */
export function readSharingRules(tree: SourceTree): Map<string, SharingRule[]> {
  const rules = new Map<string, SharingRule[]>();
  for (const component of tree.ofType('SharingRules')) {
    rules.set(component.name.toLowerCase(), [
      ...component.xml.all('sharingOwnerRules').map((rule) => ruleOf(component, rule)),
      ...component.xml.all('sharingCriteriaRules').map((rule) => ruleOf(component, rule)),
    ]);
  }
  return rules;
}

function ruleOf(component: Component, rule: XmlElement): SharingRule {
  const from = rule.child('sharedFrom');
  if (rule.textOf('booleanFilter') !== undefined) {
    throw new SetUpError(`${component.path}: a sharing rule with filter logic isn't supported; write one rule for each alternative.`);
  }
  const base = {
    object: component.name,
    accessLevel: rule.textOf('accessLevel') === 'Edit' ? ('Edit' as const) : ('Read' as const),
    sharedTo: peopleOf(component, rule.child('sharedTo')),
  };
  if (rule.name === 'sharingOwnerRules') {
    return { ...base, sharedFrom: peopleOf(component, from) };
  }
  const criteria = rule.all('criteriaItems').map((item) => criterionOf(component, item));
  return { ...base, criteria };
}

function peopleOf(component: Component, element: XmlElement | undefined): People {
  const [first] = element?.children ?? [];
  if (first?.name === 'allInternalUsers') {
    return { kind: 'allInternalUsers' };
  }
  const kind = first === undefined ? undefined : PEOPLE_KINDS[first.name];
  if (first === undefined || kind === undefined) {
    throw new SetUpError(`${component.path}: a sharing rule names people of the kind ${first?.name ?? 'none'}, which isn't supported.`);
  }
  return { kind, name: first.text };
}

function criterionOf(component: Component, item: XmlElement): Criterion {
  const operation = item.textOf('operation') ?? '';
  if (SQL_OPERATORS[operation] === undefined) {
    throw new SetUpError(`${component.path}: a sharing rule compares by ${operation}, which isn't supported.`);
  }
  return { field: item.textOf('field') ?? '', operation, value: item.textOf('value') ?? '' };
}

/** The condition that a rule's criteria make on a row of the object. */
export function criteriaCondition(
  criteria: readonly Criterion[],
  object: ObjectDescription,
  alias: string,
): { text: string; parameters: SqlValue[] } {
  const conditions = criteria.map(({ field: name, operation, value }) => {
    const field = object.fields.get(name.toLowerCase());
    if (field === undefined) {
      throw new SetUpError(`A sharing rule of ${object.name} names the field ${name}, which does not exist; mend the rule.`);
    }
    return {
      text: `${columnExpression(object, field, alias)} ${SQL_OPERATORS[operation]} ?`,
      parameter: encode(field, valueOf(field.type, value)),
    };
  });
  return { text: conditions.map(({ text }) => `(${text})`).join(' AND '), parameters: conditions.map(({ parameter }) => parameter) };
}

function valueOf(type: string, text: string): Value {
  if (text === '') {
    return null;
  }
  switch (type) {
    case 'boolean':
      return text.toLowerCase() === 'true';
    case 'date':
      return DateValue.parse(text);
    case 'int':
      return Number(text);
    case 'double':
    case 'currency':
    case 'percent':
      return DecimalValue.parse(text);
    default:
      return text;
  }
}

/** Checks that every rule's object exists, so that a misspelt file doesn't silently open nothing. */
export function checkSharingRules(rules: ReadonlyMap<string, readonly SharingRule[]>, schema: Schema): void {
  for (const [name, ofObject] of rules) {
    if (schema.object(name) === undefined && ofObject.length > 0) {
      throw new SetUpError(`There are sharing rules for ${name}, which is no object of this org; rename or remove the file.`);
    }
  }
}
