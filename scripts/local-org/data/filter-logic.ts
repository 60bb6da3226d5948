import { SetUpError } from './errors.ts';

/** A piece of a filter's logic: the number of a condition, or what joins them. */
export type LogicPart = number | 'AND' | 'OR' | 'NOT' | '(' | ')';

/**
 * The pieces of a filter's logic, `1 AND (2 OR NOT 3)`.
 * @param count How many conditions there are.
 * @throws SetUpError when it names a condition that is not there, or says something else.
 */
export function logicParts(logic: string, count: number): LogicPart[] {
  const pieces = logic.toUpperCase().match(/[()]|\w+|[^\s()]+/g) ?? [];
  return pieces.map((piece) => {
    const number = Number(piece);
    if (Number.isInteger(number) && number >= 1 && number <= count) return number;
    if (/^(?:AND|OR|NOT|[()])$/.test(piece)) return piece as LogicPart;
    throw new SetUpError(`The filter logic "${logic}" says ${piece}; it joins the conditions 1 to ${count} by AND, OR and NOT.`);
  });
}

/**
 * Whether conditions hold together as a filter's logic says: `1 AND (2 OR NOT 3)` by their numbers; all of them without logic.
 * @param met Whether each condition is met, the first one being number 1.
 */
export function meetsLogic(logic: string | undefined, met: readonly boolean[]): boolean {
  if (logic === undefined) {
    return met.every(Boolean);
  }
  const parts = logicParts(logic, met.length);
  let place = 0;
  const either = (): boolean => {
    let result = both();
    while (parts[place] === 'OR') {
      place++;
      result = both() || result;
    }
    return result;
  };
  const both = (): boolean => {
    let result = single();
    while (parts[place] === 'AND') {
      place++;
      result = single() && result;
    }
    return result;
  };
  const single = (): boolean => {
    const part = parts[place++];
    if (part === 'NOT') {
      return !single();
    }
    if (part !== '(') {
      return met[Number(part) - 1] ?? false;
    }
    const result = either();
    place++;
    return result;
  };
  return either();
}
