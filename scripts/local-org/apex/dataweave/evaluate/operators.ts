import type { BinaryOperator } from '../read/syntax.ts';
import { coercible } from '../values/coerce.ts';
import { compare, equal, similar } from '../values/compare.ts';
import { describeValue } from '../values/describe.ts';
import { add, divide, isNumeric, multiply, subtract } from '../values/numeric.ts';
import type { Numeric } from '../values/numeric.ts';
import { isItems, Key, ObjectValue } from '../values/object.ts';
import { PeriodValue } from '../values/period.ts';
import { TemporalValue, ZoneValue } from '../values/temporal.ts';
import { textOf } from '../values/text.ts';
import { unfitArguments } from '../values/unfit-arguments.ts';

type Operator = Exclude<BinaryOperator, 'and' | 'or' | 'default'>;

/** The result of an operator between two values. */
export function binaryOperation(operator: Operator, left: unknown, right: unknown): unknown {
  switch (operator) {
    case '==':
      return equal(left, right);
    case '!=':
      return !equal(left, right);
    case '~=':
      return similar(left, right);
    case '<':
      return compare(left, right) < 0;
    case '>':
      return compare(left, right) > 0;
    case '<=':
      return compare(left, right) <= 0;
    case '>=':
      return compare(left, right) >= 0;
    case '<<':
      return isItems(left) ? [...left, right] : refuse(operator, left, right);
    case '>>':
      return prepend(left, right);
    case '+':
      return sum(left, right);
    case '-':
      return difference(left, right);
    default:
      return product(operator, left, right);
  }
}

/** An item before an array, or a date in another zone. */
function prepend(left: unknown, right: unknown): unknown {
  if (isItems(right)) {
    return [left, ...right];
  }
  const zone = right instanceof ZoneValue ? right : typeof right === 'string' ? ZoneValue.parse(right) : undefined;
  return left instanceof TemporalValue && zone && left.zone ? left.inZone(zone) : refuse('>>', left, right);
}

function sum(left: unknown, right: unknown): unknown {
  if (isItems(left)) {
    return [...left, right];
  }
  if (left instanceof TemporalValue && right instanceof PeriodValue) {
    return shifted(left, right);
  }
  if (left instanceof PeriodValue && right instanceof TemporalValue) {
    return shifted(right, left);
  }
  const [one, other] = numbers('+', left, right);
  return add(one, other);
}

/** A date or time moved by a period. */
export function shifted(value: TemporalValue, period: PeriodValue): TemporalValue {
  const dated = value.day === undefined ? value : (period.months === 0 ? value : value.addMonths(period.months)).addDays(period.days);
  return period.seconds === 0 && period.nanos === 0 ? dated : dated.addTime(period.seconds, period.nanos);
}

function difference(left: unknown, right: unknown): unknown {
  if (isItems(left)) {
    return left.filter((item) => !equal(item, right));
  }
  if (left instanceof ObjectValue && (typeof right === 'string' || right instanceof Key)) {
    const name = textOf(right);
    return new ObjectValue(
      left.entries.filter(({ key }) => key.name !== name),
      left.properties,
    );
  }
  if (left instanceof TemporalValue && right instanceof PeriodValue) {
    return shifted(left, right.negate());
  }
  if (left instanceof TemporalValue && right instanceof TemporalValue) {
    return new PeriodValue(0, 0, left.epochSecond - right.epochSecond, left.nanoOfSecond - right.nanoOfSecond);
  }
  const [one, other] = numbers('-', left, right);
  return subtract(one, other);
}

function product(operator: '*' | '/', left: unknown, right: unknown): unknown {
  const [one, other] = numbers(operator, left, right);
  return operator === '*' ? multiply(one, other) : divide(one, other);
}

function numbers(operator: Operator, left: unknown, right: unknown): [Numeric, Numeric] {
  const one = isNumeric(left) ? left : coercible(left, 'Number')?.value;
  const other = isNumeric(right) ? right : coercible(right, 'Number')?.value;
  return isNumeric(one) && isNumeric(other) ? [one, other] : refuse(operator, left, right);
}

const NUMBERS: readonly string[] = ['Number', 'Number'];

/** What operators take, for messages. */
const COMBINATIONS: Readonly<Partial<Record<Operator, readonly (readonly string[])[]>>> = {
  '+': [
    ['Array', 'Any'],
    ['Date', 'Period'],
    ['DateTime', 'Period'],
    ['LocalDateTime', 'Period'],
    ['LocalTime', 'Period'],
    NUMBERS,
    ['Time', 'Period'],
  ],
  '-': [
    ['Array', 'Any'],
    ['Date', 'Date'],
    ['Date', 'Period'],
    ['DateTime', 'DateTime'],
    ['DateTime', 'Period'],
    NUMBERS,
    ['Object', 'String'],
  ],
  '<<': [['Array', 'Any']],
  '>>': [
    ['Any', 'Array'],
    ['DateTime', 'TimeZone'],
    ['Time', 'TimeZone'],
  ],
};

function refuse(operator: Operator, left: unknown, right: unknown): never {
  throw unfitArguments(operator, [left, right].map(describeValue), COMBINATIONS[operator] ?? [NUMBERS]);
}
