import type { AnonymousResult, TestOptions, TestReport } from '../apex/engine-types.ts';
import type { LimitName } from '../data/limits.ts';
import type { Schema } from '../data/schema/description.ts';
import type { Security } from '../data/security/security.ts';
import type { Transaction } from '../data/transaction.ts';

/** What the API needs of the org. */
export interface ApiOrg {
  readonly schema: Schema;
  readonly security: Security;
  /** The 18-character id of the organization. */
  readonly organizationId: string;
  /** The id of the active user with this name and password, if there is one. */
  authenticate(username: string, password: string): string | undefined;
  transaction<Result>(
    userId: string,
    work: (transaction: Transaction) => Result,
    options?: { readonly limits?: Readonly<Record<LimitName, number>> },
  ): Result;
}

/** What the API needs of the Apex engine. */
export interface ApiEngine {
  callAura(transaction: Transaction, className: string, methodName: string, parameters: Record<string, unknown>): unknown;
  executeAnonymous(transaction: Transaction, source: string): AnonymousResult;
  runTests(options: TestOptions): TestReport | Promise<TestReport>;
}
