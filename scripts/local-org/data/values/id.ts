/**
 * Record ids: 15 significant characters (object prefix, instance, sequence number in base 62) and 3 that make them safe to
 * compare without regard to case. The org always keeps 18.
 */

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SUFFIX_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const SHORT_ID = /^[0-9A-Za-z]{15}$/;
const LONG_ID = /^[0-9A-Za-z]{18}$/;

/** The 3 characters that make a 15-character id one of 18. */
function suffixOf(id15: string): string {
  let suffix = '';
  for (let block = 0; block < 3; block++) {
    let bits = 0;
    for (let position = 0; position < 5; position++) {
      const character = id15.charCodeAt(block * 5 + position);
      if (character >= 65 && character <= 90) {
        bits |= 1 << position;
      }
    }
    suffix += SUFFIX_ALPHABET[bits];
  }
  return suffix;
}

/** Restores the case of an 18-character id that was folded: its suffix says which letters are capitals. */
function restoreCase(id18: string): string | undefined {
  const suffix = id18.slice(15).toUpperCase();
  let restored = '';
  for (let block = 0; block < 3; block++) {
    const bits = SUFFIX_ALPHABET.indexOf(suffix[block]);
    if (bits < 0) {
      return undefined;
    }
    for (let position = 0; position < 5; position++) {
      const character = id18[block * 5 + position];
      restored += bits & (1 << position) ? character.toUpperCase() : character.toLowerCase();
    }
  }
  return restored;
}

/** Whether the text has the form of an id: 15 characters, or 18 with a suffix that fits. */
export function isId(text: string): boolean {
  return toId18(text) !== undefined;
}

/**
 * The 18-character form of an id of 15 or 18 characters, or `undefined` when the text is no id. The case of an 18-character id is
 * mended from its suffix, as the platform does; one whose suffix says nothing about its case (tests make such ids up) stays as it is.
 */
export function toId18(text: string): string | undefined {
  if (SHORT_ID.test(text)) {
    return text + suffixOf(text);
  }
  if (!LONG_ID.test(text)) {
    return undefined;
  }
  const id15 = text.slice(0, 15);
  if (suffixOf(id15) === text.slice(15)) {
    return text;
  }
  const restored = restoreCase(text);
  const suffix = text.slice(15).toUpperCase();
  return restored !== undefined && suffixOf(restored) === suffix ? restored + suffix : text;
}

/** The first 15 characters of an id. */
export function toId15(id: string): string {
  return id.slice(0, 15);
}

/** The three characters that say which object a record is of. */
export function prefixOf(id: string): string {
  return id.slice(0, 3);
}

/** The id of the n-th record of an object: `makeId('001', 1)`. Ids of one object sort in the order of their numbers. */
export function makeId(prefix: string, sequence: number): string {
  let rest = sequence;
  let digits = '';
  while (digits.length < 9) {
    digits = DIGITS[rest % 62] + digits;
    rest = Math.floor(rest / 62);
  }
  const id15 = `${prefix}Lo0${digits}`;
  return id15 + suffixOf(id15);
}

/** The number that `makeId` was given. */
export function sequenceOf(id: string): number {
  let sequence = 0;
  for (const digit of id.slice(6, 15)) {
    sequence = sequence * 62 + DIGITS.indexOf(digit);
  }
  return sequence;
}
