import { wholeNumber } from '../values/coerce.ts';
import { plain } from '../values/object.ts';
import { coerce } from '../values/coerce.ts';
import type { RegexValue } from '../values/special.ts';
import type { FunctionValue } from '../values/special.ts';
import { holds } from './core-arrays.ts';
import type { FunctionModule } from './declaration.ts';
import { pluralize, singularize } from './inflection.ts';
import { passingNull } from './null-overloads.ts';

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A name in words: `customerFirst_name` is `customer`, `first`, `name`. */
function nameWords(text: string): string[] {
  return text
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[\s_-]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

function camelize(text: string): string {
  const [first = '', ...rest] = text.split('_').filter((word) => word !== '');
  return first + rest.map(upperFirst).join('');
}

function ordinalize(number: unknown): string {
  const whole = wholeNumber(number);
  const ending = whole % 100 >= 11 && whole % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][whole % 10] ?? 'th');
  return `${whole}${ending}`;
}

function padded(text: string, size: unknown, pad: string, atStart: boolean): string {
  const missing = Math.max(0, wholeNumber(size) - text.length);
  const filling = pad.repeat(missing).slice(0, missing * pad.length);
  return atStart ? filling + text : text + filling;
}

/** An empty separator counts as the first or last character, as documented. */
function before(text: string, index: number): string {
  return index < 0 ? '' : text.slice(0, index);
}

function after(text: string, separator: string, index: number): string {
  return index < 0 ? '' : text.slice(index + separator.length);
}

function collapse(text: string): string[] {
  return [...text].reduce<string[]>((parts, character) => {
    const last = parts.at(-1);
    if (last?.startsWith(character)) {
      parts[parts.length - 1] = last + character;
    } else {
      parts.push(character);
    }
    return parts;
  }, []);
}

function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      current.push(Math.min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost));
    }
    previous = current;
  }
  return previous[b.length];
}

function hamming(a: string, b: string): number | null {
  return a.length === b.length ? [...a].filter((character, index) => character !== b[index]).length : null;
}

/** The text cut wherever the predicate holds for a character, which is left out. */
function cutWhere(text: string, predicate: FunctionValue): string[] {
  const parts = [''];
  for (const [index, character] of [...text].entries()) {
    if (holds(predicate, character, index)) {
      parts.push('');
    } else {
      parts[parts.length - 1] += character;
    }
  }
  return parts;
}

function every(text: string, amount: unknown): string[] {
  const size = wholeNumber(amount);
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) => text.slice(index * size, (index + 1) * size));
}

function wrapIfMissing(text: string, wrapper: string): string {
  const started = text.startsWith(wrapper) ? text : wrapper + text;
  return started.endsWith(wrapper) ? started : started + wrapper;
}

/** A wrapper at one end only goes to the other one, as documented. */
function unwrap(text: string, wrapper: string): string {
  const inner = text.startsWith(wrapper) ? text.slice(wrapper.length) : wrapper + text;
  return inner.endsWith(wrapper) ? inner.slice(0, inner.length - wrapper.length) : inner + wrapper;
}

const plainText = (value: unknown): string => String(coerce(plain(value), 'String'));
const matching = (pattern: RegExp) => (text: string) => pattern.test(text);

/** The module `dw::core::Strings`. */
export const strings: FunctionModule = {
  name: 'dw::core::Strings',
  functions: {
    ...passingNull({
      'appendIfMissing(text: String, suffix: String)': (text: string, suffix: string) => (text.endsWith(suffix) ? text : text + suffix),
      'prependIfMissing(text: String, prefix: String)': (text: string, prefix: string) => (text.startsWith(prefix) ? text : prefix + text),
      'camelize(text: String)': camelize,
      'capitalize(text: String)': (text: string) => nameWords(text).map(upperFirst).join(' '),
      'dasherize(text: String)': (text: string) => nameWords(text).join('-'),
      'underscore(text: String)': (text: string) => nameWords(text).join('_'),
      'charCode(text: String)': (text: string) => text.charCodeAt(0),
      'charCodeAt(text: String, position: Number)': (text: string, position: unknown) => text.charCodeAt(wholeNumber(position)),
      'fromCharCode(code: Number)': (code: unknown) => String.fromCharCode(wholeNumber(code)),
      'collapse(text: String)': collapse,
      'countCharactersBy(text: String, predicate: Function)': (text: string, predicate: FunctionValue) =>
        [...text].filter((character) => holds(predicate, character)).length,
      'countMatches(text: String, pattern: Regex)': (text: string, pattern: RegexValue) => [...text.matchAll(pattern.all)].length,
      'countMatches(text: String, pattern: String)': (text: string, pattern: string) =>
        pattern === '' ? 0 : text.split(pattern).length - 1,
      'first(text: String, amount: Number)': (text: string, amount: unknown) => text.slice(0, Math.max(0, wholeNumber(amount))),
      'last(text: String, amount: Number)': (text: string, amount: unknown) =>
        wholeNumber(amount) <= 0 ? '' : text.slice(-wholeNumber(amount)),
      'leftPad(text: String, size: Number, pad?: String)': (text: string, size: unknown, pad: string = ' ') =>
        padded(text, size, pad, true),
      'rightPad(text: String, size: Number, pad?: String)': (text: string, size: unknown, pad: string = ' ') =>
        padded(text, size, pad, false),
      'lines(text: String)': (text: string) => text.split(/\r?\n/),
      'words(text: String)': (text: string) => text.split(/\s+/).filter((word) => word !== ''),
      'mapString(text: String, mapper: Function)': (text: string, mapper: FunctionValue) =>
        [...text].map((character, index) => plainText(mapper.call(character, index))).join(''),
      'ordinalize(number: Number)': ordinalize,
      'pluralize(text: String)': pluralize,
      'singularize(text: String)': singularize,
      'remove(text: String, part: String)': (text: string, part: string) => text.replaceAll(part, ''),
      'repeat(text: String, times: Number)': (text: string, times: unknown) => text.repeat(Math.max(0, wholeNumber(times))),
      'replaceAll(text: String, target: String, replacement: String)': (text: string, target: string, replacement: string) =>
        text.replaceAll(target, () => replacement),
      'reverse(text: String)': (text: string) => [...text].reverse().join(''),
      'substring(text: String, from: Number, until: Number)': (text: string, from: unknown, until: unknown) =>
        text.slice(Math.max(0, wholeNumber(from)), Math.max(0, wholeNumber(until))),
      'substringAfter(text: String, separator: String)': (text: string, separator: string) =>
        separator === '' ? text.slice(1) : after(text, separator, text.indexOf(separator)),
      'substringAfterLast(text: String, separator: String)': (text: string, separator: string) =>
        separator === '' ? null : after(text, separator, text.lastIndexOf(separator)),
      'substringBefore(text: String, separator: String)': (text: string, separator: string) => before(text, text.indexOf(separator)),
      'substringBeforeLast(text: String, separator: String)': (text: string, separator: string) =>
        separator === '' ? text.slice(0, -1) : before(text, text.lastIndexOf(separator)),
      'substringBy(text: String, predicate: Function)': cutWhere,
      'substringEvery(text: String, amount: Number)': every,
      'unwrap(text: String, wrapper: String)': unwrap,
      'wrapIfMissing(text: String, wrapper: String)': wrapIfMissing,
      'wrapWith(text: String, wrapper: String)': (text: string, wrapper: string) => wrapper + text + wrapper,
      'withMaxSize(text: String, size: Number)': (text: string, size: unknown) =>
        wholeNumber(size) === 0 ? text : text.slice(0, wholeNumber(size)),
    }),
    ...passingNull(
      {
        'isAlpha(text: String)': matching(/^\p{L}+$/u),
        'isAlphanumeric(text: String)': matching(/^[\p{L}\p{Nd}]+$/u),
        'isLowerCase(text: String)': matching(/^\p{Ll}+$/u),
        'isNumeric(text: String)': matching(/^\p{Nd}+$/u),
        'isUpperCase(text: String)': matching(/^\p{Lu}+$/u),
        'isWhitespace(text: String)': matching(/^\s*$/),
        'someCharacter(text: String, condition: Function)': (text: string, condition: FunctionValue) =>
          [...text].some((character) => holds(condition, character)),
      },
      false,
    ),
    ...passingNull(
      {
        'everyCharacter(text: String, condition: Function)': (text: string, condition: FunctionValue) =>
          [...text].every((character) => holds(condition, character)),
      },
      true,
    ),
    'levenshteinDistance(a: String, b: String)': distance,
    'hammingDistance(a: String, b: String)': hamming,
  },
};
