import { SObjectRecord } from '../../record.ts';
import type { Content } from '../../record.ts';
import type { ObjectDescription } from '../../schema/description.ts';
import { BlobValue } from '../../values/blob.ts';
import type { DmlContext, DmlRow } from '../dml-context.ts';
import { fail } from '../dml-context.ts';
import { stampNew } from '../stamps.ts';
import type { ObjectBehaviour } from './behaviour.ts';

/** Files: a first version makes the document, a later one becomes its latest; where it is published first it is linked. */
export const contentVersionBehaviour: ObjectBehaviour = {
  prepare(_context, rows) {
    for (const { record, old } of rows) {
      const { contents } = record;
      const body = contents.get('versiondata');
      const extension = /\.(\w+)$/.exec(String(contents.get('pathonclient') ?? ''))?.[1];
      contents.set('contentsize', body instanceof BlobValue ? body.bytes.length : 0);
      contents.set('fileextension', extension ?? null);
      contents.set('filetype', extension?.toUpperCase() ?? 'UNKNOWN');
      if (old === undefined) {
        contents.set('islatest', true);
      }
    }
  },
  beforeSave(_context, rows) {
    for (const row of rows.filter(({ record }) => record.get('ContentSize') === 0)) {
      fail(row, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [VersionData]', ['VersionData']);
    }
  },
  afterSave(context, rows) {
    for (const row of rows.filter(({ old }) => old === undefined)) {
      publish(context, row);
    }
  },
};

function publish(context: DmlContext, { record }: DmlRow): void {
  const documentId = record.get('ContentDocumentId');
  if (typeof documentId === 'string') {
    context.store.run('UPDATE "ContentVersion" SET "IsLatest" = 0 WHERE "ContentDocumentId" = ? AND "Id" <> ?', [documentId, record.id]);
    context.store.run('UPDATE "ContentDocument" SET "LatestPublishedVersionId" = ? WHERE "Id" = ?', [record.id, documentId]);
    return;
  }
  const document = write(context, 'ContentDocument', {
    title: record.get('Title'),
    description: record.get('Description'),
    ownerid: record.get('OwnerId'),
    filetype: record.get('FileType'),
    fileextension: record.get('FileExtension'),
    contentsize: record.get('ContentSize'),
    latestpublishedversionid: record.id,
  });
  record.put('ContentDocumentId', document);
  context.records.update(record);
  const places = new Set([record.get('OwnerId'), record.get('FirstPublishLocationId')]);
  for (const place of [...places].filter((each) => typeof each === 'string')) {
    write(context, 'ContentDocumentLink', { contentdocumentid: document, linkedentityid: place, sharetype: 'I', visibility: 'AllUsers' });
  }
}

function write(context: DmlContext, objectName: string, contents: Readonly<Record<string, Content>>): string {
  const object = context.schema.object(objectName) as ObjectDescription;
  const record = new SObjectRecord(object, new Map(Object.entries(contents)));
  stampNew(context, object, [{ index: 0, given: record, record, old: undefined, errors: [] }]);
  context.records.insert(record);
  return record.id as string;
}
