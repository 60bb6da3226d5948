import { decode, selectExpression } from '../store/columns.ts';
import type { SqlValue } from '../store/columns.ts';
import type { Value } from '../record.ts';
import type { FieldDescription } from '../schema/description.ts';
import type { SelectedExpression, SelectedFieldGroup, SelectedTypeof, SoqlQuery } from './ast.ts';
import { relationshipNamed } from './names.ts';
import { planExpression } from './expression.ts';
import { sql } from './fragment.ts';
import type { RecordsPlan } from './plan.ts';
import { mayReadField } from './planning.ts';
import type { Planning } from './planning.ts';
import { addField, parentsBehind, RecordShape, SelectList } from './shape.ts';
import type { QuerySource } from './source.ts';

/** What a query of records selects: the columns, how a row becomes a record, and the sub-queries that hang on it. */
export interface Selection {
  readonly list: SelectList;
  readonly shape: RecordShape;
  readonly children: readonly { readonly key: string; readonly plan: RecordsPlan }[];
}

/** Most rows of a query with FIELDS(ALL) or FIELDS(CUSTOM). */
const MOST_ROWS_OF_ALL_FIELDS = 200;

/** Plans the SELECT list of a query without aggregates. */
export function planSelection(
  planning: Planning,
  query: SoqlQuery,
  source: QuerySource,
  planChild: (query: SoqlQuery) => RecordsPlan,
): Selection {
  const list = new SelectList();
  const table = { object: source.object, alias: source.alias, visible: undefined };
  const shape = new RecordShape(list, table);
  const children: { key: string; plan: RecordsPlan }[] = [];
  for (const item of query.select) {
    if (item.kind === 'expression') addExpression(planning, list, shape, source, item);
    else if (item.kind === 'fields') addFieldGroup(planning, query, shape, source, item);
    else if (item.kind === 'typeof') addTypeof(planning, list, shape, source, item);
    else {
      const key = relationshipNamed(source.object, item.query.from.text);
      if (children.some((child) => child.key === key)) throw duplicate(planning, item.query.from.text, item.at);
      shape.children(key);
      children.push({ key, plan: planChild(item.query) });
    }
  }
  return { list, shape, children };
}

function addExpression(planning: Planning, list: SelectList, shape: RecordShape, source: QuerySource, item: SelectedExpression): void {
  const { expression } = item;
  if (expression.kind === 'path') {
    if (item.alias !== undefined) {
      throw planning.resolver.error('MALFORMED_QUERY', 'only aggregate expressions use field aliasing', item.at);
    }
    const field = source.field(expression);
    const added = addField(list, shape, field, tablesOf(source, field.path.steps, item.at), field.field.name.toLowerCase(), decode);
    if (!added) throw duplicate(planning, expression.parts.join('.'), item.at);
    return;
  }
  const planned = planExpression(planning, source, expression);
  const name = item.alias ?? planned.source?.field.name;
  if (name === undefined || planned.source === undefined) {
    throw planning.resolver.error('MALFORMED_QUERY', `The function ${expression.name} needs a GROUP BY clause here`, item.at);
  }
  const steps = item.alias === undefined ? planned.source.path.steps : [];
  const readOne = (_field: FieldDescription, stored: SqlValue): Value => planned.read(stored);
  const added =
    steps.length === 0
      ? shape.cell(name.toLowerCase(), planned.selected, (stored) => planned.read(stored))
      : addField(list, shape, planned.source, tablesOf(source, steps, item.at), name.toLowerCase(), readOne);
  if (!added) throw duplicate(planning, name, item.at);
}

function addFieldGroup(planning: Planning, query: SoqlQuery, shape: RecordShape, source: QuerySource, item: SelectedFieldGroup): void {
  const limit = query.limit?.kind === 'number' ? Number(query.limit.text) : Number.POSITIVE_INFINITY;
  if (item.group !== 'standard' && limit > MOST_ROWS_OF_ALL_FIELDS) {
    throw planning.resolver.error(
      'MALFORMED_QUERY',
      `The SOQL FIELDS function must have a LIMIT of at most ${MOST_ROWS_OF_ALL_FIELDS}`,
      item.at,
    );
  }
  for (const field of source.object.fields.values()) {
    const wanted = item.group === 'all' || (item.group === 'custom') === field.custom;
    if (!wanted || !mayReadField(planning, source.object, field)) continue;
    shape.cell(field.name.toLowerCase(), sql(selectExpression(source.object, field, source.alias)), (stored) => decode(field, stored));
  }
}

function addTypeof(planning: Planning, list: SelectList, shape: RecordShape, source: QuerySource, item: SelectedTypeof): void {
  const { resolver } = planning;
  const step = resolver.relationship(source.object, item.relationship);
  if (!step.polymorphic)
    throw resolver.error('INVALID_FIELD', `TYPEOF takes a lookup to several objects, which ${item.relationship.text} is not`, item.at);
  const tables = source.tables([step], item.at);
  const shapes = parentsBehind(list, [shape], step, tables);
  const named = new Set<RecordShape>();
  const branches = item.branches.map(({ object, fields }) => {
    const found = shapes.find((candidate) => candidate.object.name.toLowerCase() === object.text.toLowerCase());
    if (found === undefined) throw resolver.noObject(object);
    named.add(found);
    return { shapes: [found], fields };
  });
  branches.push({ shapes: shapes.filter((candidate) => !named.has(candidate)), fields: item.otherwise });
  for (const branch of branches) {
    for (const target of branch.shapes) {
      const table = tables.find((candidate) => candidate.object === target.object);
      for (const path of branch.fields) {
        const name = path.parts.join('.');
        const field = table?.object.fields.get(name.toLowerCase());
        if (table === undefined || field === undefined || !mayReadField(planning, target.object, field)) {
          throw resolver.noField(name, target.object, path.at);
        }
        target.cell(field.name.toLowerCase(), sql(selectExpression(table.object, field, table.alias)), (stored) => decode(field, stored));
      }
    }
  }
}

function tablesOf(
  source: QuerySource,
  steps: Parameters<QuerySource['tables']>[0],
  at: number,
): (count: number) => ReturnType<QuerySource['tables']> {
  return (count) => source.tables(steps.slice(0, count), at);
}

function duplicate(planning: Planning, name: string, at: number): Error {
  return planning.resolver.error('INVALID_FIELD', `duplicate field selected: ${name}`, at);
}
