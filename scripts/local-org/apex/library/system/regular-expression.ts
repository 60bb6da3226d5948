import { raise } from '../../runtime/exception.ts';
import { PRINTED } from '../../runtime/text.ts';
import { translatePattern } from './regular-expression-translation.ts';

/** A compiled `Pattern`. */
export class CompiledPattern {
  readonly source: string;
  /** Finds the next match; sticky variants are made when asked for. */
  private readonly translated: string;
  private readonly variants = new Map<string, RegExp>();

  constructor(source: string) {
    this.source = source;
    this.translated = translatePattern(source);
    this.expression('find');
  }

  /** `find`: anywhere from `lastIndex`; `start`: at `lastIndex`; `whole`: at `lastIndex` and up to the end. */
  expression(kind: 'find' | 'start' | 'whole'): RegExp {
    let expression = this.variants.get(kind);
    if (!expression) {
      const text = kind === 'whole' ? `(?:${this.translated})(?![\\s\\S])` : this.translated;
      expression = this.compile(text, kind === 'find' ? 'dgv' : 'dyv');
      this.variants.set(kind, expression);
    }
    return expression;
  }

  [PRINTED](): string {
    return this.source;
  }

  private compile(text: string, flags: string): RegExp {
    try {
      return new RegExp(text, flags);
    } catch (error) {
      return raise('System.StringException', `Invalid regex: ${this.source} (${(error as Error).message})`);
    }
  }
}

const MAXIMUM_CACHED = 500;
const compiled = new Map<string, CompiledPattern>();

/** Compiles a Java regular expression, once for each text. */
export function compilePattern(source: string): CompiledPattern {
  let pattern = compiled.get(source);
  if (!pattern) {
    pattern = new CompiledPattern(source);
    if (compiled.size >= MAXIMUM_CACHED) {
      compiled.clear();
    }
    compiled.set(source, pattern);
  }
  return pattern;
}

/** Splits as Java does: a limit of 0 drops empty texts at the end, a negative one keeps all, a positive one ends after so many parts. */
export function javaSplit(pattern: CompiledPattern, text: string, limit: number): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern.expression('find'))) {
    if (limit > 0 && parts.length === limit - 1) {
      break;
    }
    const end = match.index + match[0].length;
    const emptyAtAnEnd = match[0] === '' && (match.index === 0 || match.index === text.length);
    if (emptyAtAnEnd || (match.index === 0 && end === 0)) {
      continue;
    }
    parts.push(text.slice(from, match.index));
    from = end;
  }
  parts.push(text.slice(from));
  while (limit === 0 && parts.length > 1 && parts.at(-1) === '') {
    parts.pop();
  }
  return parts;
}

/** Replaces the first match or all of them; `$1` and `${name}` in the replacement are groups, a backslash takes the next character as it is. */
export function javaReplace(pattern: CompiledPattern, text: string, replacement: string, all: boolean): string {
  let result = '';
  let from = 0;
  for (const match of text.matchAll(pattern.expression('find'))) {
    result += text.slice(from, match.index) + expandReplacement(replacement, match);
    from = match.index + match[0].length;
    if (!all) {
      break;
    }
  }
  return result + text.slice(from);
}

/** The replacement of one match. */
export function expandReplacement(replacement: string, match: RegExpExecArray | RegExpMatchArray): string {
  return replacement.replace(/\\([\s\S])|\$(\d)|\$\{(\w+)\}|\$/g, (_, escaped: string, digit: string, name: string) => {
    if (escaped !== undefined) {
      return escaped;
    }
    if (digit !== undefined) {
      return Number(digit) < match.length ? (match[Number(digit)] ?? '') : raise('System.StringException', `No group ${digit}`);
    }
    return name === undefined ? raise('System.StringException', 'Illegal group reference') : (match.groups?.[name] ?? '');
  });
}
