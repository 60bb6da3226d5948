import { processorTime } from '../../data/processor-time.ts';
import { currentTransaction, inTransaction } from './current.ts';

/** Steps between two looks at the clock: loops and calls count one each. */
const STEPS = 4096;

let steps = 0;
/** Processor time at which work of the database began that is not charged; undefined while Apex runs. */
let unchargedSince: number | undefined;

/** Counts a round of a loop or a call; now and then checks the processor time and the heap of the transaction. */
export function tick(): void {
  steps += 1;
  if (steps >= STEPS) {
    steps = 0;
    if (inTransaction()) {
      const { limits } = currentTransaction();
      limits.consume('cpuMilliseconds', 0);
      limits.consume('heapBytes', 0);
    }
  }
}

/** Takes the processor time of the database back that the limits have counted. */
function giveBack(): void {
  if (unchargedSince !== undefined && inTransaction()) {
    currentTransaction().limits.consume('cpuMilliseconds', unchargedSince - processorTime());
  }
  unchargedSince = undefined;
}

/** Runs work of the database, whose processor time is not charged. Triggers inside charge theirs by `runCharged`. */
export function runUncharged<T>(work: () => T): T {
  if (unchargedSince !== undefined) {
    return work();
  }
  unchargedSince = processorTime();
  try {
    return work();
  } finally {
    giveBack();
  }
}

/** Runs Apex inside work of the database: its time counts again. */
export function runCharged<T>(work: () => T): T {
  if (unchargedSince === undefined) {
    return work();
  }
  giveBack();
  try {
    return work();
  } finally {
    unchargedSince = processorTime();
  }
}
