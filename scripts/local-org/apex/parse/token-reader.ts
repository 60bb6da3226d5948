import { ParseError } from './parse-error.ts';
import type { Position } from './syntax.ts';
import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

/** Words that name nothing, unless behind a dot; other words of the language, such as `get` or `when`, do where nothing else is meant. */
const RESERVED: ReadonlySet<string> = new Set(
  [
    'abstract and as asc break bulk by catch class commit continue delete desc do else enum extends false final finally for from global',
    'having if implements in insert instanceof interface like limit list map merge new not null nulls on or override private protected',
    'public return select static super testmethod this throw trigger true try undelete update upsert using virtual void webservice where',
    'while',
  ].flatMap((words) => words.split(' ')),
);

/** Goes through the tokens of a source, from the first to the last. */
export class TokenReader {
  readonly source: string;
  readonly #tokens: readonly Token[];
  #index = 0;
  /** Whether what is read now belongs to inline SOQL, whose clauses may follow an expression. */
  insideQuery = false;

  /** Throws `ParseError` for what is no token. */
  constructor(source: string) {
    this.source = source;
    this.#tokens = tokensOf(source);
  }

  get current(): Token {
    return this.#tokens[this.#index];
  }

  /** The token before the current one. */
  get previous(): Token {
    return this.#tokens[this.#index - 1];
  }

  /** Where the current token begins. */
  get position(): Position {
    const { line, column } = this.current;
    return { line, column };
  }

  /** A token further on; the end for all that are behind it. */
  peek(offset: number): Token {
    return this.#tokens[this.#index + offset] ?? (this.#tokens.at(-1) as Token);
  }

  /** Takes the current token. */
  next(): Token {
    const token = this.current;
    if (token.kind !== 'end') this.#index += 1;
    return token;
  }

  /** Whether the current token is this word or sign. */
  at(key: string): boolean {
    return this.current.key === key;
  }

  /** Takes the current token when it is this word or sign. */
  accept(key: string): boolean {
    const found = this.at(key);
    if (found) this.next();
    return found;
  }

  /** Takes the current token, which must be this word or sign. */
  expect(key: string): Token {
    if (!this.at(key)) throw this.#problem(`Missing '${key}' at '${this.current.text}'`);
    return this.next();
  }

  /** Takes a name that somebody chose. */
  name(): string {
    if (!isName(this.current)) throw this.unexpected();
    return this.next().text;
  }

  /** Takes any word: beside a dot, reserved ones are names too. */
  word(): string {
    if (this.current.kind !== 'word') throw this.unexpected();
    return this.next().text;
  }

  /** What to throw when nothing begins with the current token. */
  unexpected(): ParseError {
    return this.#problem(`Unexpected token '${this.current.text}'.`);
  }

  #problem(message: string): ParseError {
    return new ParseError(this.current.line, this.current.column, message);
  }
}

/** Whether a token can be the name of something. */
export function isName({ kind, key }: Token): boolean {
  return kind === 'word' && !RESERVED.has(key);
}

/** Reads what stands between commas, at least one. */
export function readList<T>(reader: TokenReader, read: (reader: TokenReader) => T): T[] {
  const items = [read(reader)];
  while (reader.accept(',')) items.push(read(reader));
  return items;
}
