import type { Name, SelectItem, SoqlQuery } from '../soql/ast.ts';
import { parseCondition } from '../soql/parse-condition.ts';
import { SoqlParser } from '../soql/parse.ts';
import type { SearchGroup, SoslQuery } from './ast.ts';

/**
 * Reads the text of a search: `FIND {words} IN NAME FIELDS RETURNING Account (Name WHERE ...) LIMIT 10`. What to find stands in braces, as
 * the API writes it, or in quotes, as Apex does. Throws `QueryError` with `MALFORMED_QUERY` and the place where the text goes wrong.
 */
export function parseSosl(text: string): SoslQuery {
  const parser = new SoqlParser(text);
  parser.expectWord('find');
  const find = readFind(parser);
  const group = parser.takeWord('in') ? readGroup(parser) : 'all';
  const returning = parser.takeWord('returning') ? parser.list(() => readReturned(parser)) : undefined;
  let access: SoslQuery['access'];
  while (parser.takeWord('with')) access = readWith(parser) ?? access;
  const limit = parser.takeWord('limit') ? parser.count() : undefined;
  if (parser.isWord('update')) parser.fail('UPDATE TRACKING and UPDATE VIEWSTAT are not supported');
  parser.expectEnd();
  return { find, group, returning, access, limit };
}

function readFind(parser: SoqlParser): SoslQuery['find'] {
  const { token } = parser;
  if (parser.isSymbol(':')) return parser.bind();
  if (token.kind === 'string') {
    parser.take();
    return { kind: 'text', at: token.at, text: token.text };
  }
  if (!parser.isSymbol('{')) return parser.fail("expecting '{'");
  const { text } = parser.reader;
  let end = token.end;
  while (end < text.length && text[end] !== '}') end += text[end] === '\\' ? 2 : 1;
  if (end >= text.length) return parser.failAt("expecting a right curly bracket, found '<EOF>'", text.length);
  parser.moveTo(end + 1);
  return { kind: 'text', at: token.at, text: text.slice(token.end, end) };
}

const GROUPS: readonly SearchGroup[] = ['all', 'name', 'email', 'phone', 'sidebar'];

function readGroup(parser: SoqlParser): SearchGroup {
  const group = GROUPS.find((candidate) => parser.isWord(candidate));
  if (group === undefined) return parser.fail('IN takes ALL FIELDS, NAME FIELDS, EMAIL FIELDS, PHONE FIELDS or SIDEBAR FIELDS');
  parser.take();
  parser.expectWord('fields');
  return group;
}

function readReturned(parser: SoqlParser): SoqlQuery {
  const from = parser.expectName();
  const hasList = parser.takeSymbol('(');
  const select = hasList ? parser.list(() => parser.selectItem(true)) : [idOf(from)];
  if (!hasList) return { at: from.at, select, from, orderBy: [], allRows: false };
  if (parser.isWord('using')) parser.fail('USING ListView is not supported');
  const where = parser.takeWord('where') ? parseCondition(parser) : undefined;
  const orderBy = parser.takeWord('order') ? parser.orderBy() : [];
  const limit = parser.takeWord('limit') ? parser.count() : undefined;
  const offset = parser.takeWord('offset') ? parser.count() : undefined;
  parser.expectSymbol(')');
  return { at: from.at, select, from, where, orderBy, limit, offset, allRows: false };
}

function idOf(object: Name): SelectItem {
  return { kind: 'expression', at: object.at, expression: { kind: 'path', at: object.at, parts: ['Id'] } };
}

function readWith(parser: SoqlParser): SoslQuery['access'] {
  if (parser.takeWord('user_mode')) return 'user';
  if (parser.takeWord('system_mode')) return 'system';
  if (parser.takeWord('spell_correction')) {
    parser.expectSymbol('=');
    parser.expectWord('false');
    return undefined;
  }
  return parser.fail(
    'WITH takes USER_MODE, SYSTEM_MODE or SPELL_CORRECTION = false; data categories, divisions, networks, price books, snippets, ' +
      'highlighting and metadata are not supported',
  );
}
