const suffixLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18 characters of a record's Id, when a text is one: 18 characters whose last three fit the others, or the 15 that
 * some reports give.
 *
 * @param keyPrefix the first three characters of the Ids of its object.
 */
export function recordIdIn(text: string, keyPrefix: string): string | undefined {
  if (!/^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/.test(text) || !text.startsWith(keyPrefix)) {
    return undefined;
  }
  const id = text.slice(0, 15) + suffixOf(text.slice(0, 15));
  return text.length === 15 || text === id ? id : undefined;
}

/** Each of the three says which of five characters are capitals. */
function suffixOf(id: string): string {
  return [0, 5, 10]
    .map((start) =>
      [...id.slice(start, start + 5)].reduce((bits, letter, position) => bits + (/[A-Z]/.test(letter) ? 2 ** position : 0), 0),
    )
    .map((bits) => suffixLetters[bits])
    .join('');
}
