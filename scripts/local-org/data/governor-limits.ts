import { LimitExceeded } from './errors.ts';
import { HeapGauge } from './heap-gauge.ts';
import type { LimitName, Limits } from './limits.ts';
import { processorTime } from './processor-time.ts';

/** What a synchronous transaction may use. */
export const SYNCHRONOUS_LIMITS: Readonly<Record<LimitName, number>> = {
  queries: 100,
  queryRows: 50_000,
  aggregateQueries: 300,
  soslQueries: 20,
  dmlStatements: 150,
  dmlRows: 10_000,
  cpuMilliseconds: 10_000,
  heapBytes: 6_000_000,
  callouts: 100,
  emails: 10,
  futureCalls: 50,
  queueableJobs: 50,
  publishImmediate: 150,
  mobilePush: 10,
};

/** What a request may use that only reads by the API: any number of rows. The limits are about Apex. */
export const READING_LIMITS: Readonly<Record<LimitName, number>> = {
  ...SYNCHRONOUS_LIMITS,
  queryRows: Number.MAX_SAFE_INTEGER,
  cpuMilliseconds: Number.MAX_SAFE_INTEGER,
};

/** What an asynchronous one may use: a queueable, batch, scheduled or future job. */
export const ASYNCHRONOUS_LIMITS: Readonly<Record<LimitName, number>> = {
  ...SYNCHRONOUS_LIMITS,
  queries: 200,
  cpuMilliseconds: 60_000,
  heapBytes: 12_000_000,
  queueableJobs: 1,
};

/** The platform's words for each limit. */
const WORDS: Readonly<Record<LimitName, string>> = {
  queries: 'Too many SOQL queries',
  queryRows: 'Too many query rows',
  aggregateQueries: 'Too many aggregate queries',
  soslQueries: 'Too many SOSL queries',
  dmlStatements: 'Too many DML statements',
  dmlRows: 'Too many DML rows',
  cpuMilliseconds: 'Apex CPU time limit exceeded',
  heapBytes: 'Apex heap size too large',
  callouts: 'Too many callouts',
  emails: 'Too many Email Invocations',
  futureCalls: 'Too many future calls',
  queueableJobs: 'Too many queueable jobs added to the queue',
  publishImmediate: 'Too many calls to EventBus.publish',
  mobilePush: 'Too many mobile push calls',
};

/** The limits of one transaction, counted and enforced. CPU time is that of the thread, so that a busy machine does not count. */
export class GovernorLimits implements Limits {
  #allowed: Readonly<Record<LimitName, number>>;
  #counters = zeros();
  #cpuStart = processorTime();
  readonly #heap = new HeapGauge();

  constructor(allowed: Readonly<Record<LimitName, number>> = SYNCHRONOUS_LIMITS) {
    this.#allowed = allowed;
  }

  get allowed(): Readonly<Record<LimitName, number>> {
    return this.#allowed;
  }

  get used(): Record<LimitName, number> {
    return {
      ...this.#counters,
      cpuMilliseconds: this.#cpuMilliseconds,
      heapBytes: Math.min(this.#heap.estimate, this.allowed.heapBytes),
    };
  }

  get #cpuMilliseconds(): number {
    return Math.floor(this.#counters.cpuMilliseconds + processorTime() - this.#cpuStart);
  }

  consume(name: LimitName, amount: number): void {
    if (name === 'heapBytes') {
      this.#checkHeap(amount);
      return;
    }
    this.#counters[name] += amount;
    if (amount < 0) return;
    const used = name === 'cpuMilliseconds' ? this.#cpuMilliseconds : this.#counters[name];
    const allowed = this.allowed[name];
    if (used > allowed) {
      throw new LimitExceeded(name === 'cpuMilliseconds' ? WORDS[name] : `${WORDS[name]}: ${allowed + 1}`);
    }
  }

  #checkHeap(atOnce: number): void {
    const held = Math.max(atOnce, this.#heap.held(this.allowed.heapBytes));
    if (held > this.allowed.heapBytes) {
      throw new LimitExceeded(`${WORDS.heapBytes}: ${held}`);
    }
  }

  mark(): () => void {
    const counters = { ...this.#counters };
    const marked = this.#counters;
    return () => {
      Object.assign(marked, counters);
    };
  }

  fresh(allowed = this.#allowed): () => void {
    const before = this.#allowed;
    const counters = this.#counters;
    const cpuStart = this.#cpuStart;
    const pausedAt = processorTime();
    this.#counters = zeros();
    this.#cpuStart = pausedAt;
    this.#allowed = allowed;
    return () => {
      this.#allowed = before;
      this.#counters = counters;
      this.#cpuStart = cpuStart + (processorTime() - pausedAt);
    };
  }
}

function zeros(): Record<LimitName, number> {
  return Object.fromEntries(Object.keys(SYNCHRONOUS_LIMITS).map((name) => [name, 0])) as Record<LimitName, number>;
}
