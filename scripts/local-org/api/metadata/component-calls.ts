import { basename, dirname } from 'node:path';
import { endingOfType, knownTypes, TYPES_OF_OBJECTS, TYPES_WITH_CONTENT } from '../../metadata/component-types.ts';
import { PART_ELEMENTS } from '../../metadata/deploy/metadata-format.ts';
import { writeComponents } from '../../metadata/deploy/metadata-writer.ts';
import { childrenOf, documentText, elementText, isElement, nameOf, readDocument, textOf } from '../../metadata/deploy/xml-parts.ts';
import type { XmlNode } from '../../metadata/deploy/xml-parts.ts';
import { writeZip } from '../../metadata/deploy/zip-archive.ts';
import type { SourceTree } from '../../metadata/source-tree.ts';
import { ApiError } from '../errors.ts';
import { escapeText } from '../soap.ts';
import type { DeployMessage, Deployment } from './deploy-result.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
/** Folders that are not called as the ending with an "s". */
const FOLDERS: Readonly<Record<string, string>> = {
  app: 'applications',
  md: 'customMetadata',
  notiftype: 'notificationtypes',
  labels: 'labels',
  settings: 'settings',
  sharingRules: 'sharingRules',
  remoteSite: 'remoteSiteSettings',
};

/** One component that a client creates, changes or removes. */
export interface ComponentCall {
  readonly type: string;
  readonly fullName: string;
  /** What its file holds; none for one that is removed. */
  readonly children: readonly XmlNode[];
}

/** The components in the body of `createMetadata` and its kin, as they are written in the request. */
export function componentsIn(body: string): ComponentCall[] {
  const envelope = readDocument(body);
  const soapBody = envelope.children.find((child) => /(?:^|:)Body$/.test(nameOf(child)));
  const operation = soapBody && childrenOf(soapBody).find(isElement);
  const given = operation ? childrenOf(operation).filter((child) => /(?:^|:)metadata$/.test(nameOf(child))) : [];
  return given.map((node) => {
    const attributes = node[':@'] as Readonly<Record<string, string>> | undefined;
    const type = (attributes?.['xsi:type'] ?? '').replace(/^.*:/, '');
    const fullName = textOf(node, 'fullName') ?? '';
    requireWritable(type);
    if (fullName === '') throw new ApiError(400, 'REQUIRED_FIELD_MISSING', `Each ${type} needs its fullName`);
    return { type, fullName, children: childrenOf(node).filter((child) => nameOf(child) !== 'fullName') };
  });
}

/** Refuses types that can't be written by themselves. */
export function requireWritable(type: string): void {
  if (endingOfType(type) === undefined) throw new ApiError(400, 'INVALID_TYPE', `${type} is no metadata type that the local org knows`);
  if (TYPES_WITH_CONTENT.has(type) || type === 'StaticResource') {
    throw new ApiError(400, 'INVALID_TYPE', `${type} has content beside its metadata: deploy and retrieve it`);
  }
}

/** An archive to deploy that writes components; parts of one object go into one file. */
export function archiveOf(components: readonly ComponentCall[], tree: SourceTree): Buffer {
  const documents = new Map<string, { readonly name: string; readonly children: XmlNode[] }>();
  const add = (path: string, name: string, children: readonly XmlNode[]): void => {
    const document = documents.get(path) ?? { name, children: [] };
    document.children.push(...children);
    documents.set(path, document);
  };
  for (const { type, fullName, children } of components) {
    const element = PART_ELEMENTS[type];
    const [object = '', part = ''] = fullName.split('.');
    const named = { fullName: [{ '#text': escapeText(element === undefined ? fullName : part) }] };
    if (element !== undefined) add(`objects/${object}.object`, 'CustomObject', [{ [element]: [named, ...children] }]);
    else if (type === 'CustomObject') add(`objects/${fullName}.object`, 'CustomObject', children);
    else if (type === 'CustomLabel') add('labels/CustomLabels.labels', 'CustomLabels', [{ labels: [named, ...children] }]);
    else add(pathOf(type, fullName, tree), type, children);
  }
  const files = [...documents].map(([path, document]) => [path, Buffer.from(documentText(document))] as const);
  return writeZip(new Map([['package.xml', manifest([])], ...files]));
}

/** An archive to deploy that removes components. */
export function destructiveArchive(type: string, fullNames: readonly string[]): Buffer {
  const members = fullNames.map((fullName) => `<members>${escapeText(fullName)}</members>`);
  return writeZip(
    new Map([
      ['package.xml', manifest([])],
      ['destructiveChanges.xml', manifest([`<types>${members.join('')}<name>${type}</name></types>`])],
    ]),
  );
}

function manifest(types: readonly string[]): Buffer {
  return Buffer.from(`<Package xmlns="${NAMESPACE}">${types.join('')}<version>65.0</version></Package>`);
}

/** Where a component's file is: where it was, or in the folder that its type has in an archive. */
function pathOf(type: string, fullName: string, tree: SourceTree): string {
  const ending = endingOfType(type) ?? '';
  const existing = tree.find(type, fullName);
  const folder = existing === undefined ? (FOLDERS[ending] ?? `${ending}s`) : basename(dirname(existing.path));
  return `${folder}/${encodeURIComponent(fullName).replaceAll('%20', ' ')}.${ending}`;
}

/** What came of each component, as `SaveResult` has it. */
export function saveResults(
  components: readonly Pick<ComponentCall, 'type' | 'fullName'>[],
  { messages, errorMessage }: Deployment,
): Record<string, unknown>[] {
  return components.map(({ type, fullName }) => {
    const own = messages.filter(
      (message) => message.fullName === fullName && (message.componentType === type || message.componentType === ''),
    );
    const problem = own.find((message) => message.problem !== undefined)?.problem ?? (own.length === 0 ? errorMessage : undefined);
    return { ...(problem !== undefined && { errors: [errorOf(problem, own)] }), fullName, success: problem === undefined };
  });
}

function errorOf(message: string, own: readonly DeployMessage[]): object {
  const isMissing = own.some(({ problemType }) => problemType === 'Warning');
  return { message, statusCode: isMissing ? 'INVALID_CROSS_REFERENCE_KEY' : 'UNKNOWN_EXCEPTION' };
}

/** The result of `readMetadata`: a record for each name, nil for what there is not. */
export function readRecords(tree: SourceTree, type: string, fullNames: readonly string[]): string {
  requireWritable(type);
  const records = fullNames.map((fullName) => {
    const children = contentOf(tree, type, fullName);
    if (children === undefined) return '<records xsi:nil="true"/>';
    const named = { fullName: [{ '#text': escapeText(fullName) }] };
    return elementText('records', [named, ...children], { 'xsi:type': type });
  });
  return `<result>${records.join('')}</result>`;
}

function contentOf(tree: SourceTree, type: string, fullName: string): readonly XmlNode[] | undefined {
  const [file] = writeComponents(tree, (candidate, name) => candidate === type && name === fullName).values();
  if (file === undefined) return undefined;
  const { children } = readDocument(file.toString('utf8'));
  const element = type === 'CustomLabel' ? 'labels' : PART_ELEMENTS[type];
  const part = children.find((child) => nameOf(child) === element);
  const own = element === undefined ? children : part && childrenOf(part);
  return own?.filter((child) => isElement(child) && nameOf(child) !== 'fullName');
}

/** The result of `describeMetadata`. */
export function describeTypes(): Record<string, unknown> {
  const metadataObjects = knownTypes()
    .filter(({ type }) => !TYPES_OF_OBJECTS.has(type))
    .map(({ type, ending }) => ({
      ...(type === 'CustomObject' && { childXmlNames: [...TYPES_OF_OBJECTS] }),
      ...(type === 'CustomLabels' && { childXmlNames: ['CustomLabel'] }),
      directoryName: FOLDERS[ending] ?? (ending === 'cls' ? 'classes' : `${ending}s`),
      inFolder: false,
      metaFile: TYPES_WITH_CONTENT.has(type) || type === 'StaticResource',
      suffix: ending,
      xmlName: type,
    }));
  return { metadataObjects, organizationNamespace: '', partialSaveAllowed: true, testRequired: false };
}
