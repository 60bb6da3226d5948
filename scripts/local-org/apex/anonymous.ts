import type { Transaction } from '../data/transaction.ts';
import type { Compiler } from './compiler.ts';
import type { AnonymousResult } from './engine-types.ts';
import { debugLog } from './library/debug-log.ts';
import { enterSharing, restoreSharing, withTransaction } from './runtime/current.ts';
import { ApexException, apexFrames, apexStackTrace, asApexException } from './runtime/exception.ts';
import type { Program } from './runtime/program.ts';

/** Compiles and runs a script with the running user's record access. Its changes are undone when it fails. */
export function runAnonymous(transaction: Transaction, compiler: Compiler, program: Program, source: string): AnonymousResult {
  const { module, diagnostics } = compiler.compileAnonymous(source);
  const [problem] = diagnostics;
  if (!module) {
    return {
      ...EMPTY,
      compiled: false,
      compileProblem: problem?.message ?? 'The script could not be compiled.',
      line: problem?.line ?? -1,
      column: problem?.column ?? -1,
    };
  }
  const { run, forget } = program.linkExtra(module);
  const savepoint = transaction.savepoint();
  const sharing = enterSharing(true);
  try {
    withTransaction(transaction, run);
    transaction.release(savepoint);
    return { ...EMPTY, compiled: true, success: true, debugLog: logOf(transaction) };
  } catch (error) {
    transaction.rollback(savepoint);
    return failure(transaction, error);
  } finally {
    restoreSharing(sharing);
    forget();
  }
}

const EMPTY: AnonymousResult = {
  compiled: false,
  success: false,
  compileProblem: null,
  exceptionMessage: null,
  exceptionStackTrace: null,
  line: -1,
  column: -1,
  debugLog: '',
};

function failure(transaction: Transaction, error: unknown): AnonymousResult {
  const exception = asApexException(error);
  if (!(exception instanceof ApexException)) {
    throw error;
  }
  const frame = apexFrames(exception)[0];
  return {
    ...EMPTY,
    compiled: true,
    exceptionMessage: exception.toString(),
    exceptionStackTrace: apexStackTrace(exception),
    line: frame?.line ?? 1,
    column: frame?.column ?? 1,
    debugLog: logOf(transaction),
  };
}

function logOf(transaction: Transaction): string {
  return debugLog(transaction)
    .map(({ level, message }) => `${level}|${message}`)
    .join('\n');
}
