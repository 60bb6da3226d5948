import { ApexList } from '../../runtime/collections/list.ts';
import { refusingNull } from '../null-arguments.ts';

const letters = (text: string): string[] => Array.from(text);

/** Members of `String` that look for text or characters in it. */
export const stringSearch = refusingNull({
  'Integer charAt(Integer index)': (self: string, index: number) => self.codePointAt(index) ?? 0,
  'Integer codePointAt(Integer index)': (self: string, index: number) => self.codePointAt(index) ?? 0,
  'Integer codePointBefore(Integer index)': (self: string, index: number) => letters(self.slice(0, index)).at(-1)?.codePointAt(0) ?? 0,
  'Integer codePointCount(Integer start, Integer end)': (self: string, start: number, end: number) =>
    letters(self.slice(start, end)).length,
  'Integer offsetByCodePoints(Integer index, Integer offset)': (self: string, index: number, offset: number) =>
    index + letters(self.slice(index)).slice(0, offset).join('').length,
  'Boolean contains(String substring)': (self: string, part: string) => self.includes(part),
  'Boolean containsAny(String characters)': (self: string, characters: string) =>
    letters(characters).some((letter) => self.includes(letter)),
  'Boolean containsIgnoreCase(String substring)': (self: string, part: string) => self.toLowerCase().includes(part.toLowerCase()),
  'Boolean containsNone(String characters)': (self: string, characters: string) =>
    !letters(characters).some((letter) => self.includes(letter)),
  'Boolean containsOnly(String characters)': (self: string, characters: string) =>
    letters(self).every((letter) => characters.includes(letter)),
  'Boolean containsWhitespace()': (self: string) => /\s/.test(self),
  'Integer countMatches(String substring)': (self: string, part: string) => (part === '' ? 0 : self.split(part).length - 1),
  'Boolean endsWith(String suffix)': (self: string, suffix: string) => self.endsWith(suffix),
  'Boolean endsWithIgnoreCase(String suffix)': (self: string, suffix: string) => self.toLowerCase().endsWith(suffix.toLowerCase()),
  'Boolean startsWith(String prefix)': (self: string, prefix: string) => self.startsWith(prefix),
  'Boolean startsWithIgnoreCase(String prefix)': (self: string, prefix: string) => self.toLowerCase().startsWith(prefix.toLowerCase()),
  'List<Integer> getChars()': (self: string) =>
    new ApexList(
      'Integer',
      Array.from({ length: self.length }, (_, index) => self.charCodeAt(index)),
    ),
  'Integer indexOf(String substring)': (self: string, part: string) => self.indexOf(part),
  'Integer indexOf(String substring, Integer start)': (self: string, part: string, start: number) => self.indexOf(part, start),
  'Integer indexOfAny(String characters)': (self: string, characters: string) => firstIndex(self, (letter) => characters.includes(letter)),
  'Integer indexOfAnyBut(String characters)': (self: string, characters: string) =>
    firstIndex(self, (letter) => !characters.includes(letter)),
  'Integer indexOfChar(Integer character)': (self: string, character: number) => self.indexOf(String.fromCodePoint(character)),
  'Integer indexOfChar(Integer character, Integer start)': (self: string, character: number, start: number) =>
    self.indexOf(String.fromCodePoint(character), start),
  'Integer indexOfDifference(String other)': indexOfDifference,
  'String difference(String other)': (self: string, other: string) => {
    const at = indexOfDifference(self, other);
    return at < 0 ? '' : other.slice(at);
  },
  'Integer indexOfIgnoreCase(String substring)': (self: string, part: string) => self.toLowerCase().indexOf(part.toLowerCase()),
  'Integer indexOfIgnoreCase(String substring, Integer start)': (self: string, part: string, start: number) =>
    self.toLowerCase().indexOf(part.toLowerCase(), start),
  'Integer lastIndexOf(String substring)': (self: string, part: string) => self.lastIndexOf(part),
  'Integer lastIndexOf(String substring, Integer end)': (self: string, part: string, end: number) =>
    end < 0 ? -1 : self.lastIndexOf(part, end),
  'Integer lastIndexOfChar(Integer character)': (self: string, character: number) => self.lastIndexOf(String.fromCodePoint(character)),
  'Integer lastIndexOfChar(Integer character, Integer end)': (self: string, character: number, end: number) =>
    end < 0 ? -1 : self.lastIndexOf(String.fromCodePoint(character), end),
  'Integer lastIndexOfIgnoreCase(String substring)': (self: string, part: string) => self.toLowerCase().lastIndexOf(part.toLowerCase()),
  'Integer lastIndexOfIgnoreCase(String substring, Integer end)': (self: string, part: string, end: number) =>
    end < 0 ? -1 : self.toLowerCase().lastIndexOf(part.toLowerCase(), end),
  'Boolean isAllLowerCase()': (self: string) => /^\p{Ll}+$/u.test(self),
  'Boolean isAllUpperCase()': (self: string) => /^\p{Lu}+$/u.test(self),
  'Boolean isAlpha()': (self: string) => /^\p{L}+$/u.test(self),
  'Boolean isAlphaSpace()': (self: string) => /^[\p{L} ]*$/u.test(self),
  'Boolean isAlphanumeric()': (self: string) => /^[\p{L}\p{Nd}]+$/u.test(self),
  'Boolean isAlphanumericSpace()': (self: string) => /^[\p{L}\p{Nd} ]*$/u.test(self),
  'Boolean isAsciiPrintable()': (self: string) => /^[ -~]*$/.test(self),
  'Boolean isNumeric()': (self: string) => /^\p{Nd}+$/u.test(self),
  'Boolean isNumericSpace()': (self: string) => /^[\p{Nd} ]*$/u.test(self),
  'Boolean isWhitespace()': (self: string) => /^\s*$/.test(self),
});

function firstIndex(text: string, matches: (letter: string) => boolean): number {
  for (let index = 0; index < text.length; index++) {
    if (matches(text[index])) {
      return index;
    }
  }
  return -1;
}

function indexOfDifference(self: string, other: string): number {
  if (self === other) {
    return -1;
  }
  let index = 0;
  while (index < self.length && self[index] === other[index]) {
    index += 1;
  }
  return index;
}
