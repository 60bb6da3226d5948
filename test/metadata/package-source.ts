import { readFileSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { XMLParser } from 'fast-xml-parser';

/** The folder of the project. */
export const project = fileURLToPath(new URL('../../', import.meta.url));

/** The package, and what is deployed beside it to orgs that have Translation Workbench. */
const sources = ['force-app', 'translations'].map((folder) => join(project, folder));

/** An element of a metadata file: text, or elements by name, each a list. */
export interface Element {
  readonly [name: string]: readonly (Element | string)[] | undefined;
}

const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, isArray: () => true });

/** Every file of the package, relative to the project, in a fixed order. */
export const files: readonly string[] = sources
  .flatMap((source) => readdirSync(source, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && !entry.parentPath.includes('__tests__'))
  .map((entry) => relative(project, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .sort();

/** The files whose path ends like this. */
export function filesEndingIn(...endings: string[]): string[] {
  return files.filter((file) => endings.some((ending) => file.endsWith(ending)));
}

/** The text of a file of the project. */
export function textOf(file: string): string {
  return readFileSync(join(project, file), 'utf8');
}

/** The root element of a metadata file. */
export function readXml(file: string): Element {
  const document = parser.parse(textOf(file)) as Record<string, (Element | string)[]>;
  const root = Object.entries(document).find(([name]) => !name.startsWith('?'))?.[1][0];
  if (root === undefined || typeof root === 'string') {
    throw new Error(`${file} holds no metadata.`);
  }
  return root;
}

/** The elements of this name. */
export function elements(parent: Element | undefined, name: string): Element[] {
  return (parent?.[name] ?? []).filter((child): child is Element => typeof child !== 'string');
}

/** The texts of all elements of this name. */
export function texts(parent: Element | undefined, name: string): string[] {
  return (parent?.[name] ?? []).filter((child): child is string => typeof child === 'string');
}

/** The text of the one element of this name, if there is one. */
export function text(parent: Element | undefined, name: string): string | undefined {
  return texts(parent, name)[0];
}

/** The name of a component, from its file: `Advocate__c` of `Advocate__c.object-meta.xml`. */
export function componentName(file: string): string {
  return basename(file).replace(/\.[^.]+-meta\.xml$/, '');
}

/** A custom field of the package. */
export interface PackageField {
  readonly object: string;
  readonly name: string;
  readonly file: string;
  readonly type: string;
  readonly definition: Element;
}

/** The custom fields of the package. */
export const fields: readonly PackageField[] = filesEndingIn('.field-meta.xml').map((file) => {
  const definition = readXml(file);
  return {
    object: /objects\/([^/]+)\/fields\//.exec(file)?.[1] ?? '',
    name: componentName(file),
    file,
    type: text(definition, 'type') ?? '',
    definition,
  };
});

/** True for a field whose object stores records of users: not configuration. */
export function holdsRecords(field: PackageField): boolean {
  return !field.object.endsWith('__mdt') && field.object !== 'Vouchsafe_Policy__c';
}

/** The values of a picklist field. */
export function picklistValues(field: PackageField): string[] {
  const definition = elements(elements(field.definition, 'valueSet')[0], 'valueSetDefinition')[0];
  return elements(definition, 'value').map((value) => text(value, 'fullName') ?? '');
}

/** The field of this name. */
export function fieldOf(object: string, name: string): PackageField {
  const field = fields.find((candidate) => candidate.object === object && candidate.name === name);
  if (!field) {
    throw new Error(`There is no field ${object}.${name} in the package.`);
  }
  return field;
}
