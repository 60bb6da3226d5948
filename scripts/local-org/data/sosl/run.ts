import { QueryError } from '../errors.ts';
import type { SObjectRecord } from '../record.ts';
import type { ObjectDescription } from '../schema/description.ts';
import type { Bind, NumberLiteral, SoqlQuery } from '../soql/ast.ts';
import { joined, sql, wrapped } from '../soql/fragment.ts';
import { NameResolver } from '../soql/names.ts';
import { runParsed } from '../soql/run.ts';
import type { SqlFragment } from '../store/columns.ts';
import { quote, tableName } from '../store/columns.ts';
import type { QueryContext } from '../store/query-context.ts';
import type { FoundRecords, SearchOptions } from '../transaction.ts';
import { prefixOf, toId18 } from '../values/id.ts';
import type { SearchGroup, SoslQuery } from './ast.ts';
import { parseSosl } from './parse.ts';
import { lengthOf, matches, neededLetters, parseSearchTerm, wordsOf } from './search-term.ts';
import type { SearchTerm } from './search-term.ts';
import { isSearchable, searchedFields } from './searchable.ts';

/** Most records that one search gives back. */
const MOST_RECORDS = 2000;

/**
 * Runs a search: the records of each object of RETURNING, in its order; without RETURNING those of every object in which something was
 * found. Throws `QueryError`, or `LimitExceeded`.
 */
export function runSearch(context: QueryContext, sosl: string, options: SearchOptions): FoundRecords[] {
  context.limits.consume('soslQueries', 1);
  const search = parseSosl(sosl);
  const userMode = search.access === 'user' || (search.access !== 'system' && options.mode === 'user');
  const run: SearchRun = {
    context,
    resolver: new NameResolver(context.schema, sosl),
    sosl,
    options: { ...options, mode: userMode ? 'user' : 'system', sharing: options.sharing || userMode },
    term: options.fixedIds ? undefined : termOf(search, options),
    group: search.group,
  };
  const found = (search.returning ?? everywhere(run)).map((query) => ({ query, records: recordsOf(run, query) }));
  const limit = Math.min(MOST_RECORDS, search.limit === undefined ? MOST_RECORDS : countOf(search.limit, options));
  return evenly(found, limit).filter(({ records }) => search.returning !== undefined || records.length > 0);
}

interface SearchRun {
  readonly context: QueryContext;
  readonly resolver: NameResolver;
  readonly sosl: string;
  readonly options: SearchOptions;
  /** Undefined when the records are fixed. */
  readonly term: SearchTerm | undefined;
  readonly group: SearchGroup;
}

function termOf({ find }: SoslQuery, options: SearchOptions): SearchTerm {
  const text = find.kind === 'bind' ? boundText(find, options) : find.text;
  const term = parseSearchTerm(text);
  if (term === undefined || lengthOf(term) < 2) {
    throw new QueryError('MALFORMED_SEARCH', `search term must be longer than one character: ${text}`, [], { at: find.at });
  }
  return term;
}

function boundText(bind: Bind, options: SearchOptions): string {
  const value = options.binds?.get(bind.name);
  if (value === undefined) {
    throw new QueryError('MALFORMED_QUERY', `Variable does not exist: ${bind.text}`, [], { at: bind.at });
  }
  return value === null ? '' : String(value);
}

function countOf(count: NumberLiteral | Bind, options: SearchOptions): number {
  return Number(count.kind === 'number' ? count.text : boundText(count, options));
}

/** What a search without RETURNING asks: the ids of every object that can be searched and that the user may read. */
function everywhere({ context, options }: SearchRun): SoqlQuery[] {
  return [...context.schema.objects()]
    .filter((object) => isSearchable(object) && object.queryable)
    .filter((object) => options.mode === 'system' || context.security.objectAccess(context.userId, object.name).read)
    .map(({ name }) => ({
      at: 0,
      select: [{ kind: 'expression', at: 0, expression: { kind: 'path', at: 0, parts: ['Id'] } }],
      from: { at: 0, text: name },
      orderBy: [],
      allRows: false,
    }));
}

function recordsOf(run: SearchRun, query: SoqlQuery): SObjectRecord[] {
  const { resolver, context, sosl, options } = run;
  const object = resolver.object(query.from);
  if (!isSearchable(object)) {
    throw resolver.error('INVALID_TYPE', `entity type ${query.from.text} does not support search`, query.from.at);
  }
  const ids = options.fixedIds ? fixedOf(object, options.fixedIds) : idsOf(run, object);
  const found = {
    kind: 'membership',
    at: query.from.at,
    left: { kind: 'path', at: query.from.at, parts: ['Id'] },
    operator: 'IN',
    right: ids.map((value) => ({ kind: 'string', at: query.from.at, value }) as const),
  } as const;
  const where = query.where ? ({ kind: 'and', at: query.where.at, conditions: [query.where, found] } as const) : found;
  const limit = query.limit ?? ({ kind: 'number', at: query.at, text: String(MOST_RECORDS) } as const);
  const restore = context.limits.fresh();
  try {
    return runParsed(context, sosl, { ...query, where, limit }, options).records;
  } finally {
    restore();
  }
}

function fixedOf(object: ObjectDescription, ids: readonly string[]): string[] {
  return ids.map((id) => toId18(id) ?? '').filter((id) => prefixOf(id) === object.keyPrefix);
}

/** The ids of an object's records with the words in fields that the user may read. What rows the user sees is left to the query. */
function idsOf({ context, options, term, group }: SearchRun, object: ObjectDescription): string[] {
  const fields = searchedFields(object, group).filter(
    (field) => options.mode === 'system' || context.security.fieldAccess(context.userId, object.name, field.name).read,
  );
  if (term === undefined || fields.length === 0) return [];
  const columns = fields.map((field) => quote(field.name));
  const conditions = neededLetters(term).map((letters) => contains(columns, letters));
  if (object.fields.has('isdeleted')) conditions.push(sql('"IsDeleted" = 0'));
  const where = conditions.length === 0 ? sql('') : wrapped(' WHERE ', joined(conditions, ' AND '), '');
  const { text, parameters } = wrapped(`SELECT "Id", ${columns.join(', ')} FROM ${tableName(object)}`, where, '');
  return context
    .select(text, parameters)
    .filter(([, ...texts]) =>
      matches(
        term,
        texts.map((one) => wordsOf((one as string | null) ?? '')),
      ),
    )
    .map(([id]) => id as string);
}

function contains(columns: readonly string[], letters: string): SqlFragment {
  const each = columns.map((column) => sql(`${column} LIKE ?`, `%${letters}%`));
  return wrapped('(', joined(each, ' OR '), ')');
}

/** At most so many records in all: as many of each object, and what one does not need goes to the others. */
function evenly(found: readonly FoundRecords[], limit: number): FoundRecords[] {
  const kept = found.map(() => 0);
  let left = limit;
  for (let growing = true; growing && left > 0;) {
    growing = false;
    for (const [index, { records }] of found.entries()) {
      if (left === 0 || kept[index] === records.length) continue;
      kept[index] += 1;
      left -= 1;
      growing = true;
    }
  }
  return found.map(({ query, records }, index) => ({ query, records: records.slice(0, kept[index]) }));
}
