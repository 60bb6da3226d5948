import { translatePattern } from '../../library/system/regular-expression-translation.ts';
import { DataWeaveError } from './failure.ts';
import type { TypeNode } from '../read/syntax.ts';

/** `1 to 5`: an array that is known to be a range, so that things can be selected with it. */
export class RangeValue extends Array<number> {
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  static between(from: number, to: number): RangeValue {
    const range = new RangeValue();
    const step = from <= to ? 1 : -1;
    for (let value = from; value !== to + step; value += step) {
      range.push(value);
    }
    return range;
  }
}

/** A regular expression, in the words of Java. */
export class RegexValue {
  readonly source: string;
  private readonly translated: string;

  constructor(source: string) {
    this.source = source;
    this.translated = translatePattern(source);
    if (!isExpression(this.translated)) {
      throw new DataWeaveError(`The regular expression /${source}/ is not supported`);
    }
  }

  /** Finds every match. */
  get all(): RegExp {
    return new RegExp(this.translated, 'gv');
  }

  /** Matches a text as a whole. */
  get whole(): RegExp {
    return new RegExp(`^(?:${this.translated})$(?![\\s\\S])`, 'v');
  }
}

function isExpression(source: string): boolean {
  try {
    return new RegExp(source, 'v') instanceof RegExp;
  } catch {
    // Java's expressions know more than JavaScript's: whoever asks says so.
    return false;
  }
}

/** Text that XML wraps in `<![CDATA[`. */
export class CDataValue {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A type as a value: `String` in `is String`, what `typeOf` gives. */
export class TypeValue {
  readonly node: TypeNode;
  readonly text: string;

  constructor(node: TypeNode, text: string) {
    this.node = node;
    this.text = text;
  }
}

/** A function: of the library, or a lambda. */
export class FunctionValue {
  readonly name: string;
  /** How many arguments it takes at most. */
  readonly arity: number;
  /** May be given more arguments than it takes: the rest is passed over. */
  readonly call: (...args: unknown[]) => unknown;
  /** Whether a parameter has a value when no argument is given for it. */
  readonly hasDefault: (index: number) => boolean;

  constructor(name: string, arity: number, call: (...args: unknown[]) => unknown, hasDefault: (index: number) => boolean = () => false) {
    this.name = name;
    this.arity = arity;
    this.call = call;
    this.hasDefault = hasDefault;
  }
}
