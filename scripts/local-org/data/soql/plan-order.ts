import type { SqlFragment } from '../store/columns.ts';
import type { OrderItem } from './ast.ts';
import { planExpression } from './expression.ts';
import type { QueryExpression } from './expression.ts';
import { joined, wrapped } from './fragment.ts';
import type { Planning } from './planning.ts';
import type { QuerySource } from './source.ts';

/** One item of ORDER BY: what it sorts by, as SQL, and the words behind that. */
export interface OrderKey {
  readonly expression: QueryExpression;
  readonly key: SqlFragment;
  readonly direction: string;
}

/** The items of ORDER BY. A picklist sorts by the order of its values, others after them by their text; nothing comes before something. */
export function planOrder(
  planning: Planning,
  items: readonly OrderItem[],
  source: QuerySource,
  check: (expression: QueryExpression, item: OrderItem) => void = forbidAggregate(planning),
): OrderKey[] {
  return items.map((item) => {
    const expression = planExpression(planning, source, item.expression);
    check(expression, item);
    if (expression.source && !expression.field.sortable) {
      throw planning.resolver.error('INVALID_FIELD', `field '${expression.field.name}' can not be sorted in a query call`, item.at);
    }
    const nulls = item.nulls ?? (item.descending ? 'last' : 'first');
    return { expression, key: sortKey(expression), direction: `${item.descending ? 'DESC' : 'ASC'} NULLS ${nulls.toUpperCase()}` };
  });
}

function forbidAggregate(planning: Planning): (expression: QueryExpression, item: OrderItem) => void {
  return (expression, item) => {
    if (expression.aggregate) throw planning.resolver.error('MALFORMED_QUERY', 'An aggregate in ORDER BY needs a GROUP BY clause', item.at);
  };
}

/** How long the number of a value's place is written, so that it sorts as text. */
const PLACE_LENGTH = 4;

function sortKey(expression: QueryExpression): SqlFragment {
  const { field, column } = expression;
  if (field.type !== 'picklist' || field.picklistValues.length === 0 || expression.aggregate) return column;
  const place = (index: number): string => String(index).padStart(PLACE_LENGTH, '0');
  const whens = field.picklistValues.map(({ value }, index) => `WHEN '${value.replaceAll("'", "''")}' THEN '${place(index)}'`).join(' ');
  return joined(
    [
      wrapped('CASE WHEN ', column, ' IS NULL THEN NULL ELSE CASE '),
      wrapped('', column, ` ${whens} ELSE '${place(field.picklistValues.length)}' || `),
      wrapped('lower(', column, ') END END'),
    ],
    '',
  );
}
