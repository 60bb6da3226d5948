import { QueryError } from '../errors.ts';

/** A piece of a query's text. */
export interface Token {
  readonly kind: 'name' | 'string' | 'number' | 'date' | 'datetime' | 'symbol' | 'end';
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

const DATETIME = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})/y;
const DATE = /\d{4}-\d{2}-\d{2}/y;
const NUMBER = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const SYMBOL = /<=|>=|!=|<>|[-+*/%()[\],.=<>:;?!&|^{}]/y;
const SPACE = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;

/**
 * Reads one token of a query at a time, so that the parser can leave the reading of a bind expression to Apex rules.
 * Throws `MALFORMED_QUERY` on a character that begins nothing.
 */
export class TokenReader {
  readonly text: string;
  #position: number;

  constructor(text: string) {
    this.text = text;
    this.#position = 0;
  }

  get position(): number {
    return this.#position;
  }

  /** Goes back, or on, to an offset. */
  moveTo(position: number): void {
    this.#position = position;
  }

  /** The next token, which is then behind the reader. */
  next(): Token {
    this.#match(SPACE);
    const at = this.#position;
    if (at >= this.text.length) return { kind: 'end', at, end: at, text: '' };
    if (this.text[at] === "'") return this.#string(at);
    return (
      this.#token('datetime', DATETIME) ??
      this.#token('date', DATE) ??
      this.#token('number', NUMBER) ??
      this.#token('name', NAME) ??
      this.#token('symbol', SYMBOL) ??
      this.#unknown(at)
    );
  }

  #token(kind: Token['kind'], pattern: RegExp): Token | undefined {
    const at = this.#position;
    const text = this.#match(pattern);
    return text === undefined ? undefined : { kind, at, end: this.#position, text };
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.text);
    if (match === null) return undefined;
    this.#position = pattern.lastIndex;
    return match[0];
  }

  #string(at: number): Token {
    let end = at + 1;
    while (end < this.text.length && this.text[end] !== "'") end += this.text[end] === '\\' ? 2 : 1;
    if (end >= this.text.length) throw malformed('A string is not closed', this.text, at);
    this.#position = end + 1;
    return { kind: 'string', at, end: end + 1, text: this.text.slice(at + 1, end) };
  }

  #unknown(at: number): never {
    throw malformed(`unexpected token: '${this.text[at]}'`, this.text, at);
  }
}

/** The platform's error for a text that is no query, with the place where it goes wrong. */
export function malformed(message: string, text: string, at: number): QueryError {
  return new QueryError('MALFORMED_QUERY', `${located(text, at)}\n${message}`, [], { at });
}

const EXCERPT_REACH = 30;

/** The lines that the platform puts before the message of a query error: an excerpt, a caret, row and column. */
export function located(text: string, at: number): string {
  const before = text.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  const lineEnd = text.indexOf('\n', at);
  const from = Math.max(lineStart, at - EXCERPT_REACH);
  const excerpt = text.slice(from, Math.min(lineEnd === -1 ? text.length : lineEnd, at + EXCERPT_REACH));
  const row = before.split('\n').length;
  return `\n${excerpt}\n${' '.repeat(at - from)}^\nERROR at Row:${row}:Column:${at - lineStart + 1}`;
}

/** Resolves the escapes of a string's inside; `\%` and `\_` stay, for LIKE. */
export function unescapeString(inside: string, text: string, at: number): string {
  return inside.replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (whole, escape: string) => {
    switch (escape[0]) {
      case 'n':
      case 'N':
        return '\n';
      case 'r':
      case 'R':
        return '\r';
      case 't':
      case 'T':
        return '\t';
      case 'b':
      case 'B':
        return '\b';
      case 'f':
      case 'F':
        return '\f';
      case '"':
      case "'":
      case '\\':
        return escape;
      case '%':
      case '_':
        return whole;
      case 'u':
        if (escape.length === 5) return String.fromCharCode(Number.parseInt(escape.slice(1), 16));
        break;
    }
    throw malformed(`Invalid string literal '${inside}'. Illegal character sequence '${whole}' in string literal`, text, at);
  });
}
