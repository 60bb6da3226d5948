import type { FieldDescription, ObjectDescription, Schema } from '../../data/schema/description.ts';
import type { Security } from '../../data/security/security.ts';
import type { Transaction } from '../../data/transaction.ts';
import type { SourceTree } from '../../metadata/source-tree.ts';

/** The parts of the org that the user interface API reads. */
export interface UiApiOrg {
  readonly schema: Schema;
  readonly security: Security;
  transaction<Result>(userId: string, work: (transaction: Transaction) => Result, options?: { readonly queued?: boolean }): Result;
}

/** One call of the user interface API: who asks, and what of. */
export interface UiApiContext {
  /** Its schema has the labels in the user's language. */
  readonly org: Pick<UiApiOrg, 'schema' | 'security'>;
  readonly tree: SourceTree;
  readonly transaction: Transaction;
  readonly userId: string;
  readonly language: UserLanguage;
}

/** How numbers, dates and times are written for the user. */
export interface UserLanguage {
  /** As `Intl` takes it: `en-US`. */
  readonly locale: string;
  readonly timeZone: string;
  /** ISO code of the currency of amounts. */
  readonly currency: string;
}

/** An answer other than success: its status, and the body that the platform would send. */
export class UiApiError extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, message: string, body: unknown) {
    super(message);
    this.name = 'UiApiError';
    this.status = status;
    this.body = body;
  }

  /** An answer with one error code and sentence. */
  static of(status: number, errorCode: string, message: string): UiApiError {
    return new UiApiError(status, message, [{ errorCode, message }]);
  }

  /** What the platform says of a record that isn't there and of one that the user may not see, so that neither can be told from the other. */
  static notFound(): UiApiError {
    return UiApiError.of(404, 'NOT_FOUND', 'The requested resource does not exist');
  }
}

/** An object that the user may read. */
export function readableObject(context: UiApiContext, name: string): ObjectDescription {
  const object = context.org.schema.object(name);
  if (!object || !context.org.security.objectAccess(context.userId, object.name).read) {
    throw UiApiError.of(404, 'INVALID_TYPE', `Object ${name} isn't supported in UI API, or you have no access to it`);
  }
  return object;
}

/** A field of the object, by any case of its name, that the user may read. */
export function readableField(context: UiApiContext, object: ObjectDescription, name: string): FieldDescription | undefined {
  const field = object.fields.get(name.toLowerCase());
  return field && context.org.security.fieldAccess(context.userId, object.name, field.name).read ? field : undefined;
}
