import type { ApexList } from '../../runtime/collections/list.ts';
import { raiseNull } from '../../runtime/exception.ts';
import { equals } from '../../runtime/equality.ts';
import { textHash } from '../../runtime/hash.ts';
import type { LibraryClass } from '../declaration.ts';

const blank = (text: string | null): boolean => text === null || text.trim() === '';

/** Members of `String` that compare, and the tests that allow null. */
export const stringComparison: LibraryClass['members'] = {
  'Integer compareTo(String other)': (self: string, other: string | null) => javaCompare(self, other ?? raiseNull()),
  'Boolean equals(Object other)': (self: string, other: unknown) =>
    typeof other === 'string' && (self === other || idsAreEqual(self, other)),
  'Boolean equalsIgnoreCase(String other)': (self: string, other: string | null) =>
    other !== null && self.toLowerCase() === other.toLowerCase(),
  'Integer hashCode()': textHash,
  'Integer getLevenshteinDistance(String other)': (self: string, other: string | null) => levenshtein(self, other ?? raiseNull()),
  'Integer getLevenshteinDistance(String other, Integer threshold)': (self: string, other: string | null, threshold: number) => {
    const distance = levenshtein(self, other ?? raiseNull());
    return distance <= threshold ? distance : -1;
  },
  'static String getCommonPrefix(List<String> texts)': (texts: ApexList | null) =>
    commonPrefix((texts ?? raiseNull()).elements as string[]),
  'static Boolean isBlank(String text)': blank,
  'static Boolean isNotBlank(String text)': (text: string | null) => !blank(text),
  'static Boolean isEmpty(String text)': (text: string | null) => text === null || text === '',
  'static Boolean isNotEmpty(String text)': (text: string | null) => text !== null && text !== '',
};

/** The difference of the first characters that differ, or of the lengths. */
function javaCompare(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const difference = left.charCodeAt(index) - right.charCodeAt(index);
    if (difference !== 0) {
      return difference;
    }
  }
  return left.length - right.length;
}

/** An id of 15 characters equals its form of 18. */
function idsAreEqual(left: string, right: string): boolean {
  return left.length !== right.length && equals(left, right);
}

function commonPrefix(texts: readonly string[]): string {
  let prefix = texts[0] ?? '';
  for (const text of texts) {
    while (!text.startsWith(prefix)) {
      prefix = prefix.slice(0, -1);
    }
  }
  return prefix;
}

function levenshtein(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const change = previous[column - 1] + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(change, previous[column] + 1, current[column - 1] + 1));
    }
    previous = current;
  }
  return previous[right.length];
}
