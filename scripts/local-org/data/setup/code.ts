import { readFileSync } from 'node:fs';
import type { SourceTree } from '../../metadata/source-tree.ts';
import { DecimalValue } from '../values/decimal.ts';
import type { SetUpWriter } from './set-up-writer.ts';

/** Stores classes and triggers as rows, so that permissions can point at them and clients can read them. */
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
}
