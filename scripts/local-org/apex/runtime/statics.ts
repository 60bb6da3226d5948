import type { Transaction } from '../../data/transaction.ts';
import { setTransactionSwitch } from './current.ts';

/** The part of an emitted class that concerns its static fields. */
interface StaticHolder {
  $statics: Record<string, unknown> | null;
  $defaults(): Record<string, unknown>;
  $initialise?(): void;
}

/** Classes initialised in the running transaction, with their static fields. */
let initialised: StaticHolder[] = [];

const KEPT = Symbol('static fields');
type Kept = readonly (readonly [StaticHolder, Record<string, unknown> | null])[];

/** Gives a class its static fields and runs its static initialisers; the first use of the class in a transaction calls it. */
export function initialise(holder: StaticHolder): Record<string, unknown> {
  const statics = holder.$defaults();
  holder.$statics = statics;
  initialised.push(holder);
  if (Object.hasOwn(holder, '$initialise')) {
    try {
      holder.$initialise?.();
    } catch (error) {
      holder.$statics = null;
      throw error;
    }
  }
  return statics;
}

/** Forgets all static fields: the next use of a class initialises it again. */
export function resetStatics(): void {
  for (const holder of initialised) {
    holder.$statics = null;
  }
  initialised = [];
}

let loaded: Transaction | undefined;

/** Static fields live as long as a transaction: they are put aside when another one becomes the running one. */
export function followTransactions(): void {
  setTransactionSwitch((transaction) => {
    if (transaction === loaded || transaction === undefined) {
      return;
    }
    loaded?.state.set(KEPT, initialised.map((holder) => [holder, holder.$statics] as const) satisfies Kept);
    resetStatics();
    for (const [holder, statics] of (transaction.state.get(KEPT) as Kept | undefined) ?? []) {
      holder.$statics = statics;
      initialised.push(holder);
    }
    loaded = transaction;
  });
}
