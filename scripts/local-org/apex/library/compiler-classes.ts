import type { SObjectRecord } from '../../data/record.ts';
import type { ApexException } from '../runtime/exception.ts';
import { operationType, triggerContext } from '../runtime/trigger-context.ts';
import { raise, raiseNull } from '../runtime/exception.ts';
import type { LibraryClass } from './declaration.ts';
import { labelIn, labelNamed } from './users-words.ts';

const isEvent = (part: string) => (): boolean => triggerContext()?.event.split(' ').includes(part) ?? false;

/** `Trigger`: the context variables, null or false outside a trigger. */
const triggerClass: LibraryClass = {
  name: 'System.Trigger',
  members: {
    'static Boolean isExecuting': () => triggerContext() !== undefined,
    'static Boolean isInsert': isEvent('insert'),
    'static Boolean isUpdate': isEvent('update'),
    'static Boolean isDelete': isEvent('delete'),
    'static Boolean isUndelete': isEvent('undelete'),
    'static Boolean isBefore': isEvent('before'),
    'static Boolean isAfter': isEvent('after'),
    'static List<SObject> new': () => triggerContext()?.newList ?? null,
    'static List<SObject> old': () => triggerContext()?.oldList ?? null,
    'static Map<Id, SObject> newMap': () => triggerContext()?.newMap ?? null,
    'static Map<Id, SObject> oldMap': () => triggerContext()?.oldMap ?? null,
    'static Integer size': () => triggerContext()?.size ?? null,
    'static System.TriggerOperation operationType': () => operationType(triggerContext()),
  },
};

/** A field of a record as the receiver of `addError`: `record.Field__c.addError('...')`. */
export class FieldForError {
  readonly record: SObjectRecord;
  readonly field: string;

  constructor(record: SObjectRecord, field: string) {
    this.record = record;
    this.field = field;
  }

  add(message: string | null): void {
    this.record.errors = [...(this.record.errors ?? []), { message: message ?? 'null', field: this.field }];
  }
}

const messageOf = (exception: ApexException | null): string | null => exception?.apexMessage ?? null;

const fieldForErrorClass: LibraryClass = {
  name: 'System.FieldForError',
  isInstance: (value) => value instanceof FieldForError,
  members: {
    'void addError(String message)': (self: FieldForError, message: string | null) => self.add(message),
    'void addError(String message, Boolean escape)': (self: FieldForError, message: string | null) => self.add(message),
    'void addError(Exception exception)': (self: FieldForError, exception: ApexException | null) => self.add(messageOf(exception)),
    'void addError(Exception exception, Boolean escape)': (self: FieldForError, exception: ApexException | null) =>
      self.add(messageOf(exception)),
  },
};

function label(_namespace: string | null, name: string | null, language?: string | null): string {
  const wanted = name ?? raiseNull('Argument 2 cannot be null');
  return labelNamed(wanted, language ?? undefined) ?? raise('System.IllegalArgumentException', `External string does not exist: ${wanted}`);
}

/** Custom labels named in code are checked at compile time; those named at run time are looked up. */
const labelClass: LibraryClass = {
  name: 'System.Label',
  members: {
    'static String get(String namespace, String label)': label,
    'static String get(String namespace, String label, String language)': label,
    'static Boolean translationExists(String namespace, String label, String language)': (
      _namespace: string | null,
      name: string | null,
      language: string | null,
    ) => labelIn(name ?? raiseNull('Argument 2 cannot be null'), language ?? raiseNull('Argument 3 cannot be null')) !== undefined,
  },
};

/** Visualforce pages likewise: `Page.Invoice`. */
const pageClass: LibraryClass = { name: 'System.Page', members: {} };

/** Classes that the compiler itself gives meaning to. */
export const compilerClasses: readonly LibraryClass[] = [triggerClass, fieldForErrorClass, labelClass, pageClass];
