import { basename, dirname } from 'node:path/posix';
import { typeOfEnding } from '../component-types.ts';
import { childrenOf, documentText, isElement, nameOf, readDocument, textOf } from './xml-parts.ts';
import type { XmlDocument, XmlNode } from './xml-parts.ts';
import { readZip } from './zip-archive.ts';
import type { ZipEntries } from './zip-archive.ts';

/** One component of a deployment, with the files that it is in a source tree. */
export interface DeployedComponent {
  /** The Metadata API's name of its type. */
  readonly type: string;
  readonly fullName: string;
  /** Its file in the archive. */
  readonly archivePath: string;
  /** Files under the package directory; of one that others share, only this component's part. */
  readonly files: readonly DeployedFile[];
}

/** A file as a deployment writes it. */
export interface DeployedFile {
  readonly path: string;
  readonly content: Buffer;
  /** Elements with other keys in the file that is there already stay: labels, sharing rules, translations. */
  readonly merged?: boolean;
}

/** A file of the archive that is not understood. */
export class BadComponent extends Error {
  readonly archivePath: string;
  readonly line: number;

  constructor(archivePath: string, line: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BadComponent';
    this.archivePath = archivePath;
    this.line = line;
  }
}

const META = '-meta.xml';
const WITH_CONTENT: ReadonlySet<string> = new Set(['cls', 'trigger', 'page', 'component', 'resource', 'email', 'asset', 'dwl']);
const BUNDLES: Readonly<Record<string, string>> = { lwc: 'LightningComponentBundle', aura: 'AuraDefinitionBundle' };
/** The ending of a folder's own file, by the folder of the type. */
export const FOLDER_TYPES: Readonly<Record<string, string>> = {
  reports: 'reportFolder',
  dashboards: 'dashboardFolder',
  email: 'emailFolder',
  documents: 'documentFolder',
};
/** Types whose files hold parts that come and go one by one, known by the child element that names them. */
const MERGED: ReadonlySet<string> = new Set([
  'CustomLabels',
  'SharingRules',
  'Translations',
  'CustomObjectTranslation',
  'Workflow',
  'Profile',
]);
/** Those parts that are components of their own, by the element. */
export const MERGED_PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CustomLabels: { labels: 'CustomLabel' },
  SharingRules: {
    sharingOwnerRules: 'SharingOwnerRule',
    sharingCriteriaRules: 'SharingCriteriaRule',
    sharingGuestRules: 'SharingGuestRule',
    sharingTerritoryRules: 'SharingTerritoryRule',
  },
  Workflow: {
    alerts: 'WorkflowAlert',
    fieldUpdates: 'WorkflowFieldUpdate',
    outboundMessages: 'WorkflowOutboundMessage',
    rules: 'WorkflowRule',
    tasks: 'WorkflowTask',
  },
};
/** Parts of an object that a source tree keeps in files of their own: the folder, and the type with a small letter as the ending. */
const OBJECT_PARTS: Readonly<Record<string, readonly [folder: string, type: string]>> = {
  fields: ['fields', 'CustomField'],
  validationRules: ['validationRules', 'ValidationRule'],
  listViews: ['listViews', 'ListView'],
  recordTypes: ['recordTypes', 'RecordType'],
  compactLayouts: ['compactLayouts', 'CompactLayout'],
  fieldSets: ['fieldSets', 'FieldSet'],
  webLinks: ['webLinks', 'WebLink'],
  businessProcesses: ['businessProcesses', 'BusinessProcess'],
  sharingReasons: ['sharingReasons', 'SharingReason'],
  indexes: ['indexes', 'Index'],
};
/** The element of an object's file, by the type of the part. */
export const PART_ELEMENTS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(OBJECT_PARTS).map(([element, [, type]]) => [type, element]),
);
const PART_ENDINGS: Readonly<Record<string, string>> = { CustomField: 'field' };

/**
 * Reads an archive in the Metadata API's format into components of a source tree.
 * @throws BadComponent for broken XML and for types that the local org does not know.
 */
export function readComponents(entries: ZipEntries): DeployedComponent[] {
  const components: DeployedComponent[] = [];
  const bundles = new Map<string, DeployedFile[]>();
  for (const [path, content] of entries) {
    if (isManifest(path)) continue;
    const bundle = /(?:^|\/)(lwc|aura)\/([^/]+)\/.+$/.exec(path);
    if (bundle?.[1] !== undefined && bundle[2] !== undefined) {
      const key = `${bundle[1]}/${bundle[2]}`;
      const files = bundles.get(key) ?? [];
      bundles.set(key, [...files, { path: path.slice(path.indexOf(`${key}/`)), content }]);
    } else if (!isCompanion(path, entries)) {
      components.push(...componentsOf(path, content, entries));
    }
  }
  for (const [key, files] of bundles) {
    const [folder = '', fullName = ''] = key.split('/');
    components.push({ type: BUNDLES[folder] ?? '', fullName, archivePath: key, files });
  }
  return components;
}

/** Whether a file says what the archive is, and is no component: `package.xml`, `destructiveChanges.xml`. */
export function isManifest(path: string): boolean {
  return /(?:^|\/)(?:package|destructiveChanges(?:Pre|Post)?)\.xml$/.test(path);
}

/** The description that belongs to a file with content. */
function isCompanion(path: string, entries: ZipEntries): boolean {
  return path.endsWith(META) && entries.has(path.slice(0, -META.length));
}

function componentsOf(path: string, content: Buffer, entries: ZipEntries): DeployedComponent[] {
  const folder = basename(dirname(path));
  const folderEnding = FOLDER_TYPES[folder];
  if (path.endsWith(META) && folderEnding !== undefined) {
    const name = basename(path).slice(0, -META.length);
    const file = { path: `${folder}/${name}.${folderEnding}${META}`, content };
    return [{ type: requireType(path, folderEnding, []), fullName: name, archivePath: path, files: [file] }];
  }
  const { name, ending } = nameAndEnding(path);
  const type = requireType(path, ending, path.split('/'));
  if (WITH_CONTENT.has(ending)) return [withContent(path, type, name, content, entries)];
  const document = parsed(path, content);
  if (type === 'CustomObject') return objectComponents(path, name, document);
  const target = relativePath(path);
  const file = { path: `${target}${META}`, content, ...(MERGED.has(type) && { merged: true }) };
  const component = { type, fullName: fullNameOf(type, target, ending), archivePath: path, files: [file] };
  const parts = document.children.flatMap((child): DeployedComponent[] => {
    const partType = MERGED_PARTS[type]?.[nameOf(child)];
    if (partType === undefined) return [];
    const partName = textOf(child, 'fullName') ?? '';
    return [{ type: partType, fullName: type === 'CustomLabels' ? partName : `${name}.${partName}`, archivePath: path, files: [] }];
  });
  return [component, ...parts];
}

/** A file and the description beside it. A static resource that is an archive becomes a folder, as in a source tree. */
function withContent(path: string, type: string, name: string, content: Buffer, entries: ZipEntries): DeployedComponent {
  const description = entries.get(path + META);
  if (description === undefined) throw new BadComponent(path, 1, `The file ${basename(path)}${META} is missing beside it.`);
  const document = parsed(path + META, description);
  const target = relativePath(path);
  const meta = { path: target + META, content: description };
  const contentType = textOf({ [document.name]: document.children }, 'contentType');
  const isArchive = type === 'StaticResource' && contentType === 'application/zip';
  const files = isArchive
    ? [...readZip(content)].map(([inner, data]) => ({ path: `${target.slice(0, -'.resource'.length)}/${inner}`, content: data }))
    : [{ path: target, content }];
  return { type, fullName: name, archivePath: path, files: [...files, meta] };
}

/** An object's own file and its parts, each a component. */
function objectComponents(path: string, objectName: string, document: XmlDocument): DeployedComponent[] {
  const own: XmlNode[] = [];
  const parts: DeployedComponent[] = [];
  for (const child of document.children) {
    const part = OBJECT_PARTS[nameOf(child)];
    if (part === undefined) {
      own.push(child);
      continue;
    }
    const [folder, type] = part;
    const partName = textOf(child, 'fullName') ?? '';
    const ending = PART_ENDINGS[type] ?? `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
    const file = {
      path: `objects/${objectName}/${folder}/${partName}.${ending}${META}`,
      content: Buffer.from(documentText({ name: type, children: childrenOf(child) })),
    };
    parts.push({ type, fullName: `${objectName}.${partName}`, archivePath: path, files: [file] });
  }
  if (!own.some(isElement)) return parts;
  const file = {
    path: `objects/${objectName}/${objectName}.object${META}`,
    content: Buffer.from(documentText({ name: 'CustomObject', children: own })),
  };
  return [{ type: 'CustomObject', fullName: objectName, archivePath: path, files: [file] }, ...parts];
}

function parsed(path: string, content: Buffer): XmlDocument {
  try {
    return readDocument(content.toString('utf8'));
  } catch (cause) {
    throw new BadComponent(path, (cause as { line?: number }).line ?? 1, `Error parsing file: ${(cause as Error).message}`, { cause });
  }
}

function nameAndEnding(path: string): { name: string; ending: string } {
  const fileName = basename(path.endsWith(META) ? path.slice(0, -META.length) : path);
  const dot = fileName.lastIndexOf('.');
  return { name: decodeURIComponent(fileName.slice(0, Math.max(dot, 0))), ending: fileName.slice(dot + 1) };
}

function requireType(path: string, ending: string, parents: readonly string[]): string {
  const type = typeOfEnding(ending, parents);
  if (type === undefined) throw new BadComponent(path, 1, `The local org does not know the metadata type of "*.${ending}" files.`);
  return type;
}

/** The path without the folder that an archive of more than one package has around everything. */
function relativePath(path: string): string {
  const parts = path.split('/');
  const isNested = FOLDER_TYPES[parts.at(-3) ?? ''] !== undefined;
  return parts.slice(isNested ? -3 : -2).join('/');
}

function fullNameOf(type: string, target: string, ending: string): string {
  const [, ...rest] = target.split('/');
  const path = rest.join('/');
  return type === 'CustomLabels' ? 'CustomLabels' : decodeURIComponent(path.slice(0, -(ending.length + 1)));
}
