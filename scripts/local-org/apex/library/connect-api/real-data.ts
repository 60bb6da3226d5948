import { currentTransaction } from '../../runtime/current.ts';
import { isRunningTest } from '../../runtime/async.ts';
import { raise } from '../../runtime/exception.ts';
import { seesAllData } from '../../runtime/test-data-access.ts';

/** `ConnectApi` works on the org's own records: a test that doesn't see them can't use it. */
export function requireRealData(): void {
  if (isRunningTest() && !seesAllData(currentTransaction())) {
    raise(
      'System.UnsupportedOperationException',
      'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).',
    );
  }
}
