import { ApexList } from '../../runtime/collections/list.ts';
import { raise } from '../../runtime/exception.ts';
import { checkTextLength } from '../../runtime/heap.ts';
import { refusingNull } from '../null-arguments.ts';
import { compilePattern, javaReplace, javaSplit } from './regular-expression.ts';

const listOf = (texts: string[]): ApexList => new ApexList('String', texts);
const startsWithFolded = (self: string, start: string): boolean => self.toLowerCase().startsWith(start.toLowerCase());
const endsWithFolded = (self: string, end: string): boolean => self.toLowerCase().endsWith(end.toLowerCase());

function repeated(text: string, separator: string, times: number): string {
  if (times <= 0) return '';
  checkTextLength((text.length + separator.length) * times - separator.length);
  return (text + separator).repeat(times - 1) + text;
}

/** Members of `String` that cut, pad, join and replace. */
export const stringParts = refusingNull({
  'String abbreviate(Integer maxWidth)': (self: string, width: number) => abbreviate(self, width, 0),
  'String abbreviate(Integer maxWidth, Integer offset)': (self: string, width: number, offset: number) => abbreviate(self, width, offset),
  'String capitalize()': (self: string) => self.charAt(0).toUpperCase() + self.slice(1),
  'String uncapitalize()': (self: string) => self.charAt(0).toLowerCase() + self.slice(1),
  'String center(Integer size)': (self: string, size: number) => center(self, size, ' '),
  'String center(Integer size, String padding)': (self: string, size: number, padding: string) => center(self, size, padding),
  'String deleteWhitespace()': (self: string) => self.replace(/\s/g, ''),
  'String left(Integer length)': (self: string, length: number) => self.slice(0, Math.max(0, length)),
  'String right(Integer length)': (self: string, length: number) => (length <= 0 ? '' : self.slice(-length)),
  'String mid(Integer start, Integer length)': (self: string, start: number, length: number) =>
    length < 0 || start > self.length ? '' : self.slice(Math.max(0, start), Math.max(0, start) + length),
  'String leftPad(Integer length)': (self: string, length: number) => self.padStart(length),
  'String leftPad(Integer length, String padding)': (self: string, length: number, padding: string) =>
    self.padStart(length, padding || ' '),
  'String rightPad(Integer length)': (self: string, length: number) => self.padEnd(length),
  'String rightPad(Integer length, String padding)': (self: string, length: number, padding: string) => self.padEnd(length, padding || ' '),
  'Integer length()': (self: string) => self.length,
  'String normalizeSpace()': (self: string) => self.trim().replace(/\s+/g, ' '),
  'String overlay(String overlay, Integer start, Integer end)': (self: string, overlay: string, start: number, end: number) => {
    const [from, to] = [start, end].map((at) => Math.min(Math.max(at, 0), self.length)).sort((a, b) => a - b) as [number, number];
    return self.slice(0, from) + overlay + self.slice(to);
  },
  'String remove(String substring)': (self: string, part: string) => (part === '' ? self : self.replaceAll(part, '')),
  'String removeEnd(String substring)': (self: string, end: string) =>
    end !== '' && self.endsWith(end) ? self.slice(0, -end.length) : self,
  'String removeEndIgnoreCase(String substring)': (self: string, end: string) =>
    end !== '' && endsWithFolded(self, end) ? self.slice(0, -end.length) : self,
  'String removeStart(String substring)': (self: string, start: string) => (self.startsWith(start) ? self.slice(start.length) : self),
  'String removeStartIgnoreCase(String substring)': (self: string, start: string) =>
    startsWithFolded(self, start) ? self.slice(start.length) : self,
  'String repeat(Integer times)': (self: string, times: number) => repeated(self, '', times),
  'String repeat(String separator, Integer times)': (self: string, separator: string, times: number) => repeated(self, separator, times),
  'String replace(String target, String replacement)': (self: string, target: string, replacement: string) =>
    self.replaceAll(target, () => replacement),
  'String replaceAll(String expression, String replacement)': (self: string, expression: string, replacement: string) =>
    javaReplace(compilePattern(expression), self, replacement, true),
  'String replaceFirst(String expression, String replacement)': (self: string, expression: string, replacement: string) =>
    javaReplace(compilePattern(expression), self, replacement, false),
  'String reverse()': (self: string) => Array.from(self).reverse().join(''),
  'List<String> split(String expression)': (self: string, expression: string) => listOf(javaSplit(compilePattern(expression), self, 0)),
  'List<String> split(String expression, Integer limit)': (self: string, expression: string, limit: number) =>
    listOf(javaSplit(compilePattern(expression), self, limit)),
  'List<String> splitByCharacterType()': (self: string) =>
    listOf(self.match(/\p{Lu}+|\p{Ll}+|\p{Nd}+|\s+|[^\p{Lu}\p{Ll}\p{Nd}\s]+/gu) ?? []),
  'List<String> splitByCharacterTypeCamelCase()': (self: string) =>
    listOf(self.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Nd}+|\s+|[^\p{Lu}\p{Ll}\p{Nd}\s]+/gu) ?? []),
  'String stripHtmlTags()': (self: string) => self.replace(/<[^>]*>/g, ''),
  'String substring(Integer start)': (self: string, start: number) => substring(self, start, self.length),
  'String substring(Integer start, Integer end)': substring,
  'String substringAfter(String separator)': (self: string, separator: string) => {
    const at = self.indexOf(separator);
    return at < 0 ? '' : self.slice(at + separator.length);
  },
  'String substringAfterLast(String separator)': (self: string, separator: string) => {
    const at = self.lastIndexOf(separator);
    return at < 0 || separator === '' ? '' : self.slice(at + separator.length);
  },
  'String substringBefore(String separator)': (self: string, separator: string) => {
    const at = self.indexOf(separator);
    return at < 0 ? self : self.slice(0, at);
  },
  'String substringBeforeLast(String separator)': (self: string, separator: string) => {
    const at = self.lastIndexOf(separator);
    return at < 0 || separator === '' ? self : self.slice(0, at);
  },
  'String substringBetween(String tag)': (self: string, tag: string) => between(self, tag, tag),
  'String substringBetween(String open, String close)': between,
  'String swapCase()': (self: string) =>
    Array.from(self, (letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase())).join(''),
  'String toLowerCase()': (self: string) => self.toLowerCase(),
  'String toLowerCase(String locale)': (self: string, locale: string) => self.toLocaleLowerCase(locale.replace('_', '-')),
  'String toUpperCase()': (self: string) => self.toUpperCase(),
  'String toUpperCase(String locale)': (self: string, locale: string) => self.toLocaleUpperCase(locale.replace('_', '-')),
  'String trim()': (self: string) => self.trim(),
});

function substring(self: string, start: number, end: number): string {
  if (start < 0 || start > self.length) {
    raise('System.StringException', `Starting position out of bounds: ${start}`);
  }
  if (end < start || end > self.length) {
    raise('System.StringException', `Ending position out of bounds: ${end}`);
  }
  return self.slice(start, end);
}

function between(self: string, open: string, close: string): string | null {
  const start = self.indexOf(open);
  const end = start < 0 ? -1 : self.indexOf(close, start + open.length);
  return end < 0 ? null : self.slice(start + open.length, end);
}

function center(self: string, size: number, padding: string): string {
  const missing = size - self.length;
  if (missing <= 0) {
    return self;
  }
  return self.padStart(self.length + Math.floor(missing / 2), padding || ' ').padEnd(size, padding || ' ');
}

function abbreviate(self: string, width: number, offset: number): string {
  if (width < 4) {
    raise('System.StringException', 'Minimum abbreviation width is 4');
  }
  if (self.length <= width) {
    return self;
  }
  const start = Math.min(offset, self.length, Math.max(0, self.length - (width - 3)));
  if (start <= 4) {
    return `${self.slice(0, width - 3)}...`;
  }
  if (width < 7) {
    raise('System.StringException', 'Minimum abbreviation width with offset is 7');
  }
  return start + width - 3 < self.length ? `...${abbreviate(self.slice(start), width - 3, 0)}` : `...${self.slice(-(width - 3))}`;
}
