import type { SqlFragment, SqlValue } from '../store/columns.ts';
import type { Value } from '../record.ts';
import type { ObjectDescription } from '../schema/description.ts';
import type { Call, Expression, SelectItem, SoqlQuery } from './ast.ts';
import { ConditionPlanner } from './conditions.ts';
import type { SemiJoinPlanner } from './conditions.ts';
import { planExpression } from './expression.ts';
import type { QueryExpression } from './expression.ts';
import { joined, sql, wrapped } from './fragment.ts';
import type { LimitsOfQuery } from './plan.ts';
import { planOrder } from './plan-order.ts';
import type { Planning } from './planning.ts';
import type { QuerySource } from './source.ts';

/** A query with GROUP BY or aggregates: each row becomes an `AggregateResult`. */
export interface AggregatePlan {
  readonly kind: 'aggregate';
  readonly object: ObjectDescription;
  readonly statement: SqlFragment;
  readonly columns: readonly AggregateColumn[];
  /** The column that holds how many rows went into the group: they count against the limit of queried rows. */
  readonly rowsIndex: number;
  /** How often each row is counted there: once, but for each of the totals of a ROLLUP or CUBE. */
  readonly sets: number;
}

export interface AggregateColumn {
  /** The alias, the name of a grouped field, or `expr0`, `expr1`, ... */
  readonly name: string;
  readonly index: number;
  read(stored: SqlValue): Value;
}

/** Plans a grouped query. `planFilter` gives its WHERE clause. */
export function planAggregate(
  planning: Planning,
  query: SoqlQuery,
  source: QuerySource,
  planFilter: () => SqlFragment,
  limits: LimitsOfQuery,
  semiJoin: SemiJoinPlanner,
): AggregatePlan {
  const { resolver } = planning;
  if (query.lock) throw resolver.error('MALFORMED_QUERY', 'FOR UPDATE does not go with aggregates', query.at);
  const groups = (query.groupBy?.items ?? []).map((item) => groupOf(planning, source, item));
  const isGrouped = (expression: QueryExpression): boolean =>
    expression.aggregate || groups.some((group) => group.column.text === expression.column.text);
  const columns = planColumns(planning, query, source, groups, isGrouped);
  const filter = planFilter();
  const having = query.having && wrapped('HAVING ', new ConditionPlanner(planning, source, 'having', semiJoin).plan(query.having), '');
  const order = planOrder(planning, query.orderBy, source, (expression, item) => {
    if (!isGrouped(expression)) {
      throw resolver.error('MALFORMED_QUERY', `Ordered field must be grouped or aggregated: ${expression.field.name}`, item.at);
    }
  });
  const keys =
    order.length > 0 ? order : groups.map((expression) => ({ expression, key: expression.column, direction: 'ASC NULLS FIRST' }));
  const statements = groupingSets(query.groupBy?.kind ?? 'plain', groups).map((set) => {
    const isLeftOut = (expression: QueryExpression): boolean =>
      !expression.aggregate && !set.some((group) => group.column.text === expression.column.text);
    const selected = [
      ...columns.map((column) => column.inSet(set)),
      sql('COUNT(*)'),
      ...keys.map(({ expression, key }) => (isLeftOut(expression) ? sql('NULL') : key)),
    ];
    const clauses = [wrapped('SELECT ', joined(selected, ', '), ` FROM ${source.from}`), filter];
    if (set.length > 0)
      clauses.push(
        wrapped(
          'GROUP BY ',
          joined(
            set.map((group) => group.column),
            ', ',
          ),
          '',
        ),
      );
    if (having) clauses.push(having);
    return joined(clauses, ' ');
  });
  const clauses = [joined(statements, ' UNION ALL ')];
  if (keys.length > 0) {
    const first = columns.length + 2;
    clauses.push(sql(`ORDER BY ${keys.map(({ direction }, index) => `${first + index} ${direction}`).join(', ')}`));
  }
  if (limits.limit !== undefined || limits.offset !== undefined)
    clauses.push(sql('LIMIT ? OFFSET ?', limits.limit ?? -1, limits.offset ?? 0));
  return {
    kind: 'aggregate',
    object: source.object,
    statement: joined(clauses, ' '),
    columns: columns.map(({ name, read }, index) => ({ name, index, read })),
    rowsIndex: columns.length,
    sets: statements.length,
  };
}

/** The sets of fields to group by: one, or for ROLLUP each time one fewer, or for CUBE every choice of them. */
function groupingSets(kind: 'plain' | 'rollup' | 'cube', groups: readonly QueryExpression[]): (readonly QueryExpression[])[] {
  if (kind === 'plain') return [groups];
  if (kind === 'rollup') return [...groups.keys(), groups.length].map((count) => groups.slice(0, groups.length - count));
  return Array.from({ length: 2 ** groups.length }, (_unused, choice) => groups.filter((_group, index) => (choice & (2 ** index)) === 0));
}

interface PlannedColumn {
  readonly name: string;
  /** The column's SQL where rows are grouped by these fields. */
  inSet(set: readonly QueryExpression[]): SqlFragment;
  readonly read: (stored: SqlValue) => Value;
}

function planColumns(
  planning: Planning,
  query: SoqlQuery,
  source: QuerySource,
  groups: readonly QueryExpression[],
  isGrouped: (expression: QueryExpression) => boolean,
): PlannedColumn[] {
  const names = new Set<string>();
  let unnamed = 0;
  return query.select.map((item) => {
    const { expression, alias } = expressionOf(planning, item);
    const name = alias ?? (expression.kind === 'path' ? undefined : `expr${unnamed++}`);
    const column =
      expression.kind === 'call' && expression.name.toLowerCase() === 'grouping'
        ? groupingColumn(planning, query, source, groups, expression)
        : selectedColumn(planning, source, expression, isGrouped);
    const columnName = name ?? column.fieldName;
    if (names.has(columnName.toLowerCase())) throw planning.resolver.error('MALFORMED_QUERY', `duplicate alias: ${columnName}`, item.at);
    names.add(columnName.toLowerCase());
    return { name: columnName, inSet: column.inSet, read: column.read };
  });
}

type Column = Omit<PlannedColumn, 'name'> & { readonly fieldName: string };

function selectedColumn(
  planning: Planning,
  source: QuerySource,
  expression: Expression,
  isGrouped: (expression: QueryExpression) => boolean,
): Column {
  const planned = planExpression(planning, source, expression);
  if (!isGrouped(planned)) {
    const written = expression.kind === 'path' ? expression.parts.join('.') : expression.name;
    throw planning.resolver.error('MALFORMED_QUERY', `Field must be grouped or aggregated: ${written}`, expression.at);
  }
  const isIn = (set: readonly QueryExpression[]): boolean =>
    planned.aggregate || set.some((group) => group.column.text === planned.column.text);
  return {
    fieldName: planned.field.name,
    inSet: (set) => (isIn(set) ? planned.selected : sql('NULL')),
    read: (stored) => (stored === null && !planned.aggregate ? null : planned.read(stored)),
  };
}

/** `GROUPING(StageName)`: 1 in the rows that a roll-up adds over all values of the field, else 0. */
function groupingColumn(planning: Planning, query: SoqlQuery, source: QuerySource, groups: readonly QueryExpression[], call: Call): Column {
  const [argument] = call.args;
  const column = argument && planExpression(planning, source, argument).column;
  if (query.groupBy === undefined || query.groupBy.kind === 'plain' || !groups.some((group) => group.column.text === column?.text)) {
    throw planning.resolver.error('MALFORMED_QUERY', 'GROUPING takes a field of GROUP BY ROLLUP or CUBE', call.at);
  }
  return {
    fieldName: call.name,
    inSet: (set) => sql(set.some((group) => group.column.text === column?.text) ? '0' : '1'),
    read: Number,
  };
}

function expressionOf(planning: Planning, item: SelectItem): Extract<SelectItem, { kind: 'expression' }> {
  if (item.kind === 'expression') return item;
  throw planning.resolver.error('MALFORMED_QUERY', 'A grouped query selects fields and aggregates only', item.at);
}

function groupOf(planning: Planning, source: QuerySource, item: Parameters<typeof planExpression>[2]): QueryExpression {
  const group = planExpression(planning, source, item);
  if (group.aggregate) throw planning.resolver.error('MALFORMED_QUERY', 'GROUP BY takes no aggregate', item.at);
  if (group.source && !group.field.groupable) {
    throw planning.resolver.error('INVALID_FIELD', `field '${group.field.name}' can not be grouped in a query call`, item.at);
  }
  return group;
}
