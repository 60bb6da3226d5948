import { logicParts } from '../../data/filter-logic.ts';
import type { Value } from '../../data/record.ts';
import type { FieldDescription, ObjectDescription } from '../../data/schema/description.ts';
import type { Component } from '../../metadata/source-tree.ts';
import type { XmlElement } from '../../metadata/xml-element.ts';
import { readableField, UiApiError } from './context.ts';
import type { UiApiContext } from './context.ts';
import { valueOf } from './field-value.ts';
import { fieldOfColumn, listColumns, standardColumns } from './list-columns.ts';
import { nameFieldOf, queryRecords } from './record-query.ts';
import type { RecordRepresentation } from './record-query.ts';

/** A list view, from the source tree or one of the two that every object has. */
export interface ListView {
  readonly apiName: string;
  readonly label: string;
  readonly columns: readonly string[];
  /** True when it shows only records that the user owns. */
  readonly mine: boolean;
  readonly filters: readonly XmlElement[];
  /** How the filters go together, by their numbers; all of them without it. */
  readonly logic?: string;
  readonly path: string;
}

/** Which rows of a list to read. */
export interface ListRequest {
  /** A field, with `-` in front for descending. */
  readonly sortBy?: string;
  readonly search?: string;
  readonly pageSize: number;
  readonly offset: number;
}

interface Condition {
  readonly text: string;
  readonly value: Value | readonly Value[];
}

/** The list views of an object, by label. */
export function listViews(context: UiApiContext, object: ObjectDescription): ListView[] {
  const views = context.tree.childrenOf('ListView', object.name).map((view) => fromMetadata(context, object, view));
  const columns = standardColumns(context, object);
  const plain = { columns, filters: [], path: '' };
  if (!views.some((view) => view.apiName === 'All'))
    views.push({ ...plain, apiName: 'All', label: `All ${object.labelPlural}`, mine: false });
  if (object.fields.has('ownerid') && !views.some((view) => view.mine)) {
    views.push({ ...plain, apiName: 'Mine', label: `My ${object.labelPlural}`, mine: true });
  }
  return views.sort((left, right) => left.label.localeCompare(right.label));
}

/** One list view by its name. */
export function listView(context: UiApiContext, object: ObjectDescription, name: string): ListView {
  const view = listViews(context, object).find((candidate) => candidate.apiName.toLowerCase() === name.toLowerCase());
  if (!view) throw UiApiError.of(404, 'NOT_FOUND', `${object.labelPlural} have no list view ${name}`);
  return view;
}

/** A page of a list view's records: one more row than asked for tells the caller that there is a next page. */
export function listRecords(
  context: UiApiContext,
  object: ObjectDescription,
  view: ListView,
  request: ListRequest,
): RecordRepresentation[] {
  const binds = new Map<string, Value | readonly Value[]>();
  const bound = (part: Condition): string => {
    const name = `value${binds.size}`;
    binds.set(name, part.value);
    return `(${part.text.replaceAll(':?', `:${name}`)})`;
  };
  const filters = view.filters.map((filter) => bound(condition(object, filter, view.path)));
  const others = searchCondition(context, object, view, request.search);
  if (view.mine) others.push({ text: 'OwnerId = :?', value: context.userId });
  const texts = [...(filters.length > 0 ? [joinedByLogic(filters, view.logic)] : []), ...others.map(bound)];
  const where = texts.length > 0 ? `WHERE ${texts.join(' AND ')} ` : '';
  const text = `${where}ORDER BY ${order(context, object, request.sortBy)} LIMIT ${request.pageSize + 1} OFFSET ${request.offset}`;
  return queryRecords(context, object, view.columns, { text, binds });
}

function fromMetadata(context: UiApiContext, object: ObjectDescription, view: Component): ListView {
  const scope = view.xml.textOf('filterScope') ?? 'Everything';
  if (scope !== 'Everything' && scope !== 'Mine') throw new Error(`${view.path}: the local org does not know the filter scope ${scope}.`);
  const logic = view.xml.textOf('booleanFilter');
  return {
    apiName: view.xml.textOf('fullName') ?? view.name.split('.').at(-1) ?? view.name,
    label: view.xml.textOf('label') ?? view.name,
    columns: listColumns(context, object.name, view.xml.textsOf('columns'), view.path),
    mine: scope === 'Mine',
    filters: view.xml.all('filters'),
    ...(logic !== undefined && { logic }),
    path: view.path,
  };
}

function joinedByLogic(conditions: readonly string[], logic: string | undefined): string {
  if (logic === undefined) return conditions.join(' AND ');
  const parts = logicParts(logic, conditions.length).map((part) => (typeof part === 'number' ? conditions[part - 1] : part));
  return `(${parts.join(' ')})`;
}

const OPERATORS: Readonly<Record<string, string>> = {
  equals: 'IN',
  notEqual: 'NOT IN',
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
  contains: 'LIKE',
  startsWith: 'LIKE',
  includes: 'INCLUDES',
  excludes: 'EXCLUDES',
};

function condition(object: ObjectDescription, filter: XmlElement, path: string): Condition {
  const operation = filter.textOf('operation') ?? '';
  const operator = OPERATORS[operation];
  if (!operator) throw new Error(`${path}: the local org does not know the filter operation ${operation}.`);
  const name = fieldOfColumn(object, filter.textOf('field') ?? '', path);
  const field = object.fields.get(name.toLowerCase()) as FieldDescription;
  const texts = (filter.textOf('value') ?? '').split(',').map((text) => text.trim());
  if (operator === 'IN' || operator === 'NOT IN' || operator.endsWith('CLUDES')) {
    return { text: `${name} ${operator} :?`, value: texts.map((text) => filterValue(field, text)) };
  }
  const [first = ''] = texts;
  if (operator === 'LIKE')
    return { text: `${name} LIKE :?`, value: operation === 'contains' ? `%${escapeLike(first)}%` : `${escapeLike(first)}%` };
  return { text: `${name} ${operator} :?`, value: filterValue(field, first) };
}

/** Metadata writes checkboxes as 0 and 1. */
function filterValue(field: FieldDescription, text: string): Value {
  return field.type === 'boolean' ? text === '1' || text.toLowerCase() === 'true' : valueOf(field, text);
}

function searchCondition(context: UiApiContext, object: ObjectDescription, view: ListView, search: string | undefined): Condition[] {
  if (!search?.trim()) return [];
  const names = new Set([nameFieldOf(object), ...view.columns]);
  const columns = [...names].map((name) => readableField(context, object, name)).filter((field) => field !== undefined);
  const texts = columns.map((field) => searchableColumn(context, object, field)).filter((text) => text !== undefined);
  return [{ text: texts.map((text) => `${text} LIKE :?`).join(' OR '), value: `%${escapeLike(search.trim())}%` }];
}

function searchableColumn(context: UiApiContext, object: ObjectDescription, field: FieldDescription): string | undefined {
  if (field.type === 'reference') return textOfReference(context, field);
  const isText = ['string', 'picklist', 'email', 'phone', 'url'].includes(field.type) || (field.type === 'textarea' && !field.longText);
  return isText && (field.filterable || field.name === nameFieldOf(object)) ? field.name : undefined;
}

/** The name of the record that a lookup points at, as a path of a query. */
function textOfReference(context: UiApiContext, field: FieldDescription): string | undefined {
  const target = context.org.schema.object(field.referenceTo[0] ?? '');
  return field.relationshipName && target ? `${field.relationshipName}.${nameFieldOf(target)}` : undefined;
}

function order(context: UiApiContext, object: ObjectDescription, sortBy: string | undefined): string {
  const descending = sortBy?.startsWith('-') ?? false;
  const name = sortBy?.replace(/^-/, '') || nameFieldOf(object);
  const field = readableField(context, object, name);
  if (!field || field.longText) throw UiApiError.of(400, 'INVALID_FIELD', `The list can't be sorted by ${name}.`);
  const path = field.type === 'reference' ? (textOfReference(context, field) ?? field.name) : field.name;
  return `${path} ${descending ? 'DESC NULLS LAST' : 'ASC NULLS LAST'}`;
}

/** Characters that a LIKE pattern gives a meaning stand for themselves in what a person types. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}
