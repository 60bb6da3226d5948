import { quote } from '../store/columns.ts';
import type { SqlFragment } from '../store/columns.ts';
import type { ChildRelationship, ObjectDescription } from '../schema/description.ts';
import type { Bind, NumberLiteral, SoqlQuery } from './ast.ts';
import { boundValues } from './comparands.ts';
import { ConditionPlanner } from './conditions.ts';
import { isAggregate } from './expression.ts';
import { joined, sql, valueList, wrapped } from './fragment.ts';
import { planAggregate } from './plan-aggregate.ts';
import type { AggregatePlan } from './plan-aggregate.ts';
import { planOrder } from './plan-order.ts';
import { planSelection } from './plan-selection.ts';
import type { Selection } from './plan-selection.ts';
import { mayReadField, mayReadObject, visibleRows } from './planning.ts';
import type { Planning } from './planning.ts';
import { QuerySource } from './source.ts';

/** A query ready to run. */
export type QueryPlan = CountPlan | AggregatePlan | RecordsPlan;

/** `SELECT COUNT() ...`: one row with one number. */
export interface CountPlan {
  readonly kind: 'count';
  readonly object: ObjectDescription;
  readonly statement: SqlFragment;
}

export interface RecordsPlan {
  readonly kind: 'records';
  readonly object: ObjectDescription;
  readonly selection: Selection;
  /** The statement; for a sub-query, with the parents whose children it reads. */
  statement(parentIds?: readonly string[]): SqlFragment;
  /** Of a sub-query: rows a parent to skip and to keep. */
  readonly perParent?: { readonly skip: number; readonly keep: number | undefined; readonly parentIndex: number };
}

/** The platform's highest OFFSET. */
const MOST_OFFSET = 2000;

/** Plans a whole query. Throws `QueryError` for what does not exist, what the user may not read, and what SOQL does not allow. */
export function planQuery(planning: Planning, query: SoqlQuery): QueryPlan {
  const { resolver } = planning;
  const object = resolver.object(query.from);
  if (!mayReadObject(planning, object)) throw resolver.noObject(query.from);
  checkClauses(planning, query);
  const source = new QuerySource(planning, object, query.fromAlias);
  const only = query.select.length === 1 ? query.select[0] : undefined;
  if (only?.kind === 'expression' && only.expression.kind === 'call' && only.expression.args.length === 0 && isAggregate(only.expression)) {
    return planCount(planning, query, source);
  }
  const grouped = query.groupBy !== undefined || query.select.some((item) => item.kind === 'expression' && isAggregate(item.expression));
  if (grouped)
    return planAggregate(
      planning,
      query,
      source,
      () => planFilter(planning, query, source),
      planLimits(planning, query),
      semiJoinPlanner(planning),
    );
  if (query.having) throw resolver.error('MALFORMED_QUERY', 'HAVING needs a GROUP BY clause or an aggregate', query.having.at);
  return planRecords(planning, query, source);
}

/** Plans the rows of a sub-query in a SELECT list: the children of many parents at once. */
export function planChildren(planning: Planning, parent: ObjectDescription, query: SoqlQuery): RecordsPlan {
  const { resolver } = planning;
  const { relationship, object } = resolver.childRelationship(parent, query.from);
  const foreignKey = object.fields.get(relationship.field.toLowerCase());
  if (!mayReadObject(planning, object) || foreignKey === undefined || !mayReadField(planning, object, foreignKey)) {
    throw resolver.error('INVALID_TYPE', `Didn't understand relationship '${query.from.text}' in FROM part of query call.`, query.from.at);
  }
  if (query.groupBy || query.having || query.select.some((item) => item.kind === 'expression' && isAggregate(item.expression))) {
    throw resolver.error('MALFORMED_QUERY', 'A sub-query may not group or aggregate', query.at);
  }
  checkClauses(planning, query);
  return planRecords(planning, query, new QuerySource(planning, object, query.fromAlias), relationship);
}

function planCount(planning: Planning, query: SoqlQuery, source: QuerySource): CountPlan {
  if (query.groupBy)
    throw planning.resolver.error('MALFORMED_QUERY', "COUNT() can't be grouped: use COUNT(Id)", query.groupBy.items[0]?.at ?? query.at);
  if (query.orderBy.length > 0)
    throw planning.resolver.error('MALFORMED_QUERY', 'COUNT() takes no ORDER BY', query.orderBy[0]?.at ?? query.at);
  const filter = planFilter(planning, query, source);
  const limits = limitsFragment(planLimits(planning, query));
  const rows = joined([sql(`SELECT 1 FROM ${source.from}`), filter, limits], ' ');
  return { kind: 'count', object: source.object, statement: wrapped('SELECT COUNT(*) FROM (', rows, ')') };
}

function planRecords(planning: Planning, query: SoqlQuery, source: QuerySource, relationship?: ChildRelationship): RecordsPlan {
  const selection = planSelection(planning, query, source, (child) => planChildren(planning, source.object, child));
  const foreignKey = relationship && sql(`${quote(source.alias)}.${quote(relationship.field)}`);
  const parentIndex = foreignKey && selection.list.add(foreignKey);
  const filter = withAccessOnlyWhereAsked(planning, () => planFilter(planning, query, source));
  const order = withAccessOnlyWhereAsked(planning, () => planOrder(planning, query.orderBy, source));
  const orderBy = wrapped(
    ' ORDER BY ',
    joined([...order.map(({ key, direction }) => wrapped('', key, ` ${direction}`)), sql(`${quote(source.alias)}."Id"`)], ', '),
    '',
  );
  const limits = planLimits(planning, query);
  const select = joined(selection.list.fragments, ', ');
  const statement = (parentIds?: readonly string[]): SqlFragment => {
    const start = joined([wrapped('SELECT ', select, ''), sql(`FROM ${source.from}`), filter], ' ');
    if (foreignKey === undefined) return joined([start, orderBy, limitsFragment(limits)], ' ');
    return joined([start, sql('AND'), foreignKey, sql('IN'), valueList(parentIds ?? []), orderBy], ' ');
  };
  const perParent = parentIndex === undefined ? undefined : { skip: limits.offset ?? 0, keep: limits.limit, parentIndex };
  return { kind: 'records', object: source.object, selection, statement, perParent };
}

/** The WHERE clause: what the query asks, without deleted rows, without rows the user may not see. Always starts with WHERE. */
function planFilter(planning: Planning, query: SoqlQuery, source: QuerySource): SqlFragment {
  const conditions: SqlFragment[] = [];
  if (query.where) conditions.push(new ConditionPlanner(planning, source, 'where', semiJoinPlanner(planning)).plan(query.where));
  const allRows = query.allRows || planning.run?.allRows === true;
  if (!allRows && source.object.fields.has('isdeleted')) conditions.push(sql(`${quote(source.alias)}."IsDeleted" = 0`));
  const scope = planScope(planning, query, source);
  if (scope) conditions.push(scope);
  const visible = visibleRows(planning, source.object, source.alias);
  if (visible) conditions.push(wrapped('(', visible, ')'));
  return wrapped('WHERE ', conditions.length === 0 ? sql('1') : joined(conditions, ' AND '), '');
}

function planScope(planning: Planning, query: SoqlQuery, source: QuerySource): SqlFragment | undefined {
  const scope = query.scope?.text.toLowerCase();
  if (query.scope === undefined || scope === 'everything') return undefined;
  if (scope === 'mine' && source.object.fields.has('ownerid')) {
    return sql(`${quote(source.alias)}."OwnerId" = ?`, planning.run?.context.userId ?? '');
  }
  throw planning.resolver.error(
    'MALFORMED_QUERY',
    `The scope ${query.scope.text} is not supported for ${source.object.name}`,
    query.scope.at,
  );
}

/** Plans the inner queries of IN conditions. */
export function semiJoinPlanner(planning: Planning): (query: SoqlQuery) => SqlFragment {
  return (query) => {
    const { resolver } = planning;
    const object = resolver.object(query.from);
    if (!mayReadObject(planning, object)) throw resolver.noObject(query.from);
    const only = query.select[0];
    if (query.select.length !== 1 || only?.kind !== 'expression' || only.expression.kind !== 'path') {
      throw resolver.error('MALFORMED_QUERY', 'The inner query of IN selects exactly one field', query.at);
    }
    if (query.orderBy.length > 0 || query.limit || query.offset || query.groupBy) {
      throw resolver.error('MALFORMED_QUERY', 'The inner query of IN takes neither GROUP BY, ORDER BY, LIMIT nor OFFSET', query.at);
    }
    const source = new QuerySource(planning, object, query.fromAlias);
    const field = source.field(only.expression);
    if (field.field.type !== 'id' && field.field.type !== 'reference') {
      throw resolver.error(
        'MALFORMED_QUERY',
        `The selected field in the inner query should be an id or reference field, cannot use: '${field.field.name}'`,
        only.at,
      );
    }
    const filter = planFilter(planning, query, source);
    return joined([wrapped('SELECT ', field.column, ` FROM ${source.from}`), filter, wrapped('AND ', field.column, ' IS NOT NULL')], ' ');
  };
}

/** LIMIT and OFFSET of a query. */
export interface LimitsOfQuery {
  readonly limit: number | undefined;
  readonly offset: number | undefined;
}

function planLimits(planning: Planning, query: SoqlQuery): LimitsOfQuery {
  const offset = query.offset && countOf(planning, query.offset, 'OFFSET');
  if (query.offset && offset !== undefined && offset > MOST_OFFSET) {
    throw planning.resolver.error('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${MOST_OFFSET}`, query.offset.at);
  }
  return { limit: query.limit && countOf(planning, query.limit, 'LIMIT'), offset };
}

function countOf(planning: Planning, count: NumberLiteral | Bind, clause: string): number {
  if (count.kind === 'number') return Number(count.text);
  const bound = boundValues(planning, count);
  if (bound === undefined) return 0;
  const value = bound.many ? undefined : bound.values[0];
  const number = typeof value === 'number' || typeof value === 'bigint' ? Number(value) : Number.NaN;
  if (!Number.isInteger(number) || number < 0) {
    throw planning.resolver.error('MALFORMED_QUERY', `${clause} takes a whole number of at least 0`, count.at);
  }
  return number;
}

/** LIMIT and OFFSET as SQL; empty when the query has neither. */
export function limitsFragment({ limit, offset }: LimitsOfQuery): SqlFragment {
  if (limit === undefined && offset === undefined) return sql('');
  return sql('LIMIT ? OFFSET ?', limit ?? -1, offset ?? 0);
}

/** WITH SECURITY_ENFORCED looks at what is selected, not at filters and order. */
function withAccessOnlyWhereAsked<T>(planning: Planning, work: () => T): T {
  const before = planning.enforced;
  if (planning.run?.enforcement === 'selection') planning.enforced = false;
  try {
    return work();
  } finally {
    planning.enforced = before;
  }
}

function checkClauses(planning: Planning, query: SoqlQuery): void {
  const { resolver } = planning;
  if (query.lock === 'update' && query.orderBy.length > 0) {
    throw resolver.error('MALFORMED_QUERY', 'FOR UPDATE does not go with ORDER BY', query.orderBy[0]?.at ?? query.at);
  }
}
