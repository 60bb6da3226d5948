import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';
import { debugLog } from '../apex/library/debug-log.ts';
import type { LimitName } from '../data/limits.ts';
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
  readonly statements: readonly ObservedStatement[];
  readonly limits: readonly { readonly name: LimitName; readonly used: number; readonly allowed: number }[];
  readonly debugLog: readonly string[];
}

const MOST_KEPT = 100;

/** Requests that only keep the page itself up to date. */
const OWN_REQUESTS = /^\w+ \/(local\/|lightning|login|components\/|assets\/|shell\/)/;

/** The last transactions of the org, in memory. */
export class RecentTransactions {
  readonly observe: TransactionObserver;
  readonly #kept: RecentTransaction[] = [];
  readonly #origins = new AsyncLocalStorage<string>();
  #count = 0;

  constructor() {
    this.observe = (ended) => this.#note(ended);
  }

  /** Latest first. */
  list(): readonly RecentTransaction[] {
    return this.#kept.toReversed();
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
    this.#kept.push({
      number: ++this.#count,
      startedAt: new Date(startedAt).toISOString(),
      milliseconds,
      userId,
      origin,
      ...(error === undefined ? {} : { error: error instanceof Error ? error.message : String(error) }),
      statements,
      limits: (Object.keys(used) as LimitName[])
        .filter((name) => used[name] > 0)
        .map((name) => ({ name, used: Math.round(used[name]), allowed: allowed[name] })),
      debugLog: debugLog(transaction).map(({ level, message }) => `${level}  ${message}`),
    });
    if (this.#kept.length > MOST_KEPT) this.#kept.shift();
  }
}
