/**
 * Whether conditions hold together as a filter's logic says: `1 AND (2 OR NOT 3)` by their numbers; all of them without logic.
 * @param met Whether each condition is met, the first one being number 1.
 */
export function meetsLogic(logic: string | undefined, met: readonly boolean[]): boolean {
  if (logic === undefined) {
    return met.every(Boolean);
  }
  const tokens = logic.toUpperCase().match(/\(|\)|AND|OR|NOT|\d+/g) ?? [];
  let place = 0;
  const either = (): boolean => {
    let result = both();
    while (tokens[place] === 'OR') {
      place++;
      result = both() || result;
    }
    return result;
  };
  const both = (): boolean => {
    let result = single();
    while (tokens[place] === 'AND') {
      place++;
      result = single() && result;
    }
    return result;
  };
  const single = (): boolean => {
    const token = tokens[place++];
    if (token === 'NOT') {
      return !single();
    }
    if (token !== '(') {
      return met[Number(token) - 1] ?? false;
    }
    const result = either();
    place++;
    return result;
  };
  return either();
}
