import { areEqual, compare, isBlank, toText } from '../data/formula/arithmetic.ts';
import { meetsLogic } from '../data/filter-logic.ts';
import { SObjectRecord } from '../data/record.ts';
import type { Value } from '../data/record.ts';
import { DateValue } from '../data/values/date.ts';
import { DatetimeValue } from '../data/values/datetime.ts';
import { toId18 } from '../data/values/id.ts';
import { FlowFault } from './fault.ts';
import type { FlowContext } from './flow-context.ts';
import type { Interview } from './interview.ts';
import type { Condition, Criteria } from './metadata/description.ts';
import { operandValue, valueAt } from './references.ts';
import { isPlain, toDatetime } from './values.ts';

/** Whether an interview meets criteria as it stands. */
export function meets(context: FlowContext, interview: Interview, { conditions, logic }: Criteria): boolean {
  return combine(
    logic,
    conditions.map((condition) => () => isMet(context, interview, condition)),
  );
}

/** Joins conditions by `and`, `or`, or their numbers; without conditions they are met. */
export function combine(logic: string, conditions: readonly (() => boolean)[]): boolean {
  switch (logic.toLowerCase()) {
    case '':
    case 'and':
    case 'no_conditions':
      return conditions.every((isTrue) => isTrue());
    case 'or':
      return conditions.length === 0 || conditions.some((isTrue) => isTrue());
    default:
      return meetsLogic(
        logic,
        conditions.map((isTrue) => isTrue()),
      );
  }
}

function isMet(context: FlowContext, interview: Interview, { left, operator, right }: Condition): boolean {
  if (operator === 'IsChanged') {
    return isChanged(context, interview, left) === (operandValue(context, interview, right) ?? true);
  }
  if (operator === 'WasVisited' || operator === 'WasSelected') {
    return interview.frame.values.has(left[0].toLowerCase()) === (operandValue(context, interview, right) ?? true);
  }
  return isTrueOf(valueAt(context, interview, left), operator, operandValue(context, interview, right), context.timeZone);
}

function isChanged(context: FlowContext, interview: Interview, path: Condition['left']): boolean {
  const [, ...fields] = path;
  if (interview.trigger?.prior === undefined || fields.length === 0) {
    return false;
  }
  const before = valueAt(context, interview, ['$Record__Prior', ...fields]);
  return !same(valueAt(context, interview, path), before, context.timeZone);
}

/** Whether a value stands to another as the operator says. Text is compared without regard to case. */
export function isTrueOf(left: unknown, operator: string, right: unknown, timeZone: string): boolean {
  switch (operator) {
    case 'EqualTo':
      return same(left, right, timeZone);
    case 'NotEqualTo':
      return !same(left, right, timeZone);
    case 'IsNull':
    case 'IsBlank':
    case 'IsEmpty':
      return isMissing(left, operator !== 'IsNull') === (right ?? true);
    case 'WasSet':
      return !isMissing(left, false) === (right ?? true);
    case 'GreaterThan':
    case 'GreaterThanOrEqualTo':
    case 'LessThan':
    case 'LessThanOrEqualTo':
      return isOrdered(left, operator, right, timeZone);
    case 'Contains':
    case 'StartsWith':
    case 'EndsWith':
      return isPart(left, operator, right, timeZone);
    case 'In':
      return Array.isArray(right) && right.some((item) => same(left, item, timeZone));
    case 'NotIn':
      return !Array.isArray(right) || !right.some((item) => same(left, item, timeZone));
    default:
      throw new FlowFault(`The local org does not support the operator ${operator}.`);
  }
}

/** The operators that `isTrueOf` and the conditions know. */
export const OPERATORS: ReadonlySet<string> = new Set([
  'Contains',
  'EndsWith',
  'EqualTo',
  'GreaterThan',
  'GreaterThanOrEqualTo',
  'In',
  'IsBlank',
  'IsChanged',
  'IsEmpty',
  'IsNull',
  'LessThan',
  'LessThanOrEqualTo',
  'NotEqualTo',
  'NotIn',
  'StartsWith',
  'WasSelected',
  'WasSet',
  'WasVisited',
]);

/** No value; a collection without items is none either. */
function isMissing(value: unknown, blankCounts: boolean): boolean {
  return value === null || value === undefined || (blankCounts && value === '') || (Array.isArray(value) && value.length === 0);
}

function same(left: unknown, right: unknown, timeZone: string): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => same(item, right[index], timeZone));
  }
  if (left instanceof SObjectRecord && right instanceof SObjectRecord) {
    return left.id !== null && left.id === right.id;
  }
  if (!isPlain(left) || !isPlain(right)) {
    return left === right;
  }
  const [one, other] = alike(left, right, timeZone);
  return areEqual(folded(one), folded(other));
}

/** An id in one of its two lengths, and text in any case. */
function folded(value: Value): Value {
  return typeof value === 'string' ? (idOf(value) ?? value).toLowerCase() : value;
}

function idOf(text: string): string | undefined {
  return text.length === 15 && /^[0-9a-zA-Z]{15}$/.test(text) && /\d/.test(text) ? toId18(text) : undefined;
}

/** Two values of one kind: a text beside a number, a date or a truth is read as one; a date beside a moment is its midnight. */
function alike(left: Value, right: Value, timeZone: string): [Value, Value] {
  if (left instanceof DatetimeValue && right instanceof DateValue) {
    return [left, toDatetime(right, timeZone) ?? right];
  }
  if (left instanceof DateValue && right instanceof DatetimeValue) {
    return [toDatetime(left, timeZone) ?? left, right];
  }
  if (typeof left === 'string' && typeof right !== 'string' && right !== null) {
    return [left, toText(right)];
  }
  return typeof right === 'string' && typeof left !== 'string' && left !== null ? [toText(left), right] : [left, right];
}

function isOrdered(left: unknown, operator: string, right: unknown, timeZone: string): boolean {
  if (!isPlain(left) || !isPlain(right) || isBlank(left) || isBlank(right)) {
    return false;
  }
  const [one, other] = alike(left, right, timeZone);
  const order = compare(folded(one), folded(other));
  return operator.startsWith('Greater')
    ? order > 0 || (operator.endsWith('EqualTo') && order === 0)
    : order < 0 || (operator.endsWith('EqualTo') && order === 0);
}

function isPart(left: unknown, operator: string, right: unknown, timeZone: string): boolean {
  if (Array.isArray(left)) {
    return operator === 'Contains' && left.some((item) => same(item, right, timeZone));
  }
  if (!isPlain(left) || !isPlain(right) || left === null || right === null) {
    return false;
  }
  const [text, part] = [toText(left).toLowerCase(), toText(right).toLowerCase()];
  return operator === 'Contains' ? text.includes(part) : operator === 'StartsWith' ? text.startsWith(part) : text.endsWith(part);
}
