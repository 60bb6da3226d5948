import { SObjectRecord } from '../record.ts';
import type { Content } from '../record.ts';
import type { QueryContext } from '../store/query-context.ts';
import type { QueryOptions, QueryOutcome } from '../transaction.ts';
import { QueryError } from '../errors.ts';
import type { SoqlQuery } from './ast.ts';
import { NameResolver } from './names.ts';
import { parseSoql } from './parse.ts';
import { planQuery } from './plan.ts';
import type { CountPlan, QueryPlan, RecordsPlan } from './plan.ts';
import type { AggregatePlan } from './plan-aggregate.ts';
import { madeUpField } from './made-up-fields.ts';
import { newPlanning } from './planning.ts';
import type { PlanningRun } from './planning.ts';

/**
 * Runs a query: one transaction's counters pay for it, the running user's rights apply as the options and the query's own
 * WITH clause say. Throws `QueryError`, or `LimitExceeded`.
 */
export function runQuery(context: QueryContext, soql: string, options: QueryOptions): QueryOutcome {
  context.limits.consume('queries', 1);
  return runParsed(context, soql, parsed(soql), options);
}

/** Runs a query whose text was read already; counted by the rows it reads only. */
export function runParsed(context: QueryContext, soql: string, query: SoqlQuery, options: QueryOptions): QueryOutcome {
  const plan = planned(context, soql, query, options);
  switch (plan.kind) {
    case 'count':
      return runCount(context, plan);
    case 'aggregate':
      return runAggregate(context, plan);
    case 'records': {
      const records = runRecords(context, plan);
      if (query.lock === 'update') lock(context, records);
      else if (query.lock !== undefined) context.noteViewed?.(records, query.lock);
      return { records, totalSize: records.length };
    }
  }
}

/** FOR UPDATE: the rows are this transaction's until it ends. */
function lock({ locks }: QueryContext, records: readonly SObjectRecord[]): void {
  if (locks?.take(records.map((record) => record.id as string)) === undefined) return;
  throw new QueryError(
    'UNABLE_TO_LOCK_ROW',
    'Record Currently Unavailable: The record you are attempting to edit, or one of its related records, is currently being modified by another user. Please try again.',
  );
}

/** Texts of queries are few and used over and over: their trees are kept. */
const trees = new Map<string, SoqlQuery>();
const MOST_TREES = 500;
/** In characters, as on the platform. */
const LONGEST_QUERY = 100_000;

function parsed(soql: string): SoqlQuery {
  if (soql.length > LONGEST_QUERY) {
    throw new QueryError('QUERY_TOO_LONG', `SOQL statements cannot be longer than ${LONGEST_QUERY} characters.`);
  }
  const known = trees.get(soql);
  if (known !== undefined) return known;
  const query = parseSoql(soql);
  if (trees.size >= MOST_TREES) trees.clear();
  trees.set(soql, query);
  return query;
}

function planned(context: QueryContext, soql: string, query: SoqlQuery, options: QueryOptions): QueryPlan {
  const resolver = new NameResolver(context.schema, soql);
  const userMode = query.access === 'user' || (query.access !== 'system' && options.mode === 'user');
  const run: PlanningRun = {
    context,
    binds: options.binds,
    enforcement: userMode ? 'everywhere' : query.access === 'securityEnforced' ? 'selection' : 'none',
    sharing: options.sharing || userMode,
    allRows: options.allRows === true,
  };
  if (run.enforcement === 'none') return planQuery(newPlanning(resolver, run), query);
  if (run.enforcement === 'everywhere') return plannedForUser(resolver, run, query);
  // What is wrong without any rights in play is the query's own mistake; what is wrong only with them is the user's lack of rights.
  planQuery(newPlanning(resolver, { ...run, enforcement: 'none' }), query);
  try {
    return planQuery(newPlanning(resolver, run), query);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new QueryError('INSUFFICIENT_ACCESS', 'Insufficient permissions: secure query included inaccessible field', error.fields, {
      cause: error,
    });
  }
}

/** In user mode what the user may not read looks as if it weren't there; the error also says all that is missing for want of rights. */
function plannedForUser(resolver: NameResolver, run: PlanningRun, query: SoqlQuery): QueryPlan {
  try {
    return planQuery(newPlanning(resolver, run), query);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const denied = new Map<string, Set<string>>();
    planQuery(newPlanning(resolver, { ...run, denied }), query);
    const inaccessible = new Map(Array.from(denied, ([object, fields]) => [object, [...fields]]));
    throw new QueryError(error.statusCode, error.message, error.fields, {
      cause: error.cause,
      ...(error.at !== undefined && { at: error.at }),
      inaccessible,
    });
  }
}

function runCount(context: QueryContext, plan: CountPlan): QueryOutcome {
  const rows = context.select(plan.statement.text, plan.statement.parameters);
  context.limits.consume('queryRows', 1);
  return { records: [], totalSize: Number(rows[0]?.[0] ?? 0) };
}

function runAggregate(context: QueryContext, plan: AggregatePlan): QueryOutcome {
  const description = context.schema.object('AggregateResult');
  if (description === undefined) throw new Error('The schema has no object AggregateResult');
  const rows = context.select(plan.statement.text, plan.statement.parameters);
  context.limits.consume('aggregateQueries', 1);
  const counted = rows.reduce((sum, row) => sum + Number(row[plan.rowsIndex]), 0);
  context.limits.consume('queryRows', Math.ceil(counted / plan.sets));
  // Names print as the query writes them.
  const named = new Map(plan.columns.map(({ name }) => [name.toLowerCase(), madeUpField(name, 'anytype')]));
  const described = { ...description, fields: named };
  const records = rows.map((row) => {
    const contents = new Map<string, Content>();
    for (const column of plan.columns) contents.set(column.name.toLowerCase(), column.read(row[column.index] ?? null));
    return new SObjectRecord(described, contents, true);
  });
  return { records, totalSize: records.length, aggregateNames: plan.columns.map((column) => column.name) };
}

function runRecords(context: QueryContext, plan: RecordsPlan): SObjectRecord[] {
  const { text, parameters } = plan.statement();
  const rows = context.select(text, parameters);
  context.limits.consume('queryRows', rows.length);
  const records: SObjectRecord[] = [];
  for (const row of rows) {
    const record = plan.selection.shape.record(row);
    if (record !== null) records.push(record);
  }
  runChildren(context, plan, records);
  return records;
}

function runChildren(context: QueryContext, plan: RecordsPlan, parents: readonly SObjectRecord[]): void {
  for (const child of plan.selection.children) {
    context.limits.consume('aggregateQueries', 1);
    const byParent = childrenOf(context, child.plan, parents);
    for (const parent of parents) parent.contents.set(child.key, byParent.get(parent.id as string) ?? []);
  }
}

function childrenOf(context: QueryContext, plan: RecordsPlan, parents: readonly SObjectRecord[]): Map<string, SObjectRecord[]> {
  const byParent = new Map<string, SObjectRecord[]>();
  const { perParent } = plan;
  if (parents.length === 0 || perParent === undefined) return byParent;
  const { text, parameters } = plan.statement(parents.map((parent) => parent.id as string));
  const skipped = new Map<string, number>();
  const kept: SObjectRecord[] = [];
  for (const row of context.select(text, parameters)) {
    const parentId = row[perParent.parentIndex] as string;
    const passed = skipped.get(parentId) ?? 0;
    if (passed < perParent.skip) {
      skipped.set(parentId, passed + 1);
      continue;
    }
    const siblings = byParent.get(parentId) ?? [];
    if (perParent.keep !== undefined && siblings.length >= perParent.keep) continue;
    const record = plan.selection.shape.record(row);
    if (record === null) continue;
    siblings.push(record);
    kept.push(record);
    byParent.set(parentId, siblings);
  }
  context.limits.consume('queryRows', kept.length);
  runChildren(context, plan, kept);
  return byParent;
}
