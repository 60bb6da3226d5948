import { PeriodValue } from '../values/period.ts';
import { parseNumeric } from '../values/numeric.ts';
import { RegexValue } from '../values/special.ts';
import { parseTemporal, ZoneValue } from '../values/temporal.ts';
import { readExpression } from './expressions.ts';
import { KEYWORDS } from './lexer.ts';
import type { Lexer } from './lexer.ts';
import { isSingleEntryNext, readArray, readEntries, readEntry, readParenthesizedEntry } from './collections.ts';
import { readDirectives, readModuleName, readVariable } from './parse.ts';
import { readString } from './strings.ts';
import type { Constant, Expression, Lambda, Parameter, Variable } from './syntax.ts';
import { readType } from './types.ts';

/** A value without operators: a literal, a name, a lambda, an object, an array, `if`, `do`, or an expression in parentheses. */
export function readPrimary(lexer: Lexer): Expression {
  lexer.skip();
  const { position: from } = lexer;
  if (isSingleEntryNext(lexer)) {
    const entry = readEntry(lexer);
    return { kind: 'object', entries: [entry], from, to: lexer.position };
  }
  return (
    readString(lexer) ??
    readLiteral(lexer) ??
    readKeyword(lexer) ??
    readName(lexer) ??
    readBracketed(lexer) ??
    lexer.fail(`Expected a value but found ${lexer.found()}`)
  );
}

function readLiteral(lexer: Lexer): Constant | undefined {
  const { position: from } = lexer;
  const constant = (value: unknown): Constant => ({ kind: 'constant', value, from, to: lexer.position });
  const number = /\d/.test(lexer.text[from] ?? '') ? lexer.number() : undefined;
  if (number !== undefined) {
    return constant(parseNumeric(number));
  }
  const regex = lexer.regex();
  if (regex !== undefined) {
    return constant(regexOf(lexer, regex, from));
  }
  const date = lexer.date();
  if (date !== undefined) {
    return constant(
      ZoneValue.parse(date) ??
        parseTemporal(date) ??
        PeriodValue.parse(date) ??
        lexer.fail(`|${date}| is no date, time, period or zone`, from),
    );
  }
  for (const [word, value] of [
    ['true', true],
    ['false', false],
    ['null', null],
  ] as const) {
    if (lexer.acceptsWord(word)) {
      return constant(value);
    }
  }
  return undefined;
}

function regexOf(lexer: Lexer, source: string, offset: number): RegexValue {
  try {
    return new RegexValue(source);
  } catch (error) {
    return lexer.fail((error as Error).message, offset);
  }
}

function readKeyword(lexer: Lexer): Expression | undefined {
  const { position: from } = lexer;
  if (lexer.acceptsWord('if') || lexer.acceptsWord('unless')) {
    const negated = lexer.text.startsWith('unless', from);
    return readConditional(lexer, from, negated);
  }
  if (lexer.nextWord() === 'do' && /^\s*\{/.test(lexer.text.slice(lexer.position + 2))) {
    lexer.name();
    lexer.expect('{');
    const directives = readDirectives(lexer);
    const body = readExpression(lexer);
    lexer.expect('}');
    return { kind: 'do', directives, body, from, to: lexer.position };
  }
  if (lexer.nextWord() === 'using' && /^\s*\(/.test(lexer.text.slice(lexer.position + 5))) {
    lexer.name();
    lexer.expect('(');
    const directives: Variable[] = [];
    do {
      lexer.skip();
      directives.push(readVariable(lexer, lexer.position));
    } while (lexer.accepts(','));
    lexer.expect(')');
    return { kind: 'do', directives, body: readExpression(lexer), from, to: lexer.position };
  }
  return undefined;
}

function readConditional(lexer: Lexer, from: number, negated: boolean): Expression {
  lexer.expect('(');
  const tested = readExpression(lexer);
  lexer.expect(')');
  const condition: Expression = negated ? { kind: 'unary', operator: 'not', operand: tested, from: tested.from, to: tested.to } : tested;
  const then = readExpression(lexer);
  lexer.expectWord('else');
  const otherwise = readExpression(lexer);
  return { kind: 'if', condition, then, otherwise, from, to: lexer.position };
}

function readName(lexer: Lexer): Expression | undefined {
  const { position: from } = lexer;
  const word = lexer.nextWord();
  if (word === undefined) {
    const dollars = lexer.dollars();
    return dollars === undefined ? undefined : { kind: 'name', name: dollars, from, to: lexer.position };
  }
  if (KEYWORDS.has(word) && word !== 'update' && word !== 'match') {
    return undefined;
  }
  const name = readModuleName(lexer);
  if (lexer.text[lexer.position] === '`') {
    lexer.fail(`Custom interpolation (${name}\`...\`) is not supported`, from);
  }
  return { kind: 'name', name, from, to: lexer.position };
}

function readBracketed(lexer: Lexer): Expression | undefined {
  const { position: from } = lexer;
  if (lexer.sees('{')) {
    return { kind: 'object', entries: readEntries(lexer), from, to: lexer.position };
  }
  if (lexer.sees('[')) {
    return readArray(lexer);
  }
  if (isLambdaNext(lexer)) {
    return readLambda(lexer);
  }
  return lexer.sees('(') ? readParenthesizedEntry(lexer) : undefined;
}

/** Whether `(a, b) -> ...` or `<T>(a: T) -> ...` comes next. */
export function isLambdaNext(lexer: Lexer): boolean {
  lexer.skip();
  const { position } = lexer;
  if (!/^[(<]/.test(lexer.text.slice(position))) {
    return false;
  }
  const close = closingParenthesis(lexer.text, lexer.text.indexOf('(', position));
  return (
    close !== undefined &&
    /^\s*(->|:\s*[\w:<>{}|&,\s"?*]+->)/.test(lexer.text.slice(close + 1)) &&
    hasParameters(lexer.text.slice(position, close))
  );
}

/** Whether the text between parentheses can be a list of parameters: empty, or beginning with a name that is followed by `,`, `:`, `=` or the end. */
function hasParameters(text: string): boolean {
  return /^(<[^(]*>)?\(\s*(([a-zA-Z_]\w*)\s*((?:[,:]|=(?!=))[\s\S]*)?)?$/.test(text.replaceAll(/\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g, ''));
}

/** The offset of the parenthesis that closes the one at an offset, past texts and comments. */
function closingParenthesis(text: string, open: number): number | undefined {
  const piece = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|[()]/g;
  piece.lastIndex = open;
  let depth = 0;
  for (let match = piece.exec(text); match; match = piece.exec(text)) {
    depth += match[0] === '(' ? 1 : match[0] === ')' ? -1 : 0;
    if (depth === 0) {
      return match.index;
    }
  }
  return undefined;
}

export function readLambda(lexer: Lexer): Lambda {
  lexer.skip();
  const { position: from } = lexer;
  const typeParameters = readTypeParameters(lexer);
  lexer.expect('(');
  return readLambdaRest(lexer, from, typeParameters, '->');
}

/** `<T, K>`. */
export function readTypeParameters(lexer: Lexer): string[] {
  const names: string[] = [];
  if (lexer.accepts('<')) {
    do {
      names.push(lexer.name());
      if (lexer.accepts('<:')) {
        readType(lexer);
      }
    } while (lexer.accepts(','));
    lexer.expect('>');
  }
  return names;
}

/** Parameters behind the opening parenthesis, the type of the result, and the body behind `->` or `=`. */
export function readLambdaRest(lexer: Lexer, from: number, typeParameters: readonly string[], arrow: '->' | '='): Lambda {
  const parameters: Parameter[] = [];
  while (!lexer.accepts(')')) {
    const name = lexer.name();
    const type = lexer.accepts(':') ? readType(lexer) : undefined;
    const whenAbsent = lexer.accepts('=') ? readExpression(lexer) : undefined;
    parameters.push({ name, type, whenAbsent });
    if (!lexer.accepts(',')) {
      lexer.expect(')');
      break;
    }
  }
  if (lexer.accepts(':') && !lexer.accepts('?')) {
    readType(lexer);
  }
  // A function's `=` may be left out when a type stands before its body.
  if (!lexer.accepts(arrow) && arrow === '->') {
    lexer.expect(arrow);
  }
  const body = readExpression(lexer);
  return { kind: 'lambda', parameters, typeParameters, body, implicit: false, from, to: lexer.position };
}
