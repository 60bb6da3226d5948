import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';
import { debugLog } from '../apex/library/debug-log.ts';
import type { LimitName } from '../data/limits.ts';
import { QueryError } from '../data/errors.ts';
import type { QueryWay } from '../data/soql/explain.ts';
import { SYSTEM } from '../data/transaction.ts';
import type { QueryOptions, Transaction } from '../data/transaction.ts';
import type { ObservedStatement, ObservedTransaction, TransactionObserver } from '../data/observer.ts';

/** A transaction as the page of recent ones shows it. */
export interface RecentTransaction {
  readonly number: number;
  readonly startedAt: string;
  readonly milliseconds: number;
  readonly userId: string;
  /** The request it served, or the job it ran. */
  readonly origin: string;
  /** The message of what undid it; absent when it was committed. */
  readonly error?: string;
  readonly statements: readonly Omit<ObservedStatement, 'binds'>[];
  readonly limits: readonly { readonly name: LimitName; readonly used: number; readonly allowed: number }[];
  readonly debugLog: readonly string[];
}

const MOST_KEPT = 100;

/** Requests that only keep the page itself up to date. */
const OWN_REQUESTS = /^\w+ \/(local\/|lightning|login|components\/|assets\/|shell\/)/;

/** The last transactions of the org, in memory. */
export class RecentTransactions {
  readonly observe: TransactionObserver;
  readonly #kept: { readonly shown: RecentTransaction; readonly statements: readonly ObservedStatement[] }[] = [];
  readonly #origins = new AsyncLocalStorage<string>();
  #count = 0;

  constructor() {
    this.observe = (ended) => this.#note(ended);
  }

  /** Latest first. */
  list(): readonly RecentTransaction[] {
    return this.#kept.map(({ shown }) => shown).toReversed();
  }

  /** How the platform would go about the queries of one transaction: the best way for each, by its place among the statements. */
  explain(number: number, transaction: Transaction): readonly { readonly statement: number; readonly way: QueryWay | undefined }[] {
    const statements = this.#kept.find(({ shown }) => shown.number === number)?.statements ?? [];
    return statements.flatMap(({ kind, text, binds }, statement) => {
      if (kind !== 'Query') return [];
      return [{ statement, way: bestWay(transaction, text, binds) }];
    });
  }

  /** Has every transaction know which request it serves. */
  nameRequests(server: FastifyInstance): void {
    server.addHook('onRequest', (request, _reply, done) => {
      this.#origins.run(`${request.method} ${request.url}`, done);
    });
  }

  #note(ended: ObservedTransaction): void {
    const origin = this.#origins.getStore() ?? 'Job';
    if (OWN_REQUESTS.test(origin)) return;
    const { startedAt, milliseconds, userId, error, statements, used, allowed, transaction } = ended;
    const shown = {
      number: ++this.#count,
      startedAt: new Date(startedAt).toISOString(),
      milliseconds,
      userId,
      origin,
      ...(error === undefined ? {} : { error: error instanceof Error ? error.message : String(error) }),
      statements: statements.map(({ kind, text, rows, milliseconds: taken, depth }) => ({ kind, text, rows, milliseconds: taken, depth })),
      limits: (Object.keys(used) as LimitName[])
        .filter((name) => used[name] > 0)
        .map((name) => ({ name, used: Math.round(used[name]), allowed: allowed[name] })),
      debugLog: debugLog(transaction).map(({ level, message }) => `${level}  ${message}`),
    };
    this.#kept.push({ shown, statements });
    if (this.#kept.length > MOST_KEPT) this.#kept.shift();
  }
}

/** Undefined for a query that was refused. */
function bestWay(transaction: Transaction, text: string, binds: QueryOptions['binds']): QueryWay | undefined {
  try {
    return transaction.explain(text, { ...SYSTEM, ...(binds && { binds }) })[0];
  } catch (error) {
    if (error instanceof QueryError) return undefined;
    throw error;
  }
}
