import type { Transaction } from '../../data/transaction.ts';
import { ApiError } from '../errors.ts';
import type { RestAnswer, RestCall, RestContext } from './call.ts';
import type { AnonymousResult } from '../../apex/engine-types.ts';

/** GET /tooling/executeAnonymous?anonymousBody= */
export function executeAnonymous(call: RestCall): RestAnswer {
  const source = call.query.get('anonymousBody');
  if (source === null) throw new ApiError(400, 'MISSING_ARGUMENT', 'The parameter anonymousBody must hold the Apex to run');
  const result = runAnonymous(call.context, call.transaction, call.userId, source);
  const { line, column, compiled, success, compileProblem, exceptionMessage, exceptionStackTrace } = result;
  return { status: 200, body: { line, column, compiled, success, compileProblem, exceptionStackTrace, exceptionMessage } };
}

/** Runs a script as a user who may; what a failing one did is undone. */
export function runAnonymous({ org, engine }: RestContext, transaction: Transaction, userId: string, source: string): AnonymousResult {
  if (!org.security.hasUserPermission(userId, 'AuthorApex')) {
    throw new ApiError(403, 'INSUFFICIENT_ACCESS', 'Running Apex takes the permission Author Apex: log in as the administrator');
  }
  const savepoint = transaction.savepoint();
  const result = engine.executeAnonymous(transaction, source);
  if (!result.success) transaction.rollback(savepoint);
  transaction.release(savepoint);
  return result;
}
