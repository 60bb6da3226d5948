import type { AnonymousResult, TestReport } from '../apex/engine-types.ts';
import type { RestServiceAnswer, RestServiceRequest } from '../apex/rest/rest-service.ts';
import type { LimitName } from '../data/limits.ts';
import type { SObjectRecord } from '../data/record.ts';
import type { Schema } from '../data/schema/description.ts';
import type { Security } from '../data/security/security.ts';
import type { EventLog } from '../data/store/event-log.ts';
import type { DmlResult, Transaction } from '../data/transaction.ts';

/** What the API needs of the org. */
export interface ApiOrg {
  readonly schema: Schema;
  readonly security: Security;
  /** The events that were published of late. */
  readonly eventLog: EventLog;
  /** The 18-character id of the organization. */
  readonly organizationId: string;
  /** The user with every right. */
  readonly administratorId: string;
  /** The id of the active user with this name and password, if there is one. */
  authenticate(username: string, password: string): string | undefined;
  /** Gives a user a password. */
  setPassword(userId: string, password: string): void;
  transaction<Result>(
    userId: string,
    work: (transaction: Transaction) => Result,
    options?: { readonly limits?: Readonly<Record<LimitName, number>>; readonly queued?: boolean },
  ): Result;
}

/** What the API needs of Apex. */
export interface ApiEngine {
  /** Whether an `@AuraEnabled` method promises to change nothing. Throws when there is no such method. */
  isCacheable(className: string, methodName: string): boolean;
  callAura(transaction: Transaction, className: string, methodName: string, parameters: Record<string, unknown>): unknown;
  publishEvents(transaction: Transaction, events: readonly SObjectRecord[]): DmlResult[];
  callRest(transaction: Transaction, request: RestServiceRequest, mayUse: (className: string) => boolean): RestServiceAnswer;
  executeAnonymous(transaction: Transaction, source: string): AnonymousResult;
}

/** Runs tests where they can't disturb the org that is being served; all of them when none are named. */
export type TestsRunner = (tests: readonly string[] | undefined) => Promise<TestReport>;
