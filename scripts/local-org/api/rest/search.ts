import { USER } from '../../data/transaction.ts';
import { ApiError } from '../errors.ts';
import { basePath } from './call.ts';
import type { RestAnswer, RestCall } from './call.ts';
import { askedBy, recordBody } from './record-body.ts';

/** GET /search?q=FIND ... */
export function search(call: RestCall): RestAnswer {
  const sosl = call.query.get('q');
  if (sosl === null || sosl.trim() === '') throw new ApiError(400, 'MALFORMED_QUERY', 'The parameter q must hold a search (SOSL)');
  return answer(call, sosl);
}

/** GET or POST /parameterizedSearch: a search put together from its parts. */
export function parameterizedSearch(call: RestCall): RestAnswer {
  return answer(call, soslOf(call.method === 'POST' ? partsOfBody(call.body) : partsOfAddress(call.query)));
}

function answer(call: RestCall, sosl: string): RestAnswer {
  const restore = call.transaction.limits.fresh();
  try {
    const found = call.transaction.search(sosl, USER);
    const base = basePath(call);
    const searchRecords = found.flatMap(({ query, records }) => records.map((record) => recordBody(record, base, askedBy(query))));
    return { status: 200, body: { searchRecords } };
  } finally {
    restore();
  }
}

/** The parts of a search, as texts: each is checked before it becomes part of a search. */
interface SearchParts {
  readonly q: string | undefined;
  readonly in: string | undefined;
  readonly overallLimit: string | undefined;
  readonly defaultLimit: string | undefined;
  readonly fields: readonly string[];
  readonly objects: readonly ObjectParts[];
}

interface ObjectParts {
  readonly name: string;
  readonly fields: readonly string[];
  readonly where: string | undefined;
  readonly orderBy: string | undefined;
  readonly limit: string | undefined;
  readonly offset: string | undefined;
}

function partsOfAddress(query: URLSearchParams): SearchParts {
  const text = (name: string): string | undefined => query.get(name) ?? undefined;
  const list = (name: string): string[] => (text(name) ?? '').split(',').filter((part) => part.trim() !== '');
  const objects = query.getAll('sobject').map((name) => ({
    name,
    fields: list(`${name}.fields`),
    where: text(`${name}.where`),
    orderBy: text(`${name}.orderBy`),
    limit: text(`${name}.limit`),
    offset: text(`${name}.offset`),
  }));
  return {
    q: text('q'),
    in: text('in'),
    overallLimit: text('overallLimit'),
    defaultLimit: text('defaultLimit'),
    fields: list('fields'),
    objects,
  };
}

function partsOfBody(body: unknown): SearchParts {
  const given = asObject(body, 'The body');
  const objects = given['sobjects'] === undefined ? [] : asList(given['sobjects'], 'sobjects');
  return {
    q: textOf(given, 'q'),
    in: textOf(given, 'in'),
    overallLimit: textOf(given, 'overallLimit'),
    defaultLimit: textOf(given, 'defaultLimit'),
    fields: textsOf(given, 'fields'),
    objects: objects.map((item) => {
      const part = asObject(item, 'An entry of sobjects');
      return {
        name: textOf(part, 'name') ?? '',
        fields: textsOf(part, 'fields'),
        where: textOf(part, 'where'),
        orderBy: textOf(part, 'orderBy'),
        limit: textOf(part, 'limit'),
        offset: textOf(part, 'offset'),
      };
    }),
  };
}

function asObject(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  throw new ApiError(400, 'JSON_PARSER_ERROR', `${what} must be a JSON object`);
}

function asList(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  throw new ApiError(400, 'JSON_PARSER_ERROR', `${name} must be a JSON array`);
}

function textOf(given: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = given[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new ApiError(400, 'JSON_PARSER_ERROR', `${name} must be a text or a number`);
}

function textsOf(given: Readonly<Record<string, unknown>>, name: string): string[] {
  const value = given[name];
  return value === undefined || value === null ? [] : asList(value, name).map(String);
}

function soslOf(parts: SearchParts): string {
  if (parts.q === undefined || parts.q.trim() === '') throw new ApiError(400, 'MALFORMED_SEARCH', 'The parameter q must hold what to find');
  const find = parts.q.replace(/[{}]/g, '\\$&');
  const group = (parts.in ?? 'ALL').replace(/\s+FIELDS$/i, '');
  const returning = parts.objects.length === 0 ? '' : ` RETURNING ${parts.objects.map((object) => returnedOf(object, parts)).join(', ')}`;
  const limit = parts.overallLimit === undefined ? '' : ` LIMIT ${whole(parts.overallLimit, 'overallLimit')}`;
  return `FIND {${find}} IN ${name(group, 'in')} FIELDS${returning}${limit}`;
}

function returnedOf(object: ObjectParts, { fields, defaultLimit }: SearchParts): string {
  const wanted = object.fields.length > 0 ? object.fields : fields.length > 0 ? fields : ['Id'];
  const clause = (word: string, text: string | undefined): string => (text === undefined ? '' : ` ${word} ${text}`);
  const number = (word: string, text: string | undefined, part: string): string => clause(word, text && whole(text, part));
  const limit = number('LIMIT', object.limit ?? defaultLimit, 'limit');
  const rest = clause('WHERE', object.where) + clause('ORDER BY', object.orderBy) + limit + number('OFFSET', object.offset, 'offset');
  return `${name(object.name, 'sobject')} (${wanted.map((field) => name(field, 'fields')).join(', ')}${rest})`;
}

function name(text: string, part: string): string {
  if (/^\w+(\.\w+)*$/.test(text.trim())) return text.trim();
  throw new ApiError(400, 'INVALID_FIELD', `${part} must hold names, which '${text}' is not`);
}

function whole(text: string, part: string): string {
  if (/^\d+$/.test(text)) return text;
  throw new ApiError(400, 'INVALID_QUERY_FILTER_OPERATOR', `${part} must be a whole number, which '${text}' is not`);
}
