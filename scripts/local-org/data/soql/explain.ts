import type { FieldDescription, ObjectDescription } from '../schema/description.ts';
import type { SqlFragment } from '../store/columns.ts';
import type { QueryContext } from '../store/query-context.ts';
import type { QueryOptions } from '../transaction.ts';
import type { Comparison, Condition, Membership, SoqlQuery } from './ast.ts';
import { ConditionPlanner } from './conditions.ts';
import { joined, sql, wrapped } from './fragment.ts';
import { NameResolver } from './names.ts';
import { parseSoql } from './parse.ts';
import { semiJoinPlanner } from './plan.ts';
import { mayReadObject, newPlanning, visibleRows } from './planning.ts';
import type { Planning } from './planning.ts';
import { QuerySource } from './source.ts';

/** One way to answer a query, in the words of the platform's query plans. */
export interface QueryWay {
  readonly leadingOperationType: 'Index' | 'TableScan';
  /** The fields of the index. */
  readonly fields: readonly string[];
  /** Rows that the filter leaves. */
  readonly cardinality: number;
  /** Rows of the object, those in the recycle bin included. */
  readonly sobjectCardinality: number;
  readonly sobjectType: string;
  /** Above 1, the query is not selective. */
  readonly relativeCost: number;
  readonly notes: readonly QueryNote[];
}

/** Why a filter is of no use for an index. */
export interface QueryNote {
  readonly description: string;
  readonly fields: readonly string[];
  readonly tableEnumOrId: string;
}

/** Rows from which an object counts as large: a trigger's query that is not selective fails on it. */
const LARGE_OBJECT = 200_000;
const MILLION = 1_000_000;

/** The most rows that an index may leave: a share of the first million, half of that of the rest, and never more than `most`. */
const THRESHOLDS = {
  standard: { share: 0.3, most: MILLION },
  custom: { share: 0.1, most: 333_333 },
} as const;

type IndexKind = keyof typeof THRESHOLDS;

/**
 * How the platform would go about a query, judged by its published thresholds and by the rows that are there now: an index for each
 * filter that one can serve, and a scan of all rows; the cheapest first. The platform decides by statistics of its own, which nobody can see.
 * In user mode rows and fields that the user may not read do not count. Throws `QueryError`.
 */
export function explainQuery(context: QueryContext, soql: string, options: QueryOptions): QueryWay[] {
  const query = parseSoql(soql);
  const resolver = new NameResolver(context.schema, soql);
  const object = resolver.object(query.from);
  const isUser = options.mode === 'user';
  const run = {
    context,
    binds: options.binds,
    enforcement: isUser ? 'everywhere' : 'none',
    sharing: options.sharing,
    allRows: true,
  } as const;
  const planning = newPlanning(resolver, run);
  if (!mayReadObject(planning, object)) throw resolver.noObject(query.from);
  return new Explainer(planning, query, object).ways();
}

class Explainer {
  readonly #planning: Planning;
  readonly #query: SoqlQuery;
  readonly #object: ObjectDescription;
  readonly #notes: QueryNote[] = [];

  constructor(planning: Planning, query: SoqlQuery, object: ObjectDescription) {
    this.#planning = planning;
    this.#query = query;
    this.#object = object;
  }

  ways(): QueryWay[] {
    const { where } = this.#query;
    const total = this.#count([]);
    const shared = { sobjectCardinality: total, sobjectType: this.#object.name };
    const filters = where === undefined ? [] : where.kind === 'and' ? where.conditions : [where];
    const indexes = filters.flatMap((filter): QueryWay[] => {
      const index = this.#indexOf(filter);
      if (index === undefined) return [];
      const cardinality = this.#count([filter]);
      const relativeCost = cardinality / thresholdOf(index.kind, total);
      return [{ ...shared, leadingOperationType: 'Index', fields: index.fields, cardinality, relativeCost, notes: [] }];
    });
    const scan: QueryWay = {
      ...shared,
      leadingOperationType: 'TableScan',
      fields: [],
      cardinality: this.#count(filters),
      relativeCost: total / LARGE_OBJECT,
      notes: this.#notes,
    };
    const selective = indexes.filter(({ relativeCost }) => relativeCost <= 1).sort((one, other) => one.relativeCost - other.relativeCost);
    return [...selective, scan, ...indexes.filter((way) => !selective.includes(way))];
  }

  #count(filters: readonly Condition[]): number {
    const source = new QuerySource(this.#planning, this.#object, this.#query.fromAlias);
    const planner = new ConditionPlanner(this.#planning, source, 'where', semiJoinPlanner(this.#planning));
    const conditions: SqlFragment[] = filters.map((filter) => planner.plan(filter));
    const visible = visibleRows(this.#planning, this.#object, source.alias);
    if (visible) conditions.push(wrapped('(', visible, ')'));
    const where = conditions.length === 0 ? sql('') : wrapped(' WHERE ', joined(conditions, ' AND '), '');
    const { text, parameters } = wrapped(`SELECT COUNT(*) FROM ${source.from}`, where, '');
    return Number(this.#planning.run?.context.select(text, parameters)[0]?.[0] ?? 0);
  }

  /** The index that serves a filter; OR takes one for each of its sides. */
  #indexOf(condition: Condition): { kind: IndexKind; fields: string[] } | undefined {
    switch (condition.kind) {
      case 'or':
      case 'and': {
        const sides = condition.conditions.map((side) => this.#indexOf(side));
        const found = sides.filter((side) => side !== undefined);
        if (found.length === 0 || (condition.kind === 'or' && found.length < sides.length)) return undefined;
        return {
          kind: found.some(({ kind }) => kind === 'custom') ? 'custom' : 'standard',
          fields: [...new Set(found.flatMap(({ fields }) => fields))],
        };
      }
      case 'not':
        return undefined;
      default:
        return this.#indexOfFilter(condition);
    }
  }

  #indexOfFilter(filter: Comparison | Membership): { kind: IndexKind; fields: string[] } | undefined {
    const { left } = filter;
    if (left.kind === 'call') return undefined;
    const path = this.#planning.resolver.path(this.#object, this.#query.fromAlias, left);
    const field = path.targets[0]?.field;
    if (field === undefined) return undefined;
    const kind = path.steps.length > 0 ? undefined : indexKind(field);
    const hindrance = kind === undefined ? 'unindexed' : hindranceOf(filter, field);
    if (kind !== undefined && hindrance === undefined) return { kind, fields: [field.name] };
    this.#notes.push({
      description: `Not considering filter for optimization because ${hindrance}`,
      fields: [left.parts.join('.')],
      tableEnumOrId: this.#object.name,
    });
    return undefined;
  }
}

function thresholdOf(kind: IndexKind, total: number): number {
  const { share, most } = THRESHOLDS[kind];
  const rows = Math.min(total, MILLION) * share + (Math.max(0, total - MILLION) * share) / 2;
  return Math.max(1, Math.min(rows, most));
}

/** Fields on which every object has an index. */
const STANDARD_INDEXES: ReadonlySet<string> = new Set(['Id', 'Name', 'OwnerId', 'CreatedDate', 'SystemModstamp', 'RecordTypeId', 'Email']);

/** What index a field has: lookups and the platform's own ones a standard index, unique fields and external ids a custom one. */
function indexKind(field: FieldDescription): IndexKind | undefined {
  if (field.formula !== undefined || field.longText || field.type === 'multipicklist') return undefined;
  if (STANDARD_INDEXES.has(field.name) || field.nameField) return 'standard';
  if (field.type === 'reference') return 'standard';
  return field.unique || field.externalId ? 'custom' : undefined;
}

/** Why an index can't serve a filter on its field. */
function hindranceOf(filter: Comparison | Membership, field: FieldDescription): string | undefined {
  const { operator, right } = filter;
  if (operator === '!=' || operator === 'NOT IN' || operator === 'EXCLUDES') return `of a negative operator (${operator})`;
  if (operator === 'LIKE' && 'value' in right && typeof right.value === 'string' && /^[%_]/.test(right.value)) {
    return 'its pattern begins with a wildcard';
  }
  if ('kind' in right && right.kind === 'null') return 'it looks for empty values';
  const isRange = operator === '<' || operator === '<=' || operator === '>' || operator === '>=';
  if (isRange && field.type === 'string') return 'it compares the order of text';
  return undefined;
}
