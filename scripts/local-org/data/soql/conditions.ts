import type { SqlFragment } from '../store/columns.ts';
import { needsFolding } from '../store/functions.ts';
import type { Value } from '../record.ts';
import { instantOfWallClock } from '../values/time-zone.ts';
import type { Bind, Comparison, ComparisonOperator, Condition, Literal, Membership, SoqlQuery } from './ast.ts';
import { boundValues, comparandOf, convertBound } from './comparands.ts';
import type { Comparand } from './comparands.ts';
import type { DateRange } from './date-literals.ts';
import { planExpression } from './expression.ts';
import type { QueryExpression } from './expression.ts';
import { joined, sql, valueList, wrapped } from './fragment.ts';
import type { Planning } from './planning.ts';
import type { QuerySource } from './source.ts';

/** Plans a semi-join: the SQL of the inner query, whose only column is compared with the outer field. */
export type SemiJoinPlanner = (query: SoqlQuery) => SqlFragment;

/** WHERE speaks of rows, HAVING of groups. */
export type ConditionPlace = 'where' | 'having';

/** Turns the conditions of WHERE or HAVING into SQL that never yields NULL where SOQL has an answer. */
export class ConditionPlanner {
  readonly #planning: Planning;
  readonly #source: QuerySource;
  readonly #place: ConditionPlace;
  readonly #semiJoin: SemiJoinPlanner;

  constructor(planning: Planning, source: QuerySource, place: ConditionPlace, semiJoin: SemiJoinPlanner) {
    this.#planning = planning;
    this.#source = source;
    this.#place = place;
    this.#semiJoin = semiJoin;
  }

  plan(condition: Condition): SqlFragment {
    switch (condition.kind) {
      case 'and':
      case 'or': {
        const parts = condition.conditions.map((part) => this.plan(part));
        return wrapped('(', joined(parts, condition.kind === 'and' ? ' AND ' : ' OR '), ')');
      }
      case 'not':
        return negated(this.plan(condition.condition));
      case 'comparison':
        return this.#comparison(condition);
      case 'membership':
        return this.#membership(condition);
    }
  }

  #left(condition: Comparison | Membership): QueryExpression {
    const left = planExpression(this.#planning, this.#source, condition.left);
    if (left.aggregate && this.#place === 'where') {
      throw this.#error('MALFORMED_QUERY', 'Grouped field should not be aggregated: an aggregate belongs into HAVING', condition.at);
    }
    const { field } = left;
    if (left.source && !field.filterable) {
      throw this.#error('INVALID_FIELD', `field '${field.name}' can not be filtered in a query call`, condition.at);
    }
    // Without a parent a Boolean of the parent counts as false.
    if (field.type === 'boolean' && (left.source?.path.steps.length ?? 0) > 0) {
      return { ...left, column: wrapped('COALESCE(', left.column, ', 0)') };
    }
    return left;
  }

  #comparison(condition: Comparison): SqlFragment {
    const left = this.#left(condition);
    const { operator, right } = condition;
    if (right.kind !== 'bind') {
      return operator === 'LIKE'
        ? this.#like(left, right, condition)
        : this.#compare(left, operator, comparandOf(this.#planning, left.field, right), condition);
    }
    const bound = boundValues(this.#planning, right);
    if (bound === undefined) return sql('0');
    if (operator === 'LIKE') {
      const patterns = bound.values.map((value) => likeFragment(left, this.#pattern(left, value, condition)));
      return patterns.length === 0 ? sql('0') : wrapped('(', joined(patterns, ' OR '), ')');
    }
    // A collection bound after `=` or `!=` is a membership, as on the platform.
    if (bound.many && (operator === '=' || operator === '!=')) return maybeNegated(this.#in(left, right), operator === '!=');
    if (bound.many) throw this.#error('MALFORMED_QUERY', `A list can't be compared with ${operator}: use IN`, right.at);
    const value = convertBound(this.#planning, left.field, bound.values[0] ?? null, right.at);
    return this.#compare(left, operator, { value }, condition);
  }

  #compare(left: QueryExpression, operator: ComparisonOperator, comparand: Comparand, condition: Comparison): SqlFragment {
    const { field } = left;
    if (
      (operator === '<' || operator === '<=' || operator === '>' || operator === '>=') &&
      (field.type === 'boolean' || field.type === 'multipicklist')
    ) {
      throw this.#error('INVALID_FIELD', `invalid operator on ${field.type} field '${field.name}': ${operator}`, condition.at);
    }
    if ('days' in comparand) return this.#compareDays(left, operator, comparand.days);
    const { value } = comparand;
    if (value === null || value === '') return compareWithNull(left, operator);
    const comparison = foldsCase(left, value)
      ? joined([folded(left.column), sql('folded(?)', left.encode(value))], ` ${operator} `)
      : joined([left.column, sql('?', left.encode(value))], ` ${operator} `);
    return operator === '!=' ? wrapped('(', joined([comparison, isNull(left)], ' OR '), ')') : comparison;
  }

  #compareDays(left: QueryExpression, operator: ComparisonOperator, days: DateRange): SqlFragment {
    const start = this.#boundary(left, days.start);
    const end = this.#boundary(left, days.end);
    const compared = (sign: string, boundary: SqlFragment): SqlFragment => joined([left.column, boundary], ` ${sign} `);
    switch (operator) {
      case '<':
        return compared('<', start);
      case '<=':
        return compared('<', end);
      case '>':
        return compared('>=', end);
      case '>=':
        return compared('>=', start);
      case '=':
        return wrapped('(', joined([compared('>=', start), compared('<', end)], ' AND '), ')');
      default:
        return wrapped('(', joined([compared('<', start), compared('>=', end), isNull(left)], ' OR '), ')');
    }
  }

  #boundary(left: QueryExpression, day: DateRange['start']): SqlFragment {
    if (left.field.type === 'date') return sql('?', day.toString());
    return sql('?', instantOfWallClock(this.#planning.run?.context.timeZone ?? 'UTC', day.days * DAY));
  }

  #like(left: QueryExpression, right: Literal, condition: Comparison): SqlFragment {
    return likeFragment(
      left,
      this.#pattern(left, right.kind === 'string' ? right.value : right.kind === 'null' ? null : undefined, condition),
    );
  }

  #pattern(left: QueryExpression, value: Value | undefined, condition: Comparison): string | null {
    const { field } = left;
    const isText = ['string', 'textarea', 'picklist', 'email', 'phone', 'url', 'anytype'].includes(field.type);
    if (!isText)
      throw this.#error('INVALID_QUERY_FILTER_OPERATOR', `invalid operator on ${field.type} field '${field.name}': LIKE`, condition.at);
    if (value !== null && typeof value !== 'string') {
      throw this.#error(
        'INVALID_FIELD',
        `value of filter criterion for field '${field.name}' must be of type string and should be enclosed in quotes`,
        condition.at,
      );
    }
    return value;
  }

  #membership(condition: Membership): SqlFragment {
    const left = this.#left(condition);
    const { operator, right } = condition;
    const negative = operator === 'NOT IN' || operator === 'EXCLUDES';
    if ('select' in right) {
      this.#requireId(left, condition);
      return maybeNegated(wrapped('', joined([left.column, this.#semiJoin(right)], ' IN ('), ')'), negative);
    }
    if (operator === 'INCLUDES' || operator === 'EXCLUDES') return maybeNegated(this.#includes(left, condition, right), negative);
    if (left.field.type === 'multipicklist') {
      throw this.#error(
        'INVALID_QUERY_FILTER_OPERATOR',
        `invalid operator on multipicklist field '${left.field.name}': ${operator}`,
        condition.at,
      );
    }
    return maybeNegated(this.#in(left, right), negative);
  }

  #requireId(left: QueryExpression, condition: Membership): void {
    if (left.field.type === 'id' || left.field.type === 'reference') return;
    throw this.#error(
      'MALFORMED_QUERY',
      `The left operand field in the where expression for outer query should be an id or reference field, cannot use: '${left.field.name}'`,
      condition.at,
    );
  }

  #in(left: QueryExpression, right: Bind | readonly (Literal | Bind)[]): SqlFragment {
    const values: Value[] = [];
    const ranges: SqlFragment[] = [];
    for (const item of 'kind' in right ? [right] : right) {
      if (item.kind === 'bind') {
        for (const value of boundValues(this.#planning, item)?.values ?? [])
          values.push(convertBound(this.#planning, left.field, value, item.at));
        continue;
      }
      const comparand = comparandOf(this.#planning, left.field, item);
      if ('days' in comparand) ranges.push(this.#compareDays(left, '=', comparand.days));
      else values.push(comparand.value);
    }
    const present = values.filter((value) => value !== null && value !== '');
    const parts = ranges;
    const beyond = present.filter((value) => foldsCase(left, value));
    const plain = present.filter((value) => !beyond.includes(value));
    if (plain.length > 0) parts.push(joined([left.column, valueList(plain.map((value) => left.encode(value)))], ' IN '));
    if (beyond.length > 0) parts.push(joined([folded(left.column), valueList(beyond.map((value) => String(value).toLowerCase()))], ' IN '));
    if (present.length < values.length) parts.push(isNull(left));
    if (parts.length === 0) return sql('0');
    return parts.length === 1 ? parts[0] : wrapped('(', joined(parts, ' OR '), ')');
  }

  #includes(left: QueryExpression, condition: Membership, right: Bind | readonly (Literal | Bind)[]): SqlFragment {
    if (left.field.type !== 'multipicklist') {
      throw this.#error(
        'INVALID_QUERY_FILTER_OPERATOR',
        `${condition.operator} takes a multi-select picklist, which '${left.field.name}' is not`,
        condition.at,
      );
    }
    const wanted: Value[] = [];
    for (const item of 'kind' in right ? [right] : right) {
      if (item.kind === 'bind') wanted.push(...(boundValues(this.#planning, item)?.values ?? []));
      else if (item.kind === 'string') wanted.push(item.value);
      else throw this.#error('INVALID_FIELD', `${condition.operator} takes strings`, item.at);
    }
    const alternatives = wanted.filter((value) => typeof value === 'string').map((value) => includesAll(left, value.split(';')));
    return alternatives.length === 0 ? sql('0') : wrapped('(', joined(alternatives, ' OR '), ')');
  }

  #error(statusCode: string, message: string, at: number): Error {
    return this.#planning.resolver.error(statusCode, message, at);
  }
}

const DAY = 86_400_000;

function includesAll(left: QueryExpression, values: readonly string[]): SqlFragment {
  const each = values.map((value) =>
    joined(
      [wrapped("(';' || ", left.column, " || ';')"), sql("? ESCAPE '\\'", `%;${value.trim().replace(/[\\%_]/g, '\\$&')};%`)],
      ' LIKE ',
    ),
  );
  return wrapped('(', joined(each, ' AND '), ')');
}

function likeFragment(left: QueryExpression, pattern: string | null): SqlFragment {
  if (pattern === null || pattern === '') return isNull(left);
  const escaped = pattern.replace(/\\(?![%_])/g, '\\\\');
  return needsFolding(pattern)
    ? joined([folded(left.column), sql("folded(?) ESCAPE '\\'", escaped)], ' LIKE ')
    : joined([left.column, sql("? ESCAPE '\\'", escaped)], ' LIKE ');
}

/** Whether a value has letters whose case SQLite does not know, and the field does not tell upper from lower case. */
function foldsCase(left: QueryExpression, value: Value): boolean {
  return !left.field.caseSensitive && needsFolding(value);
}

function folded(column: SqlFragment): SqlFragment {
  return wrapped('folded(', column, ')');
}

function compareWithNull(left: QueryExpression, operator: ComparisonOperator): SqlFragment {
  const isBoolean = left.field.type === 'boolean';
  if (operator === '=') return isBoolean ? wrapped('', left.column, ' = 0') : isNull(left);
  if (operator === '!=') return isBoolean ? wrapped('', left.column, ' = 1') : wrapped('', left.column, ' IS NOT NULL');
  return sql('0');
}

function isNull(left: QueryExpression): SqlFragment {
  return wrapped('', left.column, ' IS NULL');
}

function maybeNegated(fragment: SqlFragment, negative: boolean): SqlFragment {
  return negative ? negated(fragment) : fragment;
}

/** A row without a value is not among the given ones: what SQL leaves unknown is false before it is negated. */
function negated(fragment: SqlFragment): SqlFragment {
  return wrapped('NOT COALESCE(', fragment, ', 0)');
}
