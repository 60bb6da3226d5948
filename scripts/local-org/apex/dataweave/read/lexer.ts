import { ScriptError } from './script-error.ts';

const IDENTIFIER = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const TRIVIA = /(?:\s+|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)*/y;
const NUMBER = /(?:0|[1-9]\d*|0\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const REGEX = /\/((?:[^\\/\r\n]|\\[^\r\n])+)\//y;
const DATE = /\|([^|\s]+)\|/y;
const MIME_TYPE = /(?:text|audio|video|application|multipart|image|\*)\/[a-zA-Z\-_.+0-9*]+/y;
const DOLLARS = /\$+/y;

/** Words that are no names of values. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  'and as at case default do else false fun if import input is match not ns null or output true type unless update using var'.split(' '),
);

/**
 * Reads pieces of a script's text on demand: what `/` or `|` begins depends on whether the reader expects a value there, so there is
 * no list of tokens made beforehand.
 */
export class Lexer {
  readonly text: string;
  position = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Passes over space and comments. */
  skip(): void {
    TRIVIA.lastIndex = this.position;
    TRIVIA.exec(this.text);
    this.position = TRIVIA.lastIndex;
  }

  get atEnd(): boolean {
    this.skip();
    return this.position >= this.text.length;
  }

  /** Whether a sign comes next. Words are asked for with `nextWord`. */
  sees(sign: string): boolean {
    this.skip();
    return this.text.startsWith(sign, this.position);
  }

  /** Passes over a sign when it comes next. */
  accepts(sign: string): boolean {
    const seen = this.sees(sign);
    if (seen) {
      this.position += sign.length;
    }
    return seen;
  }

  expect(sign: string): void {
    if (!this.accepts(sign)) {
      this.fail(`Expected "${sign}" but found ${this.found()}`);
    }
  }

  /** The word that comes next, without passing over it. */
  nextWord(): string | undefined {
    this.skip();
    return this.matchAt(IDENTIFIER);
  }

  acceptsWord(word: string): boolean {
    const seen = this.nextWord() === word;
    if (seen) {
      this.position += word.length;
    }
    return seen;
  }

  expectWord(word: string): void {
    if (!this.acceptsWord(word)) {
      this.fail(`Expected "${word}" but found ${this.found()}`);
    }
  }

  /** A name; keywords are names too where nothing else can stand, such as behind a point. */
  name(): string {
    const word = this.nextWord();
    if (word === undefined) {
      return this.fail(`Expected a name but found ${this.found()}`);
    }
    this.position += word.length;
    return word;
  }

  number(): string | undefined {
    return this.take(NUMBER);
  }

  /** The source of a regular expression. */
  regex(): string | undefined {
    this.skip();
    REGEX.lastIndex = this.position;
    const match = REGEX.exec(this.text);
    if (match) {
      this.position = REGEX.lastIndex;
    }
    return match?.[1]?.replaceAll('\\/', '/');
  }

  /** The text between the bars of a date. */
  date(): string | undefined {
    return this.take(DATE)?.slice(1, -1);
  }

  mimeType(): string | undefined {
    return this.take(MIME_TYPE);
  }

  /** `$`, `$$`, `$$$`. */
  dollars(): string | undefined {
    return this.take(DOLLARS);
  }

  /** Everything up to the next white space. */
  untilSpace(): string {
    this.skip();
    const from = this.position;
    while (this.position < this.text.length && !/\s/.test(this.text[this.position])) {
      this.position += 1;
    }
    return this.text.slice(from, this.position);
  }

  fail(message: string, offset = this.position): never {
    throw new ScriptError(message, offset);
  }

  /** What stands here, for a message. */
  found(): string {
    this.skip();
    return this.position >= this.text.length ? 'the end of the script' : JSON.stringify(this.nextWord() ?? this.text[this.position]);
  }

  private take(pattern: RegExp): string | undefined {
    this.skip();
    const match = this.matchAt(pattern);
    if (match !== undefined) {
      this.position += match.length;
    }
    return match;
  }

  private matchAt(pattern: RegExp): string | undefined {
    if (this.position >= this.text.length) {
      return undefined;
    }
    pattern.lastIndex = this.position;
    return pattern.exec(this.text)?.[0];
  }
}
