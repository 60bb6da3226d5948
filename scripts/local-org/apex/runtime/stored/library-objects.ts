import { AccessLevelValue } from '../../library/database/access.ts';
import { CursorValue } from '../../library/database/cursor.ts';
import { DmlOptionsValue } from '../../library/database/dml-options.ts';
import { QueryLocatorValue } from '../../library/database/query-locator.ts';
import { DatabaseError, DatabaseResult } from '../../library/database/results.ts';
import { EmailAttachment, EmailMessage } from '../../library/messaging/email-message.ts';
import { ComparableBag, PropertyBag } from '../../library/property-class.ts';
import { FieldToken, ObjectToken, tokenOf } from '../../library/schema/tokens.ts';
import { CookieValue } from '../../library/system/cookie.ts';
import { UuidValue } from '../../library/system/encoding.ts';
import { FinalizerContext } from '../../library/system/finalizer.ts';
import { HttpRequestValue, HttpResponseValue } from '../../library/system/http.ts';
import { AsyncOptionsValue, JobContext, SignatureValue } from '../../library/system/jobs.ts';
import { PageReferenceValue } from '../../library/system/page-reference.ts';
import { ZoneOfTime } from '../../library/system/time.ts';
import { TypeValue } from '../../library/system/type-value.ts';
import type { ApexList } from '../collections/list.ts';
import { currentTransaction } from '../current.ts';
import { ChangeEventHeader } from '../change-events.ts';
import { LostObject } from './lost-object.ts';

/** How objects of one class of the library are stored. */
export interface LibraryForm {
  readonly name: string;
  readonly isInstance: (value: object) => boolean;
  /** What an object is made of. */
  readonly parts: (value: object) => Readonly<Record<string, unknown>>;
  /** Makes an object to be given its parts; absent where it is made of the parts at once. */
  readonly empty?: () => object;
  /** Makes an object of its parts, none of which can refer back to it. */
  readonly make?: (parts: Readonly<Record<string, unknown>>) => object;
}

type ClassOfLibrary = abstract new (...args: never[]) => object;

/** A class whose objects are all that their properties hold. */
function plain(name: string, type: ClassOfLibrary): LibraryForm {
  return {
    name,
    isInstance: (value) => value.constructor === type,
    parts: (value) => ({ ...value }),
    empty: () => Object.create(type.prototype as object) as object,
  };
}

let forms: readonly LibraryForm[] | undefined;

/** The classes of the library whose objects may be part of a job: made when first asked for, as the library and the jobs know each other. */
export function libraryForms(): readonly LibraryForm[] {
  forms ??= [
    plain('System.Type', TypeValue),
    plain('System.UUID', UuidValue),
    plain('System.AccessLevel', AccessLevelValue),
    plain('System.AsyncOptions', AsyncOptionsValue),
    plain('System.QueueableDuplicateSignature', SignatureValue),
    plain('System.FinalizerContext', FinalizerContext),
    plain('System.JobContext', JobContext),
    plain('System.Cookie', CookieValue),
    plain('System.HttpRequest', HttpRequestValue),
    plain('System.HttpResponse', HttpResponseValue),
    plain('System.PageReference', PageReferenceValue),
    plain('System.TimeZone', ZoneOfTime),
    plain('Database.DMLOptions', DmlOptionsValue),
    plain('Database.Error', DatabaseError),
    plain('Database.QueryLocator', QueryLocatorValue),
    plain('Database.Result', DatabaseResult),
    plain('Messaging.Email', EmailMessage),
    plain('Messaging.EmailFileAttachment', EmailAttachment),
    plain('EventBus.ChangeEventHeader', ChangeEventHeader),
    plain('Properties', PropertyBag),
    plain('Comparable properties', ComparableBag),
    {
      name: 'Database.Cursor',
      isInstance: (value) => value instanceof CursorValue,
      parts: (value) => ({ ...value }),
      make: ({ records, paginates }) => new CursorValue(records as ApexList, paginates as boolean),
    },
    {
      name: 'Schema.SObjectType',
      isInstance: (value) => value instanceof ObjectToken,
      parts: (value) => ({ object: (value as ObjectToken).object.name }),
      make: ({ object }) => objectToken(object as string),
    },
    {
      name: 'Schema.SObjectField',
      isInstance: (value) => value instanceof FieldToken,
      parts: (value) => ({ object: (value as FieldToken).object.name, field: (value as FieldToken).field.name }),
      make: ({ object, field }) => objectToken(object as string).field(field as string) ?? lost(`field ${String(object)}.${String(field)}`),
    },
  ];
  return forms;
}

function objectToken(name: string): ObjectToken {
  const object = currentTransaction().schema.object(name) ?? lost(`object ${name}`);
  return tokenOf(object);
}

function lost(what: string): never {
  throw new LostObject(`The org has no longer the ${what}`);
}
