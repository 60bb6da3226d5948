import type { Transaction } from '../../data/transaction.ts';
import type { ClassInfo, MethodInfo } from './class-info.ts';

const SEES_ALL_DATA = Symbol('sees all data');

/**
 * Notes whether the test of this transaction, or its class, is marked `@IsTest(SeeAllData=true)`. Records of before are not hidden from
 * other tests here, as tests begin with an empty org; but some of the platform answers marked tests only.
 */
export function noteDataAccess(transaction: Transaction, info: ClassInfo, method: MethodInfo): void {
  const sees = [info, method].some(({ annotations }) =>
    annotations.some(({ name, parameters }) => name === 'istest' && String(parameters.seealldata).toLowerCase() === 'true'),
  );
  transaction.state.set(SEES_ALL_DATA, sees);
}

/** Whether the running test sees the org's own records. */
export function seesAllData(transaction: Transaction): boolean {
  return transaction.state.get(SEES_ALL_DATA) === true;
}
