import { DmlFailure, LimitExceeded, NoAccess, PlatformError, QueryError } from '../../data/errors.ts';

/** One failed row of a `System.DmlException`. */
export interface DmlExceptionRow {
  /** The row's place in the list of the DML call. */
  readonly index: number;
  readonly id: string | null;
  readonly objectName: string;
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** A place in Apex code: `Class.PermissionRequestService.decide: line 42, column 1`. */
export interface ApexFrame {
  /** `Class.Name.method`, `Trigger.Name` or `AnonymousBlock`. */
  readonly place: string;
  readonly line: number;
  readonly column: number;
}

/** The exceptions that no Apex `catch` sees and that skip every `finally`. */
const FATAL = new Set(['System.LimitException', 'System.AssertException']);

const STACK_DEPTH = 'Maximum stack depth reached: 1001';

/**
 * An Apex exception on its way up. Library exceptions are instances of this class with their type name; each exception class
 * written in Apex is a JavaScript class that extends it.
 */
export class ApexException extends Error {
  /** `System.DmlException`, or the name of a class in Apex. */
  readonly typeName: string;
  /** What `getMessage` gives; null when none was set. */
  text: string | null;
  override cause: ApexException | null;
  /** What a browser is shown of a `System.AuraHandledException`: the text it was made with, though `getMessage` hides that one. */
  clientText: string | null;
  /** Failed rows, for a `System.DmlException`. */
  rows: readonly DmlExceptionRow[];
  /** Fields that the running user may not read, for a query or security exception; by object. */
  inaccessibleFields: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(typeName: string, text: string | null = null, cause: ApexException | null = null) {
    super(text ?? '');
    this.name = typeName;
    this.typeName = typeName;
    this.text = text;
    this.cause = cause;
    this.clientText = null;
    this.rows = [];
    this.inaccessibleFields = undefined;
  }

  /** Whether an Apex `catch` (and `finally`) gets to see it. */
  get catchable(): boolean {
    return !FATAL.has(this.typeName);
  }

  /** What `getMessage` gives. */
  get apexMessage(): string {
    return this.text ?? 'Script-thrown exception';
  }

  /** What the browser gets when the exception ends an `@AuraEnabled` call. */
  get clientMessage(): string {
    return this.clientText ?? this.apexMessage;
  }

  setText(text: string | null): void {
    this.text = text;
    this.clientText = null;
    this.message = text ?? '';
  }

  /** `System.DmlException: Insert failed ...`: how the exception prints. */
  override toString(): string {
    return `${this.typeName}: ${this.apexMessage}`;
  }
}

/** Throws a library exception: `raise('System.MathException', 'Divide by 0')`. */
export function raise(typeName: string, text: string): never {
  throw new ApexException(typeName, text);
}

/** Throws what the platform throws when an argument or a receiver is null. */
export function raiseNull(text = 'Attempt to de-reference a null object'): never {
  throw new ApexException('System.NullPointerException', text);
}

/**
 * Gives the Apex exception that an error stands for: of the data floor, of the JavaScript engine's stack, of a null receiver. An error that
 * stands for none (a defect of the local org itself) is given back as it is and must not be caught by Apex code.
 */
export function asApexException(error: unknown): unknown {
  if (error instanceof ApexException) {
    return error;
  }
  const exception = translate(error);
  if (exception) {
    exception.stack = (error as Error).stack;
  }
  return exception ?? error;
}

/** Refusals of a whole call that the platform does not report as a failed row. */
const EXCEPTION_OF_CODE: Readonly<Record<string, string>> = {
  DUPLICATE_DML: 'System.ListException',
  INVALID_TYPE: 'System.TypeException',
};

function translate(error: unknown): ApexException | undefined {
  if (error instanceof DmlFailure) {
    return dmlException(error);
  }
  if (error instanceof QueryError) {
    const typeName = error.statusCode === 'MALFORMED_SEARCH' ? 'System.SearchException' : 'System.QueryException';
    const exception = new ApexException(typeName, error.message);
    exception.inaccessibleFields = error.inaccessible;
    return exception;
  }
  if (error instanceof NoAccess) {
    return new ApexException('System.SecurityException', error.message);
  }
  if (error instanceof LimitExceeded) {
    return new ApexException('System.LimitException', error.message);
  }
  if (error instanceof PlatformError) {
    return new ApexException(EXCEPTION_OF_CODE[error.statusCode] ?? 'System.DmlException', error.message);
  }
  if (error instanceof RangeError && error.message === 'Maximum call stack size exceeded') {
    return new ApexException('System.LimitException', STACK_DEPTH);
  }
  if (error instanceof TypeError && / of null($| \()/.test(error.message)) {
    return new ApexException('System.NullPointerException', 'Attempt to de-reference a null object');
  }
  return undefined;
}

function dmlException(failure: DmlFailure): ApexException {
  const exception = new ApexException('System.DmlException', failure.message);
  exception.rows = failure.results.flatMap((result, index) =>
    result.errors.map((error) => ({ ...error, index, id: result.id, objectName: failure.objectNames[index] })),
  );
  return exception;
}

/** Reads the Apex frames of an error, innermost first. The program that emits JavaScript supplies it. */
export type StackReader = (error: Error) => readonly ApexFrame[];

let stackReader: StackReader = () => [];

/** Installs the reader that knows how emitted JavaScript maps to Apex lines. */
export function installStackReader(reader: StackReader): void {
  stackReader = reader;
}

/** The Apex frames of an exception, innermost first. */
export function apexFrames(error: Error): readonly ApexFrame[] {
  return stackReader(error);
}

/** The frames as `getStackTraceString` prints them. */
export function apexStackTrace(error: Error): string {
  return apexFrames(error)
    .map(({ place, line, column }) => `${place}: line ${line}, column ${column}`)
    .join('\n');
}
