import { DecimalValue } from '../values/decimal.ts';
import { tokenize, type Token } from './tokens.ts';

/** A formula as a tree. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | boolean | DecimalValue | null }
  | { readonly kind: 'reference'; readonly path: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly inputs: readonly Expression[] }
  | { readonly kind: 'unary'; readonly operator: '-' | '!'; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression };

export type BinaryOperator = '||' | '&&' | '=' | '<>' | '<' | '<=' | '>' | '>=' | '&' | '+' | '-' | '*' | '/' | '^';

const SPELLINGS: Readonly<Record<string, BinaryOperator>> = { '==': '=', '!=': '<>' };

/** Weakest first; operators of one row bind alike, from left to right. */
const PRECEDENCE: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['=', '==', '<>', '!='],
  ['<', '<=', '>', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

/**
 * Reads a formula.
 *
 * @throws SyntaxError with a reason that names the position, counted from 1.
 */
export function parseFormula(formula: string): Expression {
  const reader = new Reader(tokenize(formula));
  const expression = reader.binary(0);
  reader.expectEnd();
  return expression;
}

class Reader {
  private readonly tokens: readonly Token[];
  private next = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  binary(level: number): Expression {
    const operators = PRECEDENCE[level];
    if (!operators) {
      return this.unary();
    }
    let left = this.binary(level + 1);
    while (this.current.kind === 'operator' && operators.includes(this.current.text)) {
      const spelling = this.advance().text;
      left = { kind: 'binary', operator: SPELLINGS[spelling] ?? (spelling as BinaryOperator), left, right: this.binary(level + 1) };
    }
    return left;
  }

  expectEnd(): void {
    if (this.current.kind !== 'end') {
      this.fail(`unexpected ${this.current.text}`);
    }
  }

  private get current(): Token {
    return this.tokens[this.next];
  }

  private advance(): Token {
    const token = this.current;
    this.next += 1;
    return token;
  }

  private accept(operator: string): boolean {
    if (this.current.kind === 'operator' && this.current.text === operator) {
      this.next += 1;
      return true;
    }
    return false;
  }

  private unary(): Expression {
    if (this.accept('-')) {
      return { kind: 'unary', operator: '-', operand: this.unary() };
    }
    if (this.accept('+')) {
      return this.unary();
    }
    if (this.accept('!')) {
      return { kind: 'unary', operator: '!', operand: this.unary() };
    }
    return this.primary();
  }

  private primary(): Expression {
    if (this.accept('(')) {
      const inner = this.binary(0);
      this.expect(')');
      return inner;
    }
    const token = this.advance();
    switch (token.kind) {
      case 'number':
        return { kind: 'literal', value: DecimalValue.parse(token.text) };
      case 'text':
        return { kind: 'literal', value: token.text };
      case 'name':
        return this.named(token);
      default:
        this.next -= 1;
        return this.fail(token.kind === 'end' ? 'it ends too early' : `unexpected ${token.text}`);
    }
  }

  private named(token: Token): Expression {
    if (this.accept('(')) {
      return { kind: 'call', name: token.text.toUpperCase(), inputs: this.inputs() };
    }
    switch (token.text.toUpperCase()) {
      case 'TRUE':
        return { kind: 'literal', value: true };
      case 'FALSE':
        return { kind: 'literal', value: false };
      case 'NULL':
        return { kind: 'literal', value: null };
      default:
        return { kind: 'reference', path: token.text.split('.') };
    }
  }

  private inputs(): Expression[] {
    const inputs: Expression[] = [];
    if (this.accept(')')) {
      return inputs;
    }
    do {
      inputs.push(this.binary(0));
    } while (this.accept(','));
    this.expect(')');
    return inputs;
  }

  private expect(operator: string): void {
    if (!this.accept(operator)) {
      this.fail(`${operator} expected`);
    }
  }

  private fail(reason: string): never {
    throw new SyntaxError(`${reason} at position ${this.current.at + 1}`);
  }
}
