import { areEqual, compare } from '../formula/arithmetic.ts';
import type { Value } from '../record.ts';

/** Whether a value compares with one of several others as metadata words it: `equals`, `startsWith`, `greaterThan`, `includes`, ... */
export function comparesAs(operation: string, left: Value, rights: readonly Value[]): boolean {
  const text = String(left ?? '').toLowerCase();
  const texts = rights.map((right) => String(right ?? '').toLowerCase());
  switch (operation) {
    case 'equals':
      return rights.some((right) => areEqual(left, right));
    case 'notEqual':
      return !rights.some((right) => areEqual(left, right));
    case 'contains':
      return texts.some((part) => text.includes(part));
    case 'notContain':
      return !texts.some((part) => text.includes(part));
    case 'startsWith':
      return texts.some((part) => text.startsWith(part));
    case 'includes':
      return texts.some((part) => text.split(';').includes(part));
    case 'excludes':
      return !texts.some((part) => text.split(';').includes(part));
    default:
      return left !== null && rights.some((right) => right !== null && isOrdered(operation, compare(left, right)));
  }
}

function isOrdered(operation: string, order: number): boolean {
  switch (operation) {
    case 'lessThan':
      return order < 0;
    case 'lessOrEqual':
      return order <= 0;
    case 'greaterThan':
      return order > 0;
    default:
      return order >= 0;
  }
}
