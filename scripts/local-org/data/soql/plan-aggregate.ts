import type { SqlFragment, SqlValue } from '../store/columns.ts';
import type { Value } from '../record.ts';
import type { ObjectDescription } from '../schema/description.ts';
import type { SelectItem, SoqlQuery } from './ast.ts';
import { ConditionPlanner } from './conditions.ts';
import type { SemiJoinPlanner } from './conditions.ts';
import { planExpression } from './expression.ts';
import type { QueryExpression } from './expression.ts';
import { joined, sql, wrapped } from './fragment.ts';
import type { LimitsOfQuery } from './plan.ts';
import { planOrder } from './plan-order.ts';
import type { Planning } from './planning.ts';
import { SelectList } from './shape.ts';
import type { QuerySource } from './source.ts';

/** A query with GROUP BY or aggregates: each row becomes an `AggregateResult`. */
export interface AggregatePlan {
  readonly kind: 'aggregate';
  readonly object: ObjectDescription;
  readonly statement: SqlFragment;
  readonly columns: readonly AggregateColumn[];
  /** The column that holds how many rows went into the group: they count against the limit of queried rows. */
  readonly rowsIndex: number;
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
  if (query.groupBy && query.groupBy.kind !== 'plain') {
    throw resolver.error(
      'MALFORMED_QUERY',
      `GROUP BY ${query.groupBy.kind.toUpperCase()} is not supported`,
      query.groupBy.items[0]?.at ?? query.at,
    );
  }
  if (query.lock) throw resolver.error('MALFORMED_QUERY', 'FOR UPDATE does not go with aggregates', query.at);
  const groups = (query.groupBy?.items ?? []).map((item) => groupOf(planning, source, item));
  const isGrouped = (expression: QueryExpression): boolean =>
    expression.aggregate || groups.some((group) => group.column.text === expression.column.text);
  const list = new SelectList();
  const columns = planColumns(planning, query, source, list, isGrouped);
  const rowsIndex = list.add(sql('COUNT(*)'));
  const filter = planFilter();
  const having = query.having && wrapped('HAVING ', new ConditionPlanner(planning, source, 'having', semiJoin).plan(query.having), '');
  const order = planOrder(planning, query.orderBy, source, (expression, item) => {
    if (!isGrouped(expression))
      throw resolver.error('MALFORMED_QUERY', `Ordered field must be grouped or aggregated: ${expression.field.name}`, item.at);
  });
  const clauses = [wrapped('SELECT ', joined(list.fragments, ', '), ` FROM ${source.from}`), filter];
  if (groups.length > 0)
    clauses.push(
      wrapped(
        'GROUP BY ',
        joined(
          groups.map((group) => group.column),
          ', ',
        ),
        '',
      ),
    );
  if (having) clauses.push(having);
  const keys = order.length > 0 ? order : groups.map((group) => group.column);
  if (keys.length > 0) clauses.push(wrapped('ORDER BY ', joined(keys, ', '), ''));
  if (limits.limit !== undefined || limits.offset !== undefined)
    clauses.push(sql('LIMIT ? OFFSET ?', limits.limit ?? -1, limits.offset ?? 0));
  return { kind: 'aggregate', object: source.object, statement: joined(clauses, ' '), columns, rowsIndex };
}

function planColumns(
  planning: Planning,
  query: SoqlQuery,
  source: QuerySource,
  list: SelectList,
  isGrouped: (expression: QueryExpression) => boolean,
): AggregateColumn[] {
  const names = new Set<string>();
  let unnamed = 0;
  return query.select.map((item) => {
    const { expression, alias } = expressionOf(planning, item);
    const planned = planExpression(planning, source, expression);
    if (!isGrouped(planned)) {
      const written = expression.kind === 'path' ? expression.parts.join('.') : expression.name;
      throw planning.resolver.error('MALFORMED_QUERY', `Field must be grouped or aggregated: ${written}`, item.at);
    }
    const name = alias ?? (expression.kind === 'path' ? planned.field.name : `expr${unnamed++}`);
    if (names.has(name.toLowerCase())) throw planning.resolver.error('MALFORMED_QUERY', `duplicate alias: ${name}`, item.at);
    names.add(name.toLowerCase());
    return { name, index: list.add(planned.selected), read: (stored) => planned.read(stored) };
  });
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
