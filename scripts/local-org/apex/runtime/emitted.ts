import type { OrgTransaction } from '../../data/org-transaction.ts';
import { DecimalValue } from '../../data/values/decimal.ts';
import { DoubleValue } from '../../data/values/double.ts';
import type { SObjectRecord } from '../../data/record.ts';
import { SYSTEM } from '../../data/transaction.ts';
import { FieldForError } from '../library/compiler-classes.ts';
import type { Library } from '../library/registry.ts';
import { describeField, describeObject, sobjectFieldToken, sobjectTypeToken } from '../library/schema/tokens.ts';
import { setLabels, translatedLabel } from '../library/users-words.ts';
import { typeLiteral } from '../library/system/type-value.ts';
import { callFuture } from './async.ts';
import { enterCall, leaveCall } from './call-depth.ts';
import { currentSharing, currentTransaction, enterSharing, restoreSharing } from './current.ts';
import { tick } from './cpu.ts';
import { checkedText } from './heap.ts';
import * as dataStatements from './data-statements.ts';
import * as elements from './elements.ts';
import * as enums from './enum-access.ts';
import { raiseNull } from './exception.ts';
import { BaseException, caught, endsTransaction, newException, setException, thrown } from './exceptions.ts';
import { identityOf } from './collections/key.ts';
import { castTo, isInstance } from './instance-of.ts';
import { hasMethod, invoke } from './invoke.ts';
import * as operators from './operators.ts';
import { bindReader, chunks, count, onlyRow, query, search } from './queries.ts';
import { children, field, fieldOfParent, newRecord, parent, parentOfParent, setField } from './sobject-access.ts';
import { initialise } from './statics.ts';
import { objectText } from './object-text.ts';

type AnyFunction = (...args: never[]) => unknown;

/** Calls a method of a library interface: the Apex object's own, or that of a native object of the same name. */
function callInterface(target: unknown, name: string, args: readonly unknown[]): unknown {
  const present = elements.nonNull(target);
  if (hasMethod(present, name, args.length)) {
    return invoke(present, name, args);
  }
  const native = (present as Record<string, AnyFunction | undefined>)[name];
  if (!native) {
    throw new Error(`A value of the local org lacks the method ${name}.`);
  }
  return native.call(present, ...(args as never[]));
}

/** Another object with the same contents: `clone()` of an object of a class in Apex. */
function cloneObject(source: object | null): object {
  const present: object = elements.nonNull<object>(source);
  return Object.assign(Object.create(Object.getPrototypeOf(present) as object) as object, present);
}

/** Calls a library method that a class in Apex may override: `getMessage` of an exception. */
function callVirtual(target: object, name: string, native: AnyFunction, ...args: never[]): unknown {
  return hasMethod(target, name, args.length) ? invoke(target, name, args) : native(target as never, ...args);
}

/** `super.toString()` and its like where nothing above is written in Apex. */
function callSuper(target: object, name: string, other: unknown = null): unknown {
  switch (name.toLowerCase()) {
    case 'equals':
      return target === other;
    case 'hashcode':
      return identityOf(target);
    default:
      return objectText(target);
  }
}

/** Runs what follows as another user; gives back the way to the one before. */
function beginRunAs(user: SObjectRecord | null): () => void {
  const transaction = currentTransaction() as OrgTransaction;
  return transaction.becomeUser((user ?? raiseNull()).id ?? insertedUser(transaction, user as SObjectRecord));
}

/** A user that a test only described is inserted, outside of what counts as mixed with its other records. */
function insertedUser(transaction: OrgTransaction, user: SObjectRecord): string {
  const back = transaction.becomeUser(transaction.userId);
  try {
    const [result] = transaction.insert([user], { ...SYSTEM, allOrNone: true });
    return result?.id as string;
  } finally {
    back();
  }
}

function endRunAs(leave: () => void): void {
  leave();
}

/** Everything that emitted code uses, by the name it uses. */
export function createRuntime(
  library: Library,
  labels: ReadonlyMap<string, string>,
  counters: (file: string) => Uint32Array,
): Record<string, unknown> {
  setLabels(labels);
  return {
    ...operators,
    ...elements,
    ...enums,
    ...dataStatements,
    native: (className: string, signature: string) => library.native(className, signature),
    property: (className: string, signature: string) => library.property(className, signature),
    counters,
    label: (name: string) => translatedLabel(name) ?? labels.get(name.toLowerCase()) ?? '',
    decimalLiteral: (text: string) => DecimalValue.parse(text),
    doubleLiteral: (text: string) => new DoubleValue(Number(text)),
    BaseException,
    caught,
    endsTransaction,
    thrown,
    newException,
    setException,
    castTo,
    isInstance,
    callFuture,
    callInterface,
    callVirtual,
    callSuper,
    cloneObject,
    beginRunAs,
    endRunAs,
    currentSharing,
    enterSharing,
    restoreSharing,
    tick,
    enterCall,
    leaveCall,
    checkedText,
    initialise,
    query,
    bindReader,
    count,
    onlyRow,
    search,
    chunks,
    field,
    fieldOfParent,
    parent,
    parentOfParent,
    children,
    setField,
    newRecord,
    fieldForError: (record: SObjectRecord | null, name: string) => new FieldForError(record ?? raiseNull(), name),
    sobjectTypeToken,
    sobjectFieldToken,
    describeObject,
    describeField,
    typeLiteral,
  };
}
