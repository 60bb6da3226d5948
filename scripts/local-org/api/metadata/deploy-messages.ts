import { relative } from 'node:path';
import { BadComponent, isManifest } from '../../metadata/deploy/metadata-format.ts';
import type { DeployedComponent } from '../../metadata/deploy/metadata-format.ts';
import type { RemovedComponent, SourceFolder } from '../../metadata/deploy/source-folder.ts';
import { childrenOf, isElement, nameOf, readDocument, textOf } from '../../metadata/deploy/xml-parts.ts';
import type { XmlNode } from '../../metadata/deploy/xml-parts.ts';
import { BadZip } from '../../metadata/deploy/zip-archive.ts';
import type { ZipEntries } from '../../metadata/deploy/zip-archive.ts';
import type { DeployMessage } from './deploy-result.ts';

/** Something in a source tree that does not work: where (an absolute path), and what. */
export interface SourceProblem {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** A file that was tried out, and the component that it came from. */
export type Origins = ReadonlyMap<string, DeployedComponent>;

/** This moment, as the API writes it. */
export function now(): string {
  return new Date().toISOString();
}

/** A component that was written: `created` is false for one that was there, undefined when nothing of it changed. */
export function success(component: DeployedComponent, created: boolean | undefined): DeployMessage {
  const { fullName, type, archivePath } = component;
  return {
    fullName,
    componentType: type,
    fileName: archivePath,
    success: true,
    changed: created !== undefined,
    created: created === true,
    deleted: false,
    createdDate: now(),
  };
}

/** Something that keeps a component out. */
export function failure(fileName: string, line: number, message: string, component?: DeployedComponent): DeployMessage {
  const fullName =
    component?.fullName ??
    fileName
      .split('/')
      .at(-1)
      ?.replace(/\.[^.]*$/, '') ??
    fileName;
  return {
    fullName,
    componentType: component?.type ?? '',
    fileName,
    success: false,
    changed: false,
    created: false,
    deleted: false,
    createdDate: now(),
    problem: message,
    problemType: 'Error',
    lineNumber: line,
    columnNumber: 1,
  };
}

/** A finding in the words of the archive; one in source that was deployed earlier is told with its path. */
export function problem({ path, line, message }: SourceProblem, origins: Origins, staged: SourceFolder): DeployMessage {
  const component = origins.get(path) ?? [...origins].find(([file]) => path !== '' && file.startsWith(`${path}/`))?.[1];
  return failure(component?.archivePath ?? relative(staged.path, path), line, message.replaceAll(`${staged.path}/`, ''), component);
}

/** What `package.xml` names and the archive does not have. */
export function absentMembers(entries: ZipEntries, components: readonly DeployedComponent[]): DeployMessage[] {
  const [path, manifest] = [...entries].find(([name]) => name.endsWith('package.xml')) ?? [];
  if (path === undefined || manifest === undefined) throw new BadZip('The archive has no package.xml.');
  const present = new Set(components.map(({ type, fullName }) => `${type}:${fullName}`.toLowerCase()));
  return membersOf(path, manifest)
    .filter(({ type, fullName }) => fullName !== '*' && !present.has(`${type}:${fullName}`.toLowerCase()))
    .filter(({ type, fullName }) => !isFolder(type, fullName, components))
    .map(({ type, fullName }) => {
      const message = `An object '${fullName}' of type ${type} was named in package.xml, but was not found in zipped directory`;
      return failure(path, 1, message, { type, fullName, archivePath: path, files: [] });
    });
}

/** Folders of reports and the like are members of the type of what they hold; an object is there when any part of it is. */
function isFolder(type: string, fullName: string, components: readonly DeployedComponent[]): boolean {
  return components.some(
    (component) =>
      (component.type === `${type}Folder` && component.fullName === fullName) ||
      (type === 'CustomObject' && component.archivePath.endsWith(`/${fullName}.object`)),
  );
}

/** Takes out what `destructiveChanges.xml` and its kin name. */
export function removed(staged: SourceFolder, entries: ZipEntries): DeployMessage[] {
  const manifests = [...entries].filter(([path]) => isManifest(path) && !path.endsWith('package.xml'));
  return manifests.flatMap(([path, manifest]) =>
    membersOf(path, manifest).map((member) => {
      const component = { ...member, archivePath: path, files: [] };
      if (staged.remove(member)) return { ...success(component, false), deleted: true };
      const message = `No ${member.type} named: ${member.fullName} found`;
      return { ...failure(path, 1, message, component), success: true, problemType: 'Warning' as const };
    }),
  );
}

function membersOf(path: string, manifest: Buffer): RemovedComponent[] {
  try {
    return readDocument(manifest.toString('utf8')).children.flatMap((types: XmlNode) => {
      const type = isElement(types) ? textOf(types, 'name') : undefined;
      if (type === undefined) return [];
      const members = childrenOf(types).filter((child) => nameOf(child) === 'members');
      return members.map((member) => ({
        type,
        fullName: String(childrenOf(member)[0]?.['#text'] ?? '')
          .trim()
          .replace(/\/$/, ''),
      }));
    });
  } catch (cause) {
    throw new BadComponent(path, (cause as { line?: number }).line ?? 1, `Error parsing file: ${(cause as Error).message}`, { cause });
  }
}
