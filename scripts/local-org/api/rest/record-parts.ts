import type { SObjectRecord } from '../../data/record.ts';
import type { ObjectDescription } from '../../data/schema/description.ts';
import { BlobValue } from '../../data/values/blob.ts';
import { ApiError } from '../errors.ts';
import { basePath, queryAsUser } from './call.ts';
import type { RestAnswer, RestCall } from './call.ts';
import { recordBody } from './record-body.ts';
import { readableFields, readRecord } from './records.ts';

/**
 * GET /sobjects/:object/:id/:part: the bytes of a field, the record that a lookup names, or the children under a relationship.
 */
export function partOfRecord(call: RestCall, object: ObjectDescription, id: string, part: string): RestAnswer {
  const field = object.fields.get(part.toLowerCase());
  if (field?.type === 'base64') {
    const content = readRecord(call, object, id, [field.name]).get(field.name);
    if (!(content instanceof BlobValue)) throw ApiError.notFound();
    return { status: 200, body: Buffer.from(content.bytes), type: 'application/octet-stream' };
  }
  const lookup = [...object.fields.values()].find(({ relationshipName }) => relationshipName?.toLowerCase() === part.toLowerCase());
  if (lookup) {
    const parentId = readRecord(call, object, id, [lookup.name]).get(lookup.name) as string | null;
    const parent = parentId === null ? undefined : call.context.org.schema.objectOfPrefix(parentId.slice(0, 3));
    if (parentId === null || parent === undefined) throw ApiError.notFound();
    return { status: 200, body: recordBody(readRecord(call, parent, parentId), basePath(call)) };
  }
  const children = object.childRelationships.find(({ relationshipName }) => relationshipName?.toLowerCase() === part.toLowerCase());
  const child = children && call.context.org.schema.object(children.childObject);
  if (children === undefined || child === undefined) throw ApiError.notFound();
  return childrenOf(call, object, id, { child, lookup: children.field });
}

function childrenOf(
  call: RestCall,
  object: ObjectDescription,
  id: string,
  { child, lookup }: { child: ObjectDescription; lookup: string },
): RestAnswer {
  readRecord(call, object, id, ['Id']);
  const names = call.query.get('fields')?.split(',') ?? readableFields(call, child);
  const soql = `SELECT ${names.map((name) => name.trim()).join(', ')} FROM ${child.name} WHERE ${lookup} = :id`;
  const { records, totalSize } = queryAsUser(call, soql, { binds: new Map([['id', id]]) });
  const body = records.map((record: SObjectRecord) => recordBody(record, basePath(call)));
  return { status: 200, body: { totalSize, done: true, records: body } };
}
