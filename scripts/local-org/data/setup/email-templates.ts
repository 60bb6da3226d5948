import { existsSync, readFileSync } from 'node:fs';
import type { SourceTree } from '../../metadata/source-tree.ts';
import type { SetUpWriter } from './set-up-writer.ts';

/** Stores the classic mail templates of a source tree with their texts; a template made in the org stays. */
export function loadEmailTemplates(writer: SetUpWriter, tree: SourceTree): void {
  for (const { name, xml, path } of tree.ofType('EmailTemplate')) {
    const contentPath = path.replace(/-meta\.xml$/, '');
    const content = existsSync(contentPath) ? readFileSync(contentPath, 'utf8') : null;
    const type = xml.textOf('type') ?? 'text';
    writer.upsert(
      'EmailTemplate',
      { DeveloperName: name },
      {
        Name: xml.textOf('name') ?? name,
        Subject: xml.textOf('subject') ?? null,
        Description: xml.textOf('description') ?? null,
        TemplateType: type,
        IsActive: xml.flag('available', true),
        HtmlValue: type === 'text' ? null : content,
        Body: type === 'text' ? content : (xml.textOf('textOnly') ?? null),
        Encoding: 'UTF-8',
      },
    );
  }
}
