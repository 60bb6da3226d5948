import { currentTransaction, inTransaction } from './current.ts';

/** Steps between two looks at the clock: loops and calls count one each. */
const STEPS = 4096;

let steps = 0;
let mark = process.cpuUsage();
let paused = 0;

/** Counts a round of a loop or a call; now and then charges the processor time to the transaction. */
export function tick(): void {
  steps += 1;
  if (steps >= STEPS) {
    steps = 0;
    chargeCpu();
  }
}

/** Charges the processor time since the last charge to the running transaction; throws when its limit is passed. */
export function chargeCpu(): void {
  const used = process.cpuUsage(mark);
  mark = process.cpuUsage();
  if (paused === 0 && inTransaction()) {
    currentTransaction().limits.consume('cpuMilliseconds', (used.user + used.system) / 1000);
  }
}

/** Forgets the processor time since the last charge: a transaction begins, or work ends that is not charged. */
export function skipCpu(): void {
  mark = process.cpuUsage();
}

/** Runs work of the database, whose time is not charged. Triggers inside charge theirs by `runCharged`. */
export function runUncharged<T>(work: () => T): T {
  chargeCpu();
  const before = paused;
  paused += 1;
  try {
    return work();
  } finally {
    paused = before;
    skipCpu();
  }
}

/** Runs Apex inside work of the database: its time counts again. */
export function runCharged<T>(work: () => T): T {
  const before = paused;
  paused = 0;
  skipCpu();
  try {
    return work();
  } finally {
    chargeCpu();
    paused = before;
  }
}
