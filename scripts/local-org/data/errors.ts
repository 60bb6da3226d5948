import { SetUpError } from '../metadata/set-up-error.ts';
import type { DmlResult } from './transaction.ts';

/** An error with the platform's status code, such as `INVALID_FIELD`; the floors above turn it into an Apex exception or a REST error body. */
export class PlatformError extends Error {
  readonly statusCode: string;
  readonly fields: readonly string[];

  constructor(statusCode: string, message: string, fields: readonly string[] = [], options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.statusCode = statusCode;
    this.fields = fields;
  }
}

/** A query that can't be run: `MALFORMED_QUERY`, `INVALID_FIELD`, `INVALID_TYPE`, ... In Apex a `System.QueryException`. */
export class QueryError extends PlatformError {
  /** Offset in the query's text of what is wrong, where one place is to blame. */
  readonly at: number | undefined;
  /** In user mode: the fields of the query that the user may not read, by object. */
  readonly inaccessible: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(
    statusCode: string,
    message: string,
    fields: readonly string[] = [],
    options: ErrorOptions & { at?: number; inaccessible?: ReadonlyMap<string, readonly string[]> } = {},
  ) {
    super(statusCode, message, fields, options);
    this.at = options.at;
    this.inaccessible = options.inaccessible;
  }
}

/** The running user may not do this: `INSUFFICIENT_ACCESS_OR_READONLY`, `INVALID_TYPE`, ... In Apex a `System.NoAccessException` or `SecurityException`. */
export class NoAccess extends PlatformError {}

/** A governor limit was passed. Apex code can't catch it. */
export class LimitExceeded extends PlatformError {
  constructor(message: string) {
    super('LIMIT_EXCEEDED', message);
  }
}

/** A DML call with `allOrNone` of which at least one row failed; nothing of it was written. In Apex a `System.DmlException`. */
export class DmlFailure extends PlatformError {
  readonly operation: string;
  /** One outcome a row, in the order of the call. */
  readonly results: readonly DmlResult[];
  /** The object of each row. */
  readonly objectNames: readonly string[];

  /** @param message In place of the usual sentence about the first failing row. */
  constructor(operation: string, results: readonly DmlResult[], objectNames: readonly string[], message?: string) {
    const row = results.findIndex((result) => result.errors.length > 0);
    const failed = results[row];
    const first = failed.errors[0];
    const where = failed.id === null ? '' : ` with id ${failed.id}`;
    super(
      first.statusCode,
      message ??
        `${operation} failed. First exception on row ${row}${where}; first error: ${first.statusCode}, ${first.message}: [${first.fields.join(', ')}]`,
      first.fields,
    );
    this.operation = operation;
    this.results = results;
    this.objectNames = objectNames;
  }
}

/** The data file could not be read or written: the disk is full or fails. Nothing of the transaction was kept; Apex code can't catch it. */
export class StorageFailure extends SetUpError {}

export { SetUpError };
