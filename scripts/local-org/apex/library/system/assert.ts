import { ApexException } from '../../runtime/exception.ts';
import { equals, valuesAreSame } from '../../runtime/equality.ts';
import { toApexString } from '../../runtime/text.ts';
import type { LibraryClass } from '../declaration.ts';
import type { TypeValue } from './type-value.ts';
import { isInstanceOf } from './type-value.ts';

/** How a value stands in the message of a failed assertion. */
const shown = (value: unknown): string => toApexString(value);

/** Ends the test: no Apex code can catch it. */
export function failAssertion(text: string): never {
  throw new ApexException('System.AssertException', text);
}

/** Text that a person added: `: the message`, or nothing. */
const added = (message: unknown): string => (message === null || message === undefined ? '' : `: ${toApexString(message)}`);

/** Fails unless the condition is true. */
export function assertTrue(condition: boolean | null, message: unknown = null): void {
  if (condition !== true) {
    failAssertion(`Assertion Failed${added(message)}`);
  }
}

/** The same by the rules of collections (text by case), or a date at its midnight, or an id in its short and its long form. */
function isSame(left: unknown, right: unknown): boolean {
  const bothTexts = typeof left === 'string' && typeof right === 'string';
  return valuesAreSame(left, right) || (equals(left, right) && (!bothTexts || left.length !== right.length));
}

/** Fails unless both are the same. */
export function assertSame(expected: unknown, actual: unknown, message: unknown = null): void {
  if (!isSame(expected, actual)) {
    failAssertion(`Assertion Failed${added(message)}: Expected: ${shown(expected)}, Actual: ${shown(actual)}`);
  }
}

/** Fails when both are the same. */
export function assertDifferent(unexpected: unknown, actual: unknown, message: unknown = null): void {
  if (isSame(unexpected, actual)) {
    failAssertion(`Assertion Failed${added(message)}: Same value: ${shown(actual)}`);
  }
}

function assertInstance(instance: unknown, type: TypeValue, message: unknown = null): void {
  if (!isInstanceOf(instance, type)) {
    failAssertion(`Assertion Failed${added(message)}: Expected type: ${type.name}`);
  }
}

function assertNoInstance(instance: unknown, type: TypeValue, message: unknown = null): void {
  if (isInstanceOf(instance, type)) {
    failAssertion(`Assertion Failed${added(message)}: Not expected type: ${type.name}`);
  }
}

function assertNull(value: unknown, message: unknown = null): void {
  if (value !== null) {
    failAssertion(`Assertion Failed${added(message)}: Expected: null, Actual: ${shown(value)}`);
  }
}

function assertNotNull(value: unknown, message: unknown = null): void {
  if (value === null) {
    failAssertion(`Assertion Failed${added(message)}: Value is null`);
  }
}

const assertFalse = (condition: boolean | null, message: unknown = null): void => {
  if (condition !== false) {
    failAssertion(`Assertion Failed${added(message)}`);
  }
};

/** `System.Assert`. */
export const assertClass: LibraryClass = {
  name: 'System.Assert',
  members: {
    'static void areEqual(Object expected, Object actual)': assertSame,
    'static void areEqual(Object expected, Object actual, String message)': assertSame,
    'static void areNotEqual(Object unexpected, Object actual)': assertDifferent,
    'static void areNotEqual(Object unexpected, Object actual, String message)': assertDifferent,
    'static void fail()': () => failAssertion('Assertion Failed'),
    'static void fail(String message)': (message: string | null) => failAssertion(`Assertion Failed${added(message)}`),
    'static void isFalse(Boolean condition)': assertFalse,
    'static void isFalse(Boolean condition, String message)': assertFalse,
    'static void isInstanceOfType(Object instance, System.Type expected)': assertInstance,
    'static void isInstanceOfType(Object instance, System.Type expected, String message)': assertInstance,
    'static void isNotInstanceOfType(Object instance, System.Type unexpected)': assertNoInstance,
    'static void isNotInstanceOfType(Object instance, System.Type unexpected, String message)': assertNoInstance,
    'static void isNotNull(Object value)': assertNotNull,
    'static void isNotNull(Object value, String message)': assertNotNull,
    'static void isNull(Object value)': assertNull,
    'static void isNull(Object value, String message)': assertNull,
    'static void isTrue(Boolean condition)': assertTrue,
    'static void isTrue(Boolean condition, String message)': assertTrue,
  },
};
