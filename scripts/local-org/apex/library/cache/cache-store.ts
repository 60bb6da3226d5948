import type { Transaction } from '../../../data/transaction.ts';
import { isRunningTest } from '../../runtime/async.ts';
import { currentTransaction } from '../../runtime/current.ts';

interface Cached {
  readonly value: unknown;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

type Partitions = Map<string, Map<string, Cached>>;

const OF_TEST = Symbol('platform cache of a test');
const DAY_SECONDS = 86_400;
const shared: Partitions = new Map();

/** A test has a cache of its own; everything else shares one for as long as the process lives. */
function partitions(transaction: Transaction): Partitions {
  if (!isRunningTest()) {
    return shared;
  }
  let own = transaction.state.get(OF_TEST) as Partitions | undefined;
  if (!own) {
    own = new Map();
    transaction.state.set(OF_TEST, own);
  }
  return own;
}

/** One partition of the platform cache: of the org, or of a user's session. */
export class CachePartition {
  /** As code names it: `local.CurrencyRates`. */
  readonly name: string;
  readonly kind: 'org' | 'session';

  constructor(name: string, kind: 'org' | 'session') {
    this.name = name.includes('.') ? name : `local.${name}`;
    this.kind = kind;
  }

  get(key: string): unknown {
    const cached = this.entries().get(key);
    if (cached && cached.expiresAt <= currentTransaction().now()) {
      this.entries().delete(key);
      return null;
    }
    return cached?.value ?? null;
  }

  put(key: string, value: unknown, seconds: number | null): void {
    this.entries().set(key, { value, expiresAt: currentTransaction().now() + (seconds ?? DAY_SECONDS) * 1000 });
  }

  remove(key: string): boolean {
    return this.entries().delete(key);
  }

  keys(): string[] {
    return [...this.entries().keys()].filter((key) => this.get(key) !== null);
  }

  private entries(): Map<string, Cached> {
    const transaction = currentTransaction();
    const all = partitions(transaction);
    const key = `${this.kind === 'session' ? transaction.userId : 'org'} ${this.name.toLowerCase()}`;
    let entries = all.get(key);
    if (!entries) {
      entries = new Map();
      all.set(key, entries);
    }
    return entries;
  }
}
