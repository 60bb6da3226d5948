import { readFileSync, statSync } from 'node:fs';
import type { SourceTree } from '../../metadata/source-tree.ts';
import { BlobValue } from '../values/blob.ts';
import { DecimalValue } from '../values/decimal.ts';
import type { SetUpWriter } from './set-up-writer.ts';

/** Stores classes, triggers and static resources as rows, so that permissions can point at them and clients can read them. */
export function loadCode(writer: SetUpWriter, tree: SourceTree): void {
  for (const component of tree.ofType('ApexClass')) {
    const body = readFileSync(component.contentPath as string, 'utf8');
    writer.upsert(
      'ApexClass',
      { Name: component.name },
      {
        Body: body,
        LengthWithoutComments: body.length,
        Status: 'Active',
        IsValid: true,
        ApiVersion: DecimalValue.parse(component.xml.textOf('apiVersion') ?? '65.0'),
      },
    );
  }
  for (const component of tree.ofType('ApexTrigger')) {
    const body = readFileSync(component.contentPath as string, 'utf8');
    writer.upsert(
      'ApexTrigger',
      { Name: component.name },
      {
        Body: body,
        TableEnumOrId: /\bon\s+(\w+)/i.exec(body)?.[1] ?? null,
        Status: component.xml.textOf('status') ?? 'Active',
        IsValid: true,
        ApiVersion: DecimalValue.parse(component.xml.textOf('apiVersion') ?? '65.0'),
      },
    );
  }
  for (const component of tree.ofType('StaticResource')) {
    const body = bodyOf(component.contentPath as string);
    writer.upsert(
      'StaticResource',
      { Name: component.name },
      {
        ContentType: component.xml.textOf('contentType') ?? null,
        CacheControl: component.xml.textOf('cacheControl') ?? 'Private',
        Description: component.xml.textOf('description') ?? null,
        Body: body,
        BodyLength: body?.bytes.length ?? 0,
      },
    );
  }
}

/** The bytes of a static resource; null for a folder, which the platform gets as an archive and the local org serves file by file. */
function bodyOf(path: string): BlobValue | null {
  return statSync(path).isDirectory() ? null : new BlobValue(readFileSync(path));
}
