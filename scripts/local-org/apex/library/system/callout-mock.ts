import type { Transaction } from '../../../data/transaction.ts';

const MOCKS = Symbol('callout mocks');

/** Keeps what a test answers callouts with: `Test.setMock`. */
export function setCalloutMock(transaction: Transaction, typeName: string, mock: object): void {
  let mocks = transaction.state.get(MOCKS) as Map<string, object> | undefined;
  if (!mocks) {
    mocks = new Map();
    transaction.state.set(MOCKS, mocks);
  }
  mocks.set(typeName.toLowerCase(), mock);
}

/** The answer that a test has set for callouts of a kind. */
export function calloutMock(transaction: Transaction, typeName: string): object | undefined {
  return (transaction.state.get(MOCKS) as Map<string, object> | undefined)?.get(typeName.toLowerCase());
}
