import type { SqlFragment } from '../store/columns.ts';
import type { QueryContext } from '../store/query-context.ts';
import type { FieldDescription, ObjectDescription } from '../schema/description.ts';
import type { QueryOptions } from '../transaction.ts';
import type { NameResolver } from './names.ts';

/** What planning a query needs besides its tree. */
export interface Planning {
  readonly resolver: NameResolver;
  /** Whether object and field access of the running user count for what is planned just now. */
  enforced: boolean;
  /** Absent while the query is only checked (at compile time): there is no user and no value of a bind yet. */
  readonly run: PlanningRun | undefined;
  /** A table alias not used so far. */
  nextAlias(): string;
}

export interface PlanningRun {
  readonly context: QueryContext;
  readonly binds: QueryOptions['binds'];
  /** Object and field access of the running user count: everywhere, in the SELECT list (WITH SECURITY_ENFORCED), or not at all. */
  readonly enforcement: 'everywhere' | 'selection' | 'none';
  /** Record access of the running user counts. */
  readonly sharing: boolean;
  readonly allRows: boolean;
  /** When given, nothing is refused: what would have been is noted here, field names by object. */
  readonly denied?: Map<string, Set<string>>;
}

export function newPlanning(resolver: NameResolver, run: PlanningRun | undefined): Planning {
  let aliases = 0;
  return { resolver, enforced: run !== undefined && run.enforcement !== 'none', run, nextAlias: () => `t${aliases++}` };
}

export function mayReadObject(planning: Planning, object: ObjectDescription): boolean {
  const { run } = planning;
  if (run?.denied !== undefined) return true;
  return run === undefined || !planning.enforced || run.context.security.objectAccess(run.context.userId, object.name).read;
}

export function mayReadField(planning: Planning, object: ObjectDescription, field: FieldDescription): boolean {
  const { run } = planning;
  if (run === undefined || !planning.enforced) return true;
  const allowed = run.context.security.fieldAccess(run.context.userId, object.name, field.name).read;
  if (allowed || run.denied === undefined) return allowed;
  run.denied.set(object.name, (run.denied.get(object.name) ?? new Set()).add(field.name));
  return true;
}

/** The condition that leaves only the rows the running user may see; undefined when all of them. */
export function visibleRows(planning: Planning, object: ObjectDescription, alias: string): SqlFragment | undefined {
  const { run } = planning;
  return run?.sharing ? run.context.security.visibleRows(run.context.userId, object, alias) : undefined;
}
