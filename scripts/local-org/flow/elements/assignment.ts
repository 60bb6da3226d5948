import { toNumber, toText } from '../../data/formula/arithmetic.ts';
import { SObjectRecord } from '../../data/record.ts';
import type { Value } from '../../data/record.ts';
import { DateValue } from '../../data/values/date.ts';
import { DatetimeValue } from '../../data/values/datetime.ts';
import { DecimalValue } from '../../data/values/decimal.ts';
import { isTrueOf } from '../conditions.ts';
import { FlowFault } from '../fault.ts';
import type { FlowContext } from '../flow-context.ts';
import type { Interview } from '../interview.ts';
import type { AssignmentElement, Path } from '../metadata/description.ts';
import { assign, operandValue, valueAt } from '../references.ts';

/** Assigns values to variables and fields, one after the other. */
export function runAssignment(context: FlowContext, interview: Interview, { items, next }: AssignmentElement): string | undefined {
  for (const { target, operator, value } of items) {
    const given = operandValue(context, interview, value);
    assign(context, interview, target, result(context, interview, target, operator, given));
  }
  return next;
}

/** The operators of assignments. */
export const ASSIGNMENT_OPERATORS: ReadonlySet<string> = new Set([
  'Add',
  'AddAtStart',
  'AddItem',
  'Assign',
  'AssignCount',
  'RemoveAfterFirst',
  'RemoveAll',
  'RemoveBeforeFirst',
  'RemoveFirst',
  'RemovePosition',
  'RemoveUncommon',
  'Subtract',
]);

function result(context: FlowContext, interview: Interview, target: Path, operator: string, given: unknown): unknown {
  if (operator === 'Assign') {
    return given;
  }
  if (operator === 'AssignCount') {
    return DecimalValue.of(Array.isArray(given) ? given.length : given === null ? 0 : 1);
  }
  const present = valueAt(context, interview, target);
  const isCollection =
    Array.isArray(present) || (target.length === 1 && interview.frame.flow.variables.get(target[0].toLowerCase())?.collection === true);
  if (isCollection) {
    return changedCollection(context, (present ?? []) as readonly unknown[], operator, given);
  }
  if (operator === 'Add') {
    return sum(present, given, interview.frame.flow.variables.get(target[0].toLowerCase())?.dataType);
  }
  if (operator === 'Subtract') {
    return difference(present, given);
  }
  throw new FlowFault(`The operator ${operator} needs a collection, which ${target.join('.')} is not.`);
}

function changedCollection(context: FlowContext, items: readonly unknown[], operator: string, given: unknown): readonly unknown[] {
  const others: readonly unknown[] = Array.isArray(given) ? given : [given];
  const isSame = (one: unknown) => (other: unknown) =>
    one instanceof SObjectRecord && other instanceof SObjectRecord && one.id === null
      ? sameContents(one, other)
      : isTrueOf(one, 'EqualTo', other, context.timeZone);
  switch (operator) {
    case 'Add':
    case 'AddItem':
      return [...items, ...others];
    case 'AddAtStart':
      return [...others, ...items];
    case 'RemoveFirst': {
      const place = items.findIndex((item) => others.some(isSame(item)));
      return items.filter((_, index) => index !== place);
    }
    case 'RemoveBeforeFirst':
      return items.slice(
        Math.max(
          items.findIndex((item) => others.some(isSame(item))),
          0,
        ),
      );
    case 'RemoveAfterFirst': {
      const place = items.findIndex((item) => others.some(isSame(item)));
      return place < 0 ? items : items.slice(0, place + 1);
    }
    case 'RemoveAll':
    case 'Subtract':
      return items.filter((item) => !others.some(isSame(item)));
    case 'RemoveUncommon':
      return items.filter((item) => others.some(isSame(item)));
    case 'RemovePosition': {
      const place = toNumber(given as Value)?.toNumber() ?? 0;
      return items.filter((_, index) => index !== place - 1);
    }
    default:
      throw new FlowFault(`The local org does not support the operator ${operator}.`);
  }
}

function sameContents(one: SObjectRecord, other: SObjectRecord): boolean {
  return other.id === null && [...one.contents].every(([name, content]) => other.contents.get(name) === content);
}

/** Numbers are added, days to dates, texts and values of a multi-select picklist put together. */
function sum(present: unknown, given: unknown, dataType: string | undefined): unknown {
  if (dataType === 'Multipicklist') {
    return [present, given].filter((part) => part !== null && part !== '').join(';');
  }
  if (present instanceof DateValue || present instanceof DatetimeValue) {
    return present.addDays(toNumber(given as Value)?.toNumber() ?? 0);
  }
  if (typeof present === 'string' || typeof given === 'string' || dataType === 'String') {
    return toText((present ?? null) as Value) + toText((given ?? null) as Value);
  }
  return (toNumber((present ?? null) as Value) ?? DecimalValue.ZERO).add(toNumber((given ?? null) as Value) ?? DecimalValue.ZERO);
}

function difference(present: unknown, given: unknown): unknown {
  const number = toNumber((given ?? null) as Value) ?? DecimalValue.ZERO;
  if (present instanceof DateValue || present instanceof DatetimeValue) {
    return present.addDays(-number.toNumber());
  }
  return (toNumber((present ?? null) as Value) ?? DecimalValue.ZERO).subtract(number);
}
