import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceTree } from '../metadata/source-tree.ts';
import type { Finding } from './finding.ts';
import { hasLabel } from './references.ts';
import type { Named } from './references.ts';

const IMPORT = /(?:from\s+|import\s+)['"](@salesforce\/[^'"]+|c\/[\w/.-]+)['"]/g;
const TAG = /<c-([a-z][a-z0-9-]*)/g;

/** Looks up what the Lightning web components of a project import and which components their templates use. */
export function checkComponentImports(named: Named): Finding[] {
  return named.tree.ofType('LightningComponentBundle').flatMap(({ contentPath }) => {
    if (contentPath === undefined || !existsSync(contentPath)) return [];
    return readdirSync(contentPath, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .flatMap((entry) => checkFile(named, join(contentPath, entry.name)));
  });
}

function checkFile(named: Named, path: string): Finding[] {
  if (/\.(ts|js)$/.test(path) && !path.endsWith('.d.ts')) return checkMatches(path, IMPORT, (module) => missingModule(named, module));
  return path.endsWith('.html') ? checkMatches(path, TAG, (tag) => missingComponent(named.tree, camelCase(tag))) : [];
}

function checkMatches(path: string, pattern: RegExp, check: (name: string) => string | undefined): Finding[] {
  const text = readFileSync(path, 'utf8');
  return Array.from(text.matchAll(pattern)).flatMap((match) => {
    const message = check(match[1] ?? '');
    return message === undefined ? [] : [{ path, line: text.slice(0, match.index).split('\n').length, message }];
  });
}

function missingModule({ tree, schema }: Named, module: string): string | undefined {
  const [scope = '', kind = '', ...rest] = module.split('/');
  if (scope === 'c') return missingComponent(tree, kind);
  const name = rest.join('/');
  switch (kind) {
    case 'apex':
      return name !== '' && !tree.find('ApexClass', name.split('.').at(-2) ?? '') ? `There is no Apex class for ${module}` : undefined;
    case 'label':
      return name.startsWith('c.') && !hasLabel(tree, name.slice(2)) ? `There is no label ${name.slice(2)}` : undefined;
    case 'customPermission':
      return tree.find('CustomPermission', name) ? undefined : `There is no custom permission ${name}`;
    case 'resourceUrl':
      return tree.find('StaticResource', name) ? undefined : `There is no static resource ${name}`;
    case 'schema': {
      const [objectName = '', fieldName] = name.split('.');
      const object = schema.object(objectName);
      if (object === undefined) return /__\w+$/.test(objectName) ? `There is no object ${objectName}` : undefined;
      const isMissing = fieldName !== undefined && fieldName.endsWith('__c') && !object.fields.has(fieldName.toLowerCase());
      return isMissing ? `There is no field ${objectName}.${fieldName}` : undefined;
    }
    default:
      return undefined;
  }
}

function missingComponent(tree: SourceTree, name: string): string | undefined {
  return tree.find('LightningComponentBundle', name) ? undefined : `There is no component c/${name}`;
}

function camelCase(tag: string): string {
  return tag.replace(/-([a-z0-9])/g, (_whole, letter: string) => letter.toUpperCase());
}
