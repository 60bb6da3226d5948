import { ParseError } from './parse-error.ts';
import type { Position } from './syntax.ts';

/** A word, number, text or sign of Apex source. */
export interface Token extends Position {
  readonly kind: 'word' | 'number' | 'date' | 'text' | 'sign' | 'end';
  /** As written; a text with its quotes. */
  readonly text: string;
  /** What to compare with: `text`, in lower case for a word. */
  readonly key: string;
  /** Where it begins and ends in the source, from 0; the end is excluded. */
  readonly start: number;
  readonly end: number;
}

const BLANKS = /(?:[ \t\r\n\f]+|\/\/[^\r\n]*|\/\*[^]*?\*\/)*/y;
const WORD = /[A-Za-z_$][\w$]*/y;
const NUMBER = /\d*\.\d+[dD]?|\d+[lL]?/y;
/** Dates, times and both together, as SOQL writes them. */
const DATE = /\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d+(?::\d+)?))?|\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d+(?::\d+)?)/iy;
const TEXT = /'''[\r\n](?:\\[^]|[^\\])*?'''|'(?:\\.|[^'\\\r\n])*'/y;
/** `>` stands alone, as it may end a type: `Map<Id, List<String>>`; and `<=` and `>=` may have a space in them. */
const SIGN = />>>=|>>=|<<=|===|!==|[=!]=|<>|<<|=>|&&|\|\||\?\?|\?\.|\+\+|--|[-+*/&|^]=|\/(?!\*)|[-+*&|^(){}[\];,.=<>!~?:@]/y;

/** Cuts source into tokens, white space and comments left out; the last one is the end. Throws `ParseError`. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  let lineStart = 0;
  const end = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    return pattern.test(source) ? pattern.lastIndex : -1;
  };
  const countLines = (until: number): void => {
    for (let next = source.indexOf('\n', at); next !== -1 && next < until; next = source.indexOf('\n', next + 1)) {
      line += 1;
      lineStart = next + 1;
    }
  };
  for (;;) {
    const begin = end(BLANKS);
    if (begin > at) countLines(begin);
    at = begin;
    const column = at - lineStart + 1;
    if (at === source.length) {
      tokens.push({ kind: 'end', text: '<EOF>', key: '<EOF>', start: at, end: at, line, column });
      return tokens;
    }
    const kind = kindAt(source, at);
    const dated = kind === 'number' ? end(DATE) : -1;
    const stop = dated === -1 ? end(PATTERNS[kind]) : dated;
    if (stop === -1) throw new ParseError(line, column, problemAt(source, at));
    const text = source.slice(at, stop);
    tokens.push({
      kind: dated === -1 ? kind : 'date',
      text,
      key: kind === 'word' ? text.toLowerCase() : text,
      start: at,
      end: stop,
      line,
      column,
    });
    if (kind === 'text') countLines(stop);
    at = stop;
  }
}

type ReadKind = 'word' | 'number' | 'text' | 'sign';

const PATTERNS: Readonly<Record<ReadKind, RegExp>> = { word: WORD, number: NUMBER, text: TEXT, sign: SIGN };

function kindAt(source: string, at: number): ReadKind {
  const character = source[at];
  if (isLetter(character)) return 'word';
  if (isDigit(character) || (character === '.' && isDigit(source[at + 1] ?? ''))) return 'number';
  return character === "'" ? 'text' : 'sign';
}

function isLetter(character: string): boolean {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character === '_' || character === '$';
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

function problemAt(source: string, at: number): string {
  if (source.startsWith('/*', at)) return 'This comment has no end: close it with */.';
  const character = String.fromCodePoint(source.codePointAt(at) as number);
  if (character === "'") return 'This text has no closing quote: end it on the same line.';
  return `The character ${character} has no meaning here: remove it.`;
}
