import type { Expression, GroupBy, Name, NumberLiteral, Bind, OrderItem, Path, SelectItem, SoqlQuery, SelectedTypeof } from './ast.ts';
import { readBind } from './bind.ts';
import { parseDistance } from './distance.ts';
import { parseCondition } from './parse-condition.ts';
import { TokenReader, malformed } from './tokens.ts';
import type { Token } from './tokens.ts';

/**
 * Reads the text of a query: `SELECT ... FROM ...`, without the brackets of Apex.
 * Throws `QueryError` with `MALFORMED_QUERY` and the place where the text goes wrong. Names are not looked up: `checkSoql` does that.
 */
export function parseSoql(text: string): SoqlQuery {
  const parser = new SoqlParser(text);
  const query = parser.query(false);
  parser.expectEnd();
  return query;
}

const CLAUSES = new Set([
  'using',
  'where',
  'with',
  'group',
  'having',
  'order',
  'limit',
  'offset',
  'for',
  'all',
  'update',
  'typeof',
  'from',
]);

const OBJECTS_NAMED_LIKE_CLAUSES = new Set(['group', 'order']);

/** The parser's own state and the clauses around the conditions, which `parse-condition.ts` reads. */
export class SoqlParser {
  readonly reader: TokenReader;
  #token: Token;

  constructor(text: string) {
    this.reader = new TokenReader(text);
    this.#token = this.reader.next();
  }

  /** The token that comes next. */
  get token(): Token {
    return this.#token;
  }

  /** Takes the next token. */
  take(): Token {
    const token = this.#token;
    this.#token = this.reader.next();
    return token;
  }

  /** Whether the next token is this word, in any case. */
  isWord(word: string): boolean {
    return this.#token.kind === 'name' && this.#token.text.toLowerCase() === word;
  }

  /** Takes the next token when it is this word. */
  takeWord(word: string): boolean {
    const found = this.isWord(word);
    if (found) this.take();
    return found;
  }

  isSymbol(symbol: string): boolean {
    return this.#token.kind === 'symbol' && this.#token.text === symbol;
  }

  takeSymbol(symbol: string): boolean {
    const found = this.isSymbol(symbol);
    if (found) this.take();
    return found;
  }

  expectWord(word: string): Token {
    if (!this.isWord(word)) this.fail(`expecting '${word.toUpperCase()}'`);
    return this.take();
  }

  expectSymbol(symbol: string): Token {
    if (!this.isSymbol(symbol)) this.fail(`expecting '${symbol}'`);
    return this.take();
  }

  expectName(): Name {
    if (this.#token.kind !== 'name') this.fail();
    const token = this.take();
    return { at: token.at, text: token.text };
  }

  expectEnd(): void {
    if (this.#token.kind !== 'end') this.fail();
  }

  /** Throws for the next token. */
  fail(hint?: string): never {
    const found = this.#token.kind === 'end' ? '<EOF>' : this.#token.text;
    const message = hint === undefined ? `unexpected token: '${found}'` : `unexpected token: '${found}', ${hint}`;
    throw malformed(message, this.reader.text, this.#token.at);
  }

  failAt(message: string, at: number): never {
    throw malformed(message, this.reader.text, at);
  }

  /** Reads `:expression`; the next token must be the colon. */
  bind(): Bind {
    const colon = this.#token;
    this.reader.moveTo(colon.end);
    const bind = readBind(this.reader, colon.at);
    this.moveTo(this.reader.position);
    return bind;
  }

  /** Goes on at an offset of the text. */
  moveTo(position: number): void {
    this.reader.moveTo(position);
    this.#token = this.reader.next();
  }

  query(semiJoin: boolean): SoqlQuery {
    const at = this.expectWord('select').at;
    const select = this.list(() => this.selectItem(semiJoin));
    this.expectWord('from');
    const from = this.#from();
    const fromAlias = this.#alias();
    if (this.isSymbol(',')) this.fail('further objects in FROM are not supported: write the relationship in the SELECT list');
    const scope = this.takeWord('using') ? this.#scope() : undefined;
    const where = this.takeWord('where') ? parseCondition(this) : undefined;
    const access = this.takeWord('with') ? this.#access() : undefined;
    const groupBy = this.takeWord('group') ? this.#groupBy() : undefined;
    const having = this.takeWord('having') ? parseCondition(this) : undefined;
    const orderBy = this.takeWord('order') ? this.orderBy() : [];
    const limit = this.takeWord('limit') ? this.count() : undefined;
    const offset = this.takeWord('offset') ? this.count() : undefined;
    const lock = this.takeWord('for') ? this.#lock() : undefined;
    const allRows = this.takeWord('all');
    if (allRows) this.expectWord('rows');
    if (this.isWord('update')) this.fail('UPDATE TRACKING and UPDATE VIEWSTAT are not supported');
    return { at, select, from, fromAlias, scope, where, access, groupBy, having, orderBy, limit, offset, lock, allRows };
  }

  expression(): Expression {
    const first = this.expectName();
    if (this.takeSymbol('(')) {
      if (first.text.toLowerCase() === 'distance') return parseDistance(this, first.text, first.at);
      const args = this.isSymbol(')') ? [] : this.list(() => this.expression());
      this.expectSymbol(')');
      return { kind: 'call', at: first.at, name: first.text, args };
    }
    return this.#pathFrom(first);
  }

  #pathFrom(first: Name): Path {
    const parts = [first.text];
    while (this.takeSymbol('.')) parts.push(this.expectName().text);
    return { kind: 'path', at: first.at, parts };
  }

  /** One or more of something, with commas in between. */
  list<T>(item: () => T): T[] {
    const items = [item()];
    while (this.takeSymbol(',')) items.push(item());
    return items;
  }

  /** An item of a SELECT list; where only fields may stand, no sub-query. */
  selectItem(semiJoin: boolean): SelectItem {
    const at = this.#token.at;
    if (this.takeSymbol('(')) {
      if (semiJoin) this.failAt('Nesting of semi join sub-selects is not supported', at);

      const query = this.query(false);
      this.expectSymbol(')');
      return { kind: 'query', at, query };
    }
    if (this.isWord('typeof')) return this.#typeof();
    const expression = this.expression();
    if (expression.kind === 'call' && expression.name.toLowerCase() === 'fields') return this.#fieldGroup(expression.args, at);
    return { kind: 'expression', at, expression, alias: this.#alias() };
  }

  #fieldGroup(args: readonly Expression[], at: number): SelectItem {
    const only = args.length === 1 ? args[0] : undefined;
    const group = only?.kind === 'path' && only.parts.length === 1 ? only.parts[0].toLowerCase() : '';
    if (group !== 'all' && group !== 'standard' && group !== 'custom') {
      this.failAt('FIELDS takes ALL, STANDARD or CUSTOM', at);
    }
    return { kind: 'fields', at, group };
  }

  #typeof(): SelectedTypeof {
    const at = this.expectWord('typeof').at;
    const relationship = this.expectName();
    const branches: { object: Name; fields: Path[] }[] = [];
    while (this.takeWord('when')) {
      const object = this.expectName();
      this.expectWord('then');
      branches.push({ object, fields: this.list(() => this.#pathFrom(this.expectName())) });
    }
    if (branches.length === 0) this.fail("expecting 'WHEN'");
    const otherwise = this.takeWord('else') ? this.list(() => this.#pathFrom(this.expectName())) : [];
    this.expectWord('end');
    return { kind: 'typeof', at, relationship, branches, otherwise };
  }

  #from(): Name {
    const word = this.#token.text.toLowerCase();
    if (CLAUSES.has(word) && !OBJECTS_NAMED_LIKE_CLAUSES.has(word)) this.fail();
    const first = this.expectName();
    let text = first.text;
    while (this.takeSymbol('.')) text += `.${this.expectName().text}`;
    return { at: first.at, text };
  }

  #alias(): string | undefined {
    this.takeWord('as');
    if (this.#token.kind !== 'name' || CLAUSES.has(this.#token.text.toLowerCase())) return undefined;
    return this.take().text;
  }

  #scope(): Name {
    this.expectWord('scope');
    return this.expectName();
  }

  #access(): SoqlQuery['access'] {
    if (this.takeWord('user_mode')) return 'user';
    if (this.takeWord('system_mode')) return 'system';
    if (this.takeWord('security_enforced')) return 'securityEnforced';
    return this.fail('WITH takes USER_MODE, SYSTEM_MODE or SECURITY_ENFORCED; data categories are not supported');
  }

  #groupBy(): GroupBy {
    this.expectWord('by');
    for (const kind of ['rollup', 'cube'] as const) {
      if (!this.isWord(kind)) continue;
      this.take();
      this.expectSymbol('(');
      const items = this.list(() => this.expression());
      this.expectSymbol(')');
      return { kind, items };
    }
    return { kind: 'plain', items: this.list(() => this.expression()) };
  }

  /** What follows ORDER. */
  orderBy(): OrderItem[] {
    this.expectWord('by');
    return this.list(() => {
      const at = this.#token.at;
      const expression = this.expression();
      const descending = this.takeWord('desc');
      if (!descending) this.takeWord('asc');
      return { at, expression, descending, nulls: this.takeWord('nulls') ? this.#nulls() : undefined };
    });
  }

  #nulls(): 'first' | 'last' {
    if (this.takeWord('first')) return 'first';
    if (this.takeWord('last')) return 'last';
    return this.fail("expecting 'FIRST' or 'LAST'");
  }

  /** What follows LIMIT or OFFSET. */
  count(): NumberLiteral | Bind {
    if (this.isSymbol(':')) return this.bind();
    if (this.#token.kind !== 'number' || !/^\d+$/.test(this.#token.text)) this.fail('expecting a whole number');
    const token = this.take();
    return { kind: 'number', at: token.at, text: token.text };
  }

  #lock(): SoqlQuery['lock'] {
    if (this.takeWord('update')) return 'update';
    if (this.takeWord('view')) return 'view';
    if (this.takeWord('reference')) return 'reference';
    return this.fail("expecting 'UPDATE', 'VIEW' or 'REFERENCE'");
  }
}
