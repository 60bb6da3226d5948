import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NoAccess, PlatformError, QueryError } from '../../data/errors.ts';
import type { ObjectDescription } from '../../data/schema/description.ts';
import { prefixOf, toId18 } from '../../data/values/id.ts';
import type { Transaction } from '../../data/transaction.ts';
import type { SourceTree } from '../../metadata/source-tree.ts';
import { readableField, readableObject, UiApiError } from './context.ts';
import type { UiApiContext, UiApiOrg } from './context.ts';
import { compactLayout, fieldsOf, fullLayout } from './layouts.ts';
import { listRecords, listView, listViews } from './list-views.ts';
import { suggestRecords } from './lookups.ts';
import { allPicklistValues, objectInfo, picklistValues } from './object-info.ts';
import { nameFieldOf, queryRecords } from './record-query.ts';
import type { RecordRepresentation } from './record-query.ts';
import { relatedListOf, relatedLists } from './related-lists.ts';
import { createRecord, deleteRecord, updateRecord } from './saved-records.ts';
import { languageOf } from './user-language.ts';

/** What the user interface API is served from. */
export interface UiApiOptions {
  readonly org: UiApiOrg;
  readonly tree: SourceTree;
  /** The user of a request's session; answers 401 itself (by throwing) when there is none. */
  readonly userOf: (request: FastifyRequest) => string;
}

interface Call {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: Readonly<Record<string, unknown>>;
}

type Work = (context: UiApiContext, call: Call) => unknown;

const DEFAULT_PAGE_SIZE = 50;
const LARGEST_PAGE_SIZE = 200;

/** The user interface API, under the prefix it is registered with (`/services/data/:version/ui-api`). */
export function uiApiRoutes(server: FastifyInstance, options: UiApiOptions, done: () => void): void {
  const serve = (work: Work) => (request: FastifyRequest, reply: FastifyReply) => answer(options, work, request, reply);
  server.get(
    '/object-info/:object',
    serve((context, { parameters }) => objectInfo(context, object(context, parameters))),
  );
  server.get(
    '/object-info/:object/picklist-values/:recordType',
    serve((context, { parameters }) => allPicklistValues(context, object(context, parameters))),
  );
  server.get('/object-info/:object/picklist-values/:recordType/:field', serve(onePicklist));
  server.get('/layout/:object', serve(layout));
  server.get('/records/:id', serve(getRecord));
  server.post('/records', serve(postRecord));
  server.patch('/records/:id', serve(patchRecord));
  server.delete('/records/:id', serve(removeRecord));
  server.get('/related-list-info/:object', serve(listOfRelatedLists));
  server.get('/related-list-records/:id/:list', serve(relatedRecords));
  server.get('/list-info/:object', serve(listInfos));
  server.get('/list-info/:object/:list', serve(listInfo));
  server.get('/list-records/:object/:list', serve(records));
  server.get('/lookups/:object/:field/:target', serve(lookup));
  done();
}

function answer(options: UiApiOptions, work: Work, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const call = { parameters: request.params, query: request.query, body: request.body ?? {} } as Call;
  try {
    const userId = options.userOf(request);
    const { tree } = options;
    const run = (transaction: Transaction): unknown => {
      const org = inUsersWords(options.org, transaction);
      return work({ org, tree, transaction, userId, language: languageOf(transaction, userId) }, call);
    };
    const result = options.org.transaction(userId, run, { queued: true });
    return result === undefined ? reply.code(204).send() : reply.code(request.method === 'POST' ? 201 : 200).send(result);
  } catch (error) {
    if (error instanceof UiApiError) return reply.code(error.status).send(error.body);
    if (error instanceof NoAccess) return reply.code(403).send([{ errorCode: error.statusCode, message: error.message }]);
    if (error instanceof QueryError || error instanceof PlatformError) {
      return reply.code(400).send([{ errorCode: error.statusCode, message: error.message }]);
    }
    throw error;
  }
}

/** The org as the user reads it: every label in their language. */
function inUsersWords(org: UiApiOrg, { translations, language }: Transaction): UiApiContext['org'] {
  return { schema: translations.schema(org.schema, language), security: org.security };
}

function object(context: UiApiContext, parameters: Readonly<Record<string, string>>): ObjectDescription {
  return readableObject(context, parameters['object'] ?? '');
}

/** The object of a record by the first characters of its id. */
function recordIdentity(context: UiApiContext, text: string | undefined): { id: string; object: ObjectDescription } {
  const id = toId18(text ?? '');
  const found = id && context.org.schema.objectOfPrefix(prefixOf(id));
  if (!id || !found) throw UiApiError.notFound();
  return { id, object: readableObject(context, found.name) };
}

function onePicklist(context: UiApiContext, { parameters }: Call): unknown {
  const field = readableField(context, object(context, parameters), parameters['field'] ?? '');
  if (!field) throw UiApiError.notFound();
  return picklistValues(field);
}

function layout(context: UiApiContext, { parameters, query }: Call): unknown {
  const description = object(context, parameters);
  const type = query['layoutType'] ?? 'Full';
  if (type === 'Full') return { layoutType: type, objectApiName: description.name, sections: fullLayout(context, description) };
  const fields = compactLayout(context, description);
  const layoutItems = fields.map((name) => ({ layoutComponents: [{ apiName: name, componentType: 'Field' }] }));
  return { layoutType: type, objectApiName: description.name, sections: [{ layoutRows: [{ layoutItems }] }] };
}

/** Fields come as `Object.Field`; the object's name is left out of them here. */
function requestedFields(description: ObjectDescription, text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      const dot = name.indexOf('.');
      if (name.slice(0, dot).toLowerCase() !== description.name.toLowerCase()) {
        throw UiApiError.of(400, 'INVALID_FIELD', `${name} is not a field of ${description.name}; write ${description.name}.Field`);
      }
      return name.slice(dot + 1);
    });
}

function getRecord(context: UiApiContext, { parameters, query }: Call): RecordRepresentation {
  const identity = recordIdentity(context, parameters['id']);
  const fields = requestedFields(identity.object, query['fields']);
  const optional = requestedFields(identity.object, query['optionalFields']).filter((name) =>
    isReadablePath(context, identity.object, name),
  );
  if (query['layoutTypes'] || fields.length + optional.length === 0)
    fields.push(...layoutFields(context, identity.object, query['layoutTypes']));
  return oneRecord(context, identity, [...fields, ...optional]);
}

function layoutFields(context: UiApiContext, description: ObjectDescription, types = 'Full'): string[] {
  const names = types
    .split(',')
    .flatMap((type) => (type === 'Compact' ? compactLayout(context, description) : fieldsOf(fullLayout(context, description))));
  return [nameFieldOf(description), ...names];
}

function isReadablePath(context: UiApiContext, description: ObjectDescription, path: string): boolean {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) return readableField(context, description, first) !== undefined;
  const reference = [...description.fields.values()].find((field) => field.relationshipName?.toLowerCase() === first.toLowerCase());
  const target = reference && context.org.schema.object(reference.referenceTo[0] ?? '');
  return (
    target !== undefined &&
    readableField(context, description, reference?.name ?? '') !== undefined &&
    isReadablePath(context, target, rest.join('.'))
  );
}

function oneRecord(
  context: UiApiContext,
  identity: { id: string; object: ObjectDescription },
  fields: readonly string[],
): RecordRepresentation {
  const rest = { text: 'WHERE Id = :id', binds: new Map([['id', identity.id]]) };
  const [record] = queryRecords(context, identity.object, fields, rest);
  if (!record) throw UiApiError.notFound();
  return record;
}

function bodyFields(call: Call): Readonly<Record<string, unknown>> {
  const fields = call.body['fields'];
  if (typeof fields !== 'object' || fields === null)
    throw UiApiError.of(400, 'JSON_PARSER_ERROR', 'The body needs an object "fields" with a value for each field.');
  return fields as Readonly<Record<string, unknown>>;
}

function postRecord(context: UiApiContext, call: Call): RecordRepresentation {
  const { apiName } = call.body;
  const description = readableObject(context, typeof apiName === 'string' ? apiName : '');
  const id = createRecord(context, description, bodyFields(call));
  return oneRecord(context, { id, object: description }, layoutFields(context, description));
}

function patchRecord(context: UiApiContext, call: Call): RecordRepresentation {
  const identity = recordIdentity(context, call.parameters['id']);
  updateRecord(context, identity.object, identity.id, bodyFields(call));
  return oneRecord(context, identity, layoutFields(context, identity.object));
}

function removeRecord(context: UiApiContext, { parameters }: Call): undefined {
  const identity = recordIdentity(context, parameters['id']);
  deleteRecord(context, identity.object, identity.id);
}

function listOfRelatedLists(context: UiApiContext, { parameters }: Call): unknown {
  const lists = relatedLists(context, object(context, parameters)).map((list) => ({
    relatedListId: list.relatedListId,
    label: list.label,
    objectApiNames: [list.childObject.name],
    fieldApiName: list.field,
    displayColumns: columnInfos(list.childObject, list.columns),
  }));
  return { relatedLists: lists };
}

function columnInfos(description: ObjectDescription, columns: readonly string[]): object[] {
  return columns.map((name) => {
    const field = description.fields.get(name.toLowerCase());
    return {
      fieldApiName: name,
      label: field?.label ?? name,
      sortable: field?.longText === false,
      lookupId: field?.type === 'reference' ? name : null,
    };
  });
}

function relatedRecords(context: UiApiContext, { parameters, query }: Call): unknown {
  const identity = recordIdentity(context, parameters['id']);
  const list = relatedListOf(context, identity.object, parameters['list'] ?? '');
  const { pageSize, offset } = page(query);
  const text = `WHERE ${list.field} = :parent ORDER BY CreatedDate DESC LIMIT ${pageSize + 1} OFFSET ${offset}`;
  const rows = queryRecords(context, list.childObject, list.columns, { text, binds: new Map([['parent', identity.id]]) });
  return pageOf(rows, pageSize, offset);
}

function listInfos(context: UiApiContext, { parameters }: Call): unknown {
  const description = object(context, parameters);
  return {
    lists: listViews(context, description).map((view) => ({ apiName: view.apiName, label: view.label, objectApiName: description.name })),
  };
}

function listInfo(context: UiApiContext, { parameters }: Call): unknown {
  const description = object(context, parameters);
  const view = listView(context, description, parameters['list'] ?? '');
  return {
    label: view.label,
    listReference: { listViewApiName: view.apiName, objectApiName: description.name },
    displayColumns: columnInfos(description, view.columns),
  };
}

function records(context: UiApiContext, { parameters, query }: Call): unknown {
  const description = object(context, parameters);
  const view = listView(context, description, parameters['list'] ?? '');
  const { pageSize, offset } = page(query);
  const { sortBy, searchTerm } = query;
  const request = { pageSize, offset, ...(sortBy ? { sortBy } : {}), ...(searchTerm ? { search: searchTerm } : {}) };
  return pageOf(listRecords(context, description, view, request), pageSize, offset);
}

function page(query: Call['query']): { pageSize: number; offset: number } {
  const pageSize = Number(query['pageSize'] ?? DEFAULT_PAGE_SIZE);
  const offset = Number(query['pageToken'] ?? 0);
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > LARGEST_PAGE_SIZE) {
    throw UiApiError.of(400, 'INVALID_PAGE_SIZE', `pageSize must be a whole number from 1 to ${LARGEST_PAGE_SIZE}.`);
  }
  if (!Number.isInteger(offset) || offset < 0)
    throw UiApiError.of(400, 'INVALID_PAGE_TOKEN', 'pageToken is none that this list has given.');
  return { pageSize, offset };
}

function pageOf(rows: readonly RecordRepresentation[], pageSize: number, offset: number): unknown {
  const shown = rows.slice(0, pageSize);
  return {
    count: shown.length,
    currentPageToken: String(offset),
    nextPageToken: rows.length > pageSize ? String(offset + pageSize) : null,
    records: shown,
  };
}

function lookup(context: UiApiContext, { parameters, query }: Call): unknown {
  const field = readableField(context, object(context, parameters), parameters['field'] ?? '');
  const target = field?.referenceTo.find((name) => name.toLowerCase() === parameters['target']?.toLowerCase());
  const description = target && context.org.schema.object(target);
  if (!description) throw UiApiError.notFound();
  return { records: suggestRecords(context, description, query['q'] ?? '') };
}
