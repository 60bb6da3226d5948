import { USER } from '../../data/transaction.ts';
import type { QueryOptions, QueryOutcome, Transaction } from '../../data/transaction.ts';
import type { SourceTree } from '../../metadata/source-tree.ts';
import type { ApiEngine, ApiOrg } from '../org-parts.ts';
import type { ToolingRecords } from '../tooling/tooling-records.ts';
import type { QueryCursors } from './query-cursors.ts';

/** What the REST resources work on: the org, its Apex, and the queries that were not read to their end. */
export interface RestContext {
  readonly org: ApiOrg;
  readonly engine: ApiEngine;
  readonly tree: SourceTree;
  readonly cursors: QueryCursors;
  /** The records that only the Tooling API has. */
  readonly tooling: ToolingRecords;
}

/** One request, whether it came by HTTP or inside a composite one. */
export interface RestCall {
  readonly context: RestContext;
  /** The unit of work it runs in: a composite request shares one among its parts. */
  readonly transaction: Transaction;
  readonly userId: string;
  /** Such as `v65.0`. */
  readonly version: string;
  readonly method: string;
  /** Named parts of the path. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
}

export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** The content type of a body that is no JSON. */
  readonly type?: string;
}

/** Handles one resource and method. */
export type RestHandler = (call: RestCall) => RestAnswer;

/** The path of the API in this version, without a slash at its end. */
export function basePath(call: RestCall): string {
  return `/services/data/${call.version}`;
}

/** Runs a query of the API itself, as the user. It does not use up what triggers and other Apex of this transaction may query. */
export function queryAsUser(call: RestCall, soql: string, options: Pick<QueryOptions, 'binds' | 'allRows'> = {}): QueryOutcome {
  const restore = call.transaction.limits.fresh();
  try {
    return call.transaction.query(soql, { ...USER, ...options });
  } finally {
    restore();
  }
}
