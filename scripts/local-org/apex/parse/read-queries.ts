import { readExpression } from './read-expressions.ts';
import type { Expression, Query, QueryBind, Search } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

/** Date literals with a number, `LAST_N_DAYS:30`: what follows their colon is no bind. */
const COUNTED_DATE = /^(?:(?:last|next)_n_[a-z_]+|n_[a-z_]+_ago)$/;

/** Whether inline SOQL or SOSL begins at an offset, and not an index by what somebody named `find`. */
export function isQuery(reader: TokenReader, offset: number): boolean {
  if (reader.peek(offset).key !== '[') return false;
  const { key } = reader.peek(offset + 1);
  const after = reader.peek(offset + 2);
  return key === 'select' || (key === 'find' && (after.kind === 'text' || after.key === ':'));
}

/**
 * Inline SOQL or SOSL in its brackets: the text as written, each bind expression replaced by a name, white space kept so that positions
 * stay meaningful. What the text says is checked where its objects and fields are known.
 */
export function readQuery(reader: TokenReader): Query | Search {
  const { position } = reader;
  const opening = reader.expect('[');
  const kind = reader.at('select') ? 'query' : 'search';
  const binds: QueryBind[] = [];
  let text = '';
  let from = kind === 'query' ? reader.current.start : opening.end;
  while (!reader.at(']')) {
    const token = reader.next();
    if (token.kind === 'end') throw reader.unexpected();
    if (token.key !== ':' || COUNTED_DATE.test(reader.peek(-2).key)) continue;
    const name = `bind${binds.length}`;
    binds.push({ name, expression: readBind(reader) });
    text += `${reader.source.slice(from, token.start)}:${name}`;
    from = reader.previous.end;
  }
  text += reader.source.slice(from, kind === 'query' ? reader.previous.end : reader.current.start);
  reader.expect(']');
  return { kind, ...position, text: withoutComments(text), binds };
}

function readBind(reader: TokenReader): Expression {
  const outer = reader.insideQuery;
  reader.insideQuery = true;
  const expression = readExpression(reader);
  reader.insideQuery = outer;
  return expression;
}

/** Apex comments are allowed inside a query; SOQL itself knows none. */
function withoutComments(text: string): string {
  return text.replace(/'(?:\\.|[^'\\])*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (match) =>
    match.startsWith("'") ? match : match.replace(/[^\n]/g, ' '),
  );
}
