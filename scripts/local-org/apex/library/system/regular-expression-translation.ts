import { raise } from '../../runtime/exception.ts';

/** Classes of Java that JavaScript writes differently, as content of a character class in `v` mode. */
const POSIX: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7F',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '\\x21-\\x2F\\x3A-\\x40\\x5B-\\x60\\x7B-\\x7E',
  Graph: '\\x21-\\x7E',
  Print: '\\x20-\\x7E',
  Blank: ' \\t',
  Cntrl: '\\x00-\\x1F\\x7F',
  XDigit: '0-9a-fA-F',
  Space: ' \\t\\n\\x0B\\f\\r',
  javaLowerCase: '\\p{Ll}',
  javaUpperCase: '\\p{Lu}',
  javaWhitespace: '\\s',
  IsAlphabetic: '\\p{Alphabetic}',
  IsDigit: '\\p{Nd}',
  IsLetter: '\\p{L}',
  IsPunctuation: '\\p{P}',
};

const SHORTHANDS: Readonly<Record<string, string>> = {
  d: '[0-9]',
  D: '[^0-9]',
  w: '[a-zA-Z0-9_]',
  W: '[^a-zA-Z0-9_]',
  s: '[ \\t\\n\\x0B\\f\\r]',
  S: '[^ \\t\\n\\x0B\\f\\r]',
  h: '[ \\t\\xA0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000]',
  v: '[\\n\\x0B\\f\\r\\x85\\u2028\\u2029]',
  R: '(?:\\r\\n|[\\n\\x0B\\f\\r\\x85\\u2028\\u2029])',
};

const ANCHORS: Readonly<Record<string, string>> = {
  A: '(?<![\\s\\S])',
  z: '(?![\\s\\S])',
  Z: '(?=(?:\\r\\n|[\\n\\r])?(?![\\s\\S]))',
  b: '\\b',
  B: '\\B',
};
const CONTROLS: Readonly<Record<string, string>> = { t: '\\t', n: '\\n', r: '\\r', f: '\\f', a: '\\x07', e: '\\x1B' };

/**
 * Writes a Java regular expression as one of JavaScript in `v` mode. Possessive quantifiers, atomic groups and `\G` have no counterpart
 * and are refused.
 */
export function translatePattern(pattern: string): string {
  return new Translation(pattern).run();
}

class Translation {
  private readonly pattern: string;
  private position = 0;
  /** How many groups that a flag in the middle (`a(?i)b`) opened must be closed with the group around them; one count a level. */
  private readonly open: number[] = [0];
  private multiline = false;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  run(): string {
    let output = '';
    while (this.position < this.pattern.length) {
      output += this.next();
    }
    if (this.open.length > 1) {
      this.refuse('Unclosed group');
    }
    return output + ')'.repeat(this.open[0]);
  }

  private next(): string {
    const character = this.take();
    switch (character) {
      case '\\':
        return this.escape(false);
      case '[':
        return this.characterClass();
      case '(':
        return this.group();
      case ')':
        return this.closeGroup();
      case '$':
        return this.multiline ? '$' : ANCHORS['Z'];
      case '*':
      case '+':
      case '?':
        this.refuseDangling(character);
        return this.quantifier(character);
      case '{':
        return this.quantifier(this.braces());
      case '}':
      case ']':
        return `\\${character}`;
      default:
        return character;
    }
  }

  private take(): string {
    const character = String.fromCodePoint(this.pattern.codePointAt(this.position)!);
    this.position += character.length;
    return character;
  }

  private accept(text: string): boolean {
    const found = this.pattern.startsWith(text, this.position);
    this.position += found ? text.length : 0;
    return found;
  }

  private match(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.position;
    const match = expression.exec(this.pattern);
    this.position += match?.[0].length ?? 0;
    return match;
  }

  private braces(): string {
    const match = this.match(/\d+(?:,\d*)?\}/y);
    return match ? `{${match[0]}` : this.refuse('Illegal repetition');
  }

  /** A quantifier needs something before it, in its group and alternative. */
  private refuseDangling(character: string): void {
    const at = this.position - 1;
    if (/^$|(?:^|[^\\])(?:\\\\)*(?:\||\((?:\?(?:[:=!>]|<[=!]|<\w+>|[a-zA-Z-]+:))?)$/.test(this.pattern.slice(0, at))) {
      const picture = `${this.pattern}\n${' '.repeat(at)}^`;
      raise('System.StringException', `Invalid regex: Dangling meta character '${character}' near index ${at}\n${picture}`);
    }
  }

  private quantifier(text: string): string {
    if (this.accept('+')) {
      this.refuse('Possessive quantifiers are not supported by the local org');
    }
    return this.accept('?') ? `${text}?` : text;
  }

  private group(): string {
    this.open.push(0);
    if (!this.accept('?')) {
      return '(';
    }
    for (const kind of [':', '=', '!', '<=', '<!']) {
      if (this.accept(kind)) {
        return `(?${kind}`;
      }
    }
    if (this.accept('>')) {
      this.refuse('Atomic groups are not supported by the local org');
    }
    const name = this.match(/<[a-zA-Z][a-zA-Z0-9]*>/y);
    return name ? `(?${name[0]}` : this.flags();
  }

  private flags(): string {
    const match = this.match(/([a-zA-Z]*)(?:-([a-zA-Z]+))?([:)])/y);
    if (!match) {
      return this.refuse('Unknown inline modifier');
    }
    const [on, off] = [match[1], match[2] ?? ''].map((flags) => flags.replace(/[uUd]/g, ''));
    if (/[^ims]/.test(`${on}${off}`)) {
      this.refuse('Unknown inline modifier');
    }
    if (on.includes('m')) {
      this.multiline = true;
    }
    const modifiers = on === '' && off === '' ? '' : `${on}${off === '' ? '' : `-${off}`}`;
    if (match[3] === ':') {
      return `(?${modifiers}:`;
    }
    this.open.pop();
    this.open[this.open.length - 1] += 1;
    return `(?${modifiers}:`;
  }

  private closeGroup(): string {
    if (this.open.length === 1) {
      this.refuse("Unmatched closing ')'");
    }
    return ')'.repeat(this.open.pop()! + 1);
  }

  private escape(inClass: boolean): string {
    if (this.position >= this.pattern.length) {
      this.refuse('Unexpected internal error');
    }
    const letter = this.take();
    if (letter === 'Q') {
      return this.quotation();
    }
    if (letter === 'p' || letter === 'P') {
      return this.property(letter === 'P');
    }
    const fixed = CONTROLS[letter] ?? SHORTHANDS[letter] ?? (inClass ? undefined : ANCHORS[letter]);
    if (fixed !== undefined) {
      return fixed;
    }
    return this.code(letter) ?? this.reference(letter, inClass) ?? literal(letter);
  }

  private code(letter: string): string | undefined {
    switch (letter) {
      case 'x':
        return literal(this.codePoint(/\{([0-9a-fA-F]+)\}|([0-9a-fA-F]{2})/y, 16));
      case 'u':
        return literal(this.codePoint(/([0-9a-fA-F]{4})/y, 16));
      case '0':
        return literal(this.codePoint(/([0-3]?[0-7]{1,2})/y, 8));
      case 'c':
        return literal(String.fromCharCode(this.take().charCodeAt(0) ^ 64));
      default:
        return undefined;
    }
  }

  private codePoint(expression: RegExp, base: number): string {
    const match = this.match(expression);
    return match ? String.fromCodePoint(parseInt(match[1] ?? match[2], base)) : this.refuse('Illegal escape sequence');
  }

  private reference(letter: string, inClass: boolean): string | undefined {
    if (!inClass && /[1-9]/.test(letter)) {
      return `(?:\\${letter})`;
    }
    const name = !inClass && letter === 'k' ? this.match(/<\w+>/y) : null;
    if (name) {
      return `\\k${name[0]}`;
    }
    return /[a-zA-Z]/.test(letter) ? this.refuse('Illegal/unsupported escape sequence') : undefined;
  }

  private quotation(): string {
    const end = this.pattern.indexOf('\\E', this.position);
    const text = this.pattern.slice(this.position, end < 0 ? undefined : end);
    this.position = end < 0 ? this.pattern.length : end + 2;
    return Array.from(text, literal).join('');
  }

  private property(negated: boolean): string {
    const name = (this.match(/\{([^}]+)\}|([a-zA-Z])/y) ?? this.refuse('Unknown character property'))
      .slice(1)
      .find((part) => part !== undefined)!;
    const posix = POSIX[name];
    if (posix !== undefined) {
      return `[${negated ? '^' : ''}${posix}]`;
    }
    const property = name.replace(/^(?:general_category|gc)=/, '').replace(/^Is(?=[A-Z][a-z]?$)/, '');
    const script = /^(?:Is|script=|sc=)(.+)$/.exec(property);
    const written = script ? `Script=${script[1]}` : property;
    return `\\${negated ? 'P' : 'p'}{${written}}`;
  }

  private characterClass(): string {
    const negation = this.accept('^') ? '^' : '';
    // JavaScript intersects only classes that are whole: each side becomes one.
    const sides = [''];
    let first = true;
    while (first || !this.pattern.startsWith(']', this.position)) {
      if (this.position >= this.pattern.length) {
        this.refuse('Unclosed character class');
      }
      if (this.accept('&&')) {
        sides.push('');
      } else {
        sides[sides.length - 1] += this.classItem();
      }
      first = false;
    }
    this.position += 1;
    return `[${negation}${sides.length === 1 ? sides[0] : sides.map((side) => `[${side}]`).join('&&')}]`;
  }

  private classItem(): string {
    const character = this.take();
    if (character === '[') {
      return this.characterClass();
    }
    if (character === '\\') {
      return this.escape(true);
    }
    // A hyphen makes a range only between two characters; elsewhere it stands for itself.
    const range =
      character === '-' && /[^[&]/.test(this.pattern[this.position - 2] ?? '[') && !/^(?:\]|&&|\[)/.test(this.pattern.slice(this.position));
    return range && this.rangeStarts() ? '-' : literal(character);
  }

  private rangeStarts(): boolean {
    const before = this.pattern.slice(0, this.position - 1);
    return !/(?:\[\^?|\\[dDwWsShv]|-\w)$/.test(before) && !/^\\[dDwWsShv]/.test(this.pattern.slice(this.position));
  }

  private refuse(reason: string): never {
    return raise('System.StringException', `Invalid regex at index ${Math.max(0, this.position - 1)}: ${reason} near "${this.pattern}"`);
  }
}

function literal(character: string): string {
  return /[a-zA-Z0-9_]/.test(character) ? character : `\\u{${character.codePointAt(0)!.toString(16)}}`;
}
