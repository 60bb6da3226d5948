import { compare, isBlank } from '../../data/formula/arithmetic.ts';
import { SObjectRecord } from '../../data/record.ts';
import type { Value } from '../../data/record.ts';
import { meets } from '../conditions.ts';
import type { FlowContext } from '../flow-context.ts';
import type { Interview } from '../interview.ts';
import type { FilterElement, Path, SortElement } from '../metadata/description.ts';
import { valueAt } from '../references.ts';
import { copied, isPlain } from '../values.ts';

/** Keeps the items that meet the criteria, as a collection of the element's name. */
export function runFilter(context: FlowContext, interview: Interview, element: FilterElement): string | undefined {
  const { values, flow } = interview.frame;
  const variable = element.variable.toLowerCase();
  const kept = itemsOf(context, interview, element.collection).filter((item) => {
    values.set(variable, item);
    return element.formula === undefined
      ? meets(context, interview, element.criteria)
      : context.formulas.holds(context, interview, element.formula, element.name);
  });
  if (!flow.variables.has(variable)) {
    values.delete(variable);
  }
  values.set(element.name.toLowerCase(), kept.map(copied));
  return element.next;
}

/** Puts a collection itself in order, and cuts it off at the limit. */
export function runSort(context: FlowContext, interview: Interview, element: SortElement): string | undefined {
  const sorted = [...itemsOf(context, interview, element.collection)].sort((left, right) => {
    for (const { field, descending, nullsFirst } of element.options) {
      const order = orderOf(context, [left, right], field, nullsFirst, descending ? -1 : 1);
      if (order !== 0) return order;
    }
    return 0;
  });
  const [name] = element.collection;
  interview.frame.values.set(name.toLowerCase(), element.limit === undefined ? sorted : sorted.slice(0, element.limit));
  return element.next;
}

function itemsOf(context: FlowContext, interview: Interview, path: Path): readonly unknown[] {
  const collection = valueAt(context, interview, path);
  return Array.isArray(collection) ? collection : [];
}

function orderOf(
  context: FlowContext,
  pair: readonly [unknown, unknown],
  field: string | undefined,
  nullsFirst: boolean,
  direction: 1 | -1,
): number {
  const [left, right] = pair.map((item) => sortValue(context, item, field)) as [Value, Value];
  if (isBlank(left) || isBlank(right)) {
    return (Number(isBlank(right)) - Number(isBlank(left))) * (nullsFirst ? 1 : -1);
  }
  return direction * compare(typeof left === 'string' ? left.toLowerCase() : left, typeof right === 'string' ? right.toLowerCase() : right);
}

function sortValue({ org }: FlowContext, item: unknown, field: string | undefined): Value {
  if (item instanceof SObjectRecord && field !== undefined) {
    return org.formulas.valueAt(item, field.split('.'));
  }
  return isPlain(item) ? item : null;
}
