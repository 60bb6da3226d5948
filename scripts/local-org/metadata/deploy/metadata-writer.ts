import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Component, SourceTree } from '../source-tree.ts';
import { FOLDER_TYPES, MERGED_PARTS, PART_ELEMENTS } from './metadata-format.ts';
import { documentText, isElement, nameOf, readDocument, textOf } from './xml-parts.ts';
import type { XmlNode } from './xml-parts.ts';
import { writeZip } from './zip-archive.ts';

/** Whether a component is asked for, by its type and full name. */
export type Wanted = (type: string, fullName: string) => boolean;

const META = '-meta.xml';
const BUNDLES: Readonly<Record<string, string>> = { LightningComponentBundle: 'lwc', AuraDefinitionBundle: 'aura' };
const NOT_DEPLOYED: ReadonlySet<string> = new Set(['__tests__', '__mocks__']);

/** Writes components of a source tree in the format of the Metadata API: files by their path in an archive, without `package.xml`. */
export function writeComponents(tree: SourceTree, wanted: Wanted): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const component of tree.components) {
    const bundle = BUNDLES[component.type];
    if (bundle !== undefined) {
      if (wanted(component.type, component.name)) addBundle(files, bundle, component);
    } else if (component.type !== 'CustomObject' && component.type !== 'CustomFieldTranslation' && component.parent === undefined) {
      addFile(files, component, tree, wanted);
    }
  }
  for (const name of objectNames(tree)) addObject(files, name, tree, wanted);
  return files;
}

function addBundle(files: Map<string, Buffer>, bundle: string, { name, path }: Component): void {
  const folder = dirname(path);
  for (const file of filesIn(folder)) files.set(`${bundle}/${name}/${relative(folder, file).split(sep).join('/')}`, readFileSync(file));
}

function addFile(files: Map<string, Buffer>, component: Component, tree: SourceTree, wanted: Wanted): void {
  const { type, path, contentPath } = component;
  const folder = basename(dirname(path));
  const fileName = basename(path).slice(0, -META.length);
  const inFolder = Object.hasOwn(FOLDER_TYPES, basename(dirname(dirname(path))));
  const target = inFolder ? `${basename(dirname(dirname(path)))}/${folder}/${fileName}` : `${folder}/${fileName}`;
  const folderType = FOLDER_TYPES[folder];
  if (folderType !== undefined && fileName.endsWith(`.${folderType}`)) {
    const name = fileName.slice(0, -folderType.length - 1);
    if (wanted(type, name) || wanted(type.replace(/Folder$/, ''), name)) files.set(`${folder}/${name}${META}`, readFileSync(path));
  } else if (type === 'StaticResource' && contentPath !== undefined) {
    if (!wanted(type, component.name)) return;
    files.set(`staticresources/${component.name}.resource`, resourceContent(contentPath));
    files.set(`staticresources/${component.name}.resource${META}`, readFileSync(path));
  } else if (contentPath !== undefined) {
    if (!wanted(type, component.name)) return;
    files.set(target, readFileSync(contentPath));
    files.set(target + META, readFileSync(path));
  } else if (type === 'CustomObjectTranslation') {
    if (wanted(type, fileName.slice(0, fileName.lastIndexOf('.'))))
      files.set(`objectTranslations/${fileName}`, translation(component, tree));
  } else {
    const fullName = decodeURIComponent(target.slice(target.indexOf('/') + 1, target.lastIndexOf('.')));
    addWithParts(files, component, type === 'CustomLabels' ? 'CustomLabels' : fullName, target, wanted);
  }
}

/** A file whose parts can be asked for one by one; files that hold the same kind of parts are put together. */
function addWithParts(files: Map<string, Buffer>, { type, path }: Component, fullName: string, target: string, wanted: Wanted): void {
  const isWhole = wanted(type, fullName);
  const parts = MERGED_PARTS[type];
  if (parts === undefined) {
    if (isWhole) files.set(target, readFileSync(path));
    return;
  }
  const document = readDocument(readFileSync(path, 'utf8'));
  const children = document.children.filter((child) => {
    const partName = isElement(child) ? textOf(child, 'fullName') : undefined;
    const partType = parts[nameOf(child)];
    if (isWhole || partName === undefined || partType === undefined) return isWhole;
    return wanted(partType, type === 'CustomLabels' ? partName : `${fullName}.${partName}`);
  });
  if (!children.some(isElement)) return;
  const place = type === 'CustomLabels' ? 'labels/CustomLabels.labels' : target;
  const earlier = files.get(place);
  const before = earlier === undefined ? [] : readDocument(earlier.toString('utf8')).children;
  files.set(place, Buffer.from(documentText({ ...document, children: [...before, ...children] })));
}

function objectNames(tree: SourceTree): string[] {
  const own = tree.ofType('CustomObject').map(({ name }) => name);
  const parents = tree.components.filter(({ type, parent }) => parent !== undefined && PART_ELEMENTS[type] !== undefined);
  return [...new Set([...own, ...parents.map(({ parent }) => parent as string)])].sort();
}

/** An object with all that its folder holds; without the object itself only those of its parts that are asked for. */
function addObject(files: Map<string, Buffer>, name: string, tree: SourceTree, wanted: Wanted): void {
  const isWhole = wanted('CustomObject', name);
  const own = isWhole ? tree.ofType('CustomObject').filter((component) => component.name === name) : [];
  const children: XmlNode[] = own.flatMap(({ path }) => [...readDocument(readFileSync(path, 'utf8')).children]);
  for (const [type, element] of Object.entries(PART_ELEMENTS)) {
    for (const part of tree.childrenOf(type, name)) {
      if (isWhole || wanted(type, part.name)) children.push({ [element]: readDocument(readFileSync(part.path, 'utf8')).children });
    }
  }
  if (children.length > 0) files.set(`objects/${name}.object`, Buffer.from(documentText({ name: 'CustomObject', children })));
}

/** A translated object with its fields, which a source tree keeps beside it. */
function translation({ path }: Component, tree: SourceTree): Buffer {
  const document = readDocument(readFileSync(path, 'utf8'));
  const fields = tree
    .ofType('CustomFieldTranslation')
    .filter((field) => dirname(field.path) === dirname(path))
    .map((field): XmlNode => ({ fields: readDocument(readFileSync(field.path, 'utf8')).children }));
  return Buffer.from(documentText({ ...document, children: [...document.children, ...fields] }));
}

/** The bytes of a static resource; a folder goes as an archive. */
function resourceContent(path: string): Buffer {
  if (!statSync(path).isDirectory()) return readFileSync(path);
  return writeZip(new Map(filesIn(path).map((file) => [relative(path, file).split(sep).join('/'), readFileSync(file)])));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !NOT_DEPLOYED.has(name))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}
