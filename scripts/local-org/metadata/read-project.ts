import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { SetUpError } from './set-up-error.ts';
import { CARRIED_TYPE_NAMES } from './carried-types.ts';
import { forceIgnore } from './force-ignore.ts';
import { typeOfEnding, TYPES_OF_OBJECTS, TYPES_WITH_CONTENT } from './component-types.ts';
import { isMetadataFolder, readMetadataFolder } from './metadata-folder.ts';
import { createSourceTree } from './source-tree.ts';
import type { Component, SourceTree } from './source-tree.ts';
import { withoutNameTokens, withoutTextTokens } from './namespace-tokens.ts';
import { parseXml } from './xml-element.ts';

const META_ENDING = '-meta.xml';
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '__tests__', '__mocks__', '.git', '.sfdx', '.sf']);

/**
 * Reads SFDX source trees into one; where several package directories declare the same component, the last one counts, as when they are
 * deployed one after the other. A folder with a `sfdx-project.json` stands for its package directories, one with a `src/package.xml` for its
 * `src`; any other folder is read as it is, at any depth, in source format or, where a `package.xml` lies beside the components, in the
 * Metadata API's. What `.forceignore` names is left out, as it is of a deployment.
 * @throws SetUpError that names the path: a folder that isn't there, broken XML, a metadata type that is not known.
 */
export function readProject(folders: readonly string[]): SourceTree {
  const sources = folders.flatMap((folder) => sourceFolders(resolve(folder)));
  const components = sources.flatMap((folder) => withoutRepeats(readFolder(folder, forceIgnore(folder))));
  return createSourceTree(sources, lastOfEach(components));
}

function sourceFolders(folder: string): string[] {
  if (!existsSync(folder)) {
    throw new SetUpError(`The folder ${folder} does not exist; name a folder with Salesforce source in it.`);
  }
  const projectFile = join(folder, 'sfdx-project.json');
  if (!existsSync(projectFile)) {
    return [existsSync(join(folder, 'src', 'package.xml')) ? join(folder, 'src') : folder];
  }
  const directories = packageDirectories(projectFile).map((path) => resolve(folder, path));
  const absent = directories.find((directory) => !existsSync(directory));
  if (absent !== undefined) {
    throw new SetUpError(`${projectFile} names the package directory ${absent}, which does not exist; mend its packageDirectories.`);
  }
  return directories.filter((directory) => !directories.some((other) => directory !== other && directory.startsWith(other + sep)));
}

function packageDirectories(projectFile: string): string[] {
  let project: { packageDirectories?: { path: string }[] };
  try {
    project = JSON.parse(readFileSync(projectFile, 'utf8')) as typeof project;
  } catch (cause) {
    throw new SetUpError(`${projectFile} is not valid JSON; mend the file.`, { cause });
  }
  // Projects written on Windows separate folders by backslashes.
  const paths = (project.packageDirectories ?? []).map((directory) => directory.path.replaceAll('\\', '/'));
  if (paths.length === 0) {
    throw new SetUpError(`${projectFile} has no packageDirectories; add the folder that holds the source.`);
  }
  return paths;
}

function readFolder(folder: string, isIgnored: (path: string) => boolean): Component[] {
  if (isMetadataFolder(folder)) {
    return readMetadataFolder(folder)
      .filter(({ originalPath }) => !isIgnored(originalPath))
      .map(({ sourcePath, content, originalPath }) => readComponent(sourcePath, content.toString('utf8'), originalPath));
  }
  const found: Component[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDERS.has(entry.name)) {
        found.push(...readFolder(path, isIgnored));
      }
    } else if (isIgnored(path)) {
      continue;
    } else if (entry.name.endsWith(META_ENDING)) {
      found.push(readComponent(path, readFileSync(path, 'utf8')));
    } else if (/\.(cls|trigger)$/.test(entry.name) && !existsSync(path + META_ENDING)) {
      throw new SetUpError(`${path} has no ${entry.name}${META_ENDING} beside it; add that file.`);
    }
  }
  return found;
}

/** `original`: the file that the component comes from, where a source tree would have it elsewhere. */
function readComponent(path: string, text: string, original?: string): Component {
  const fileName = withoutNameTokens(basename(path).slice(0, -META_ENDING.length));
  const lastDot = fileName.lastIndexOf('.');
  const ending = fileName.slice(lastDot + 1);
  const parents = withoutNameTokens(dirname(path)).split(sep);
  const type = typeOfEnding(ending, parents);
  if (type === undefined || lastDot < 0) {
    throw new SetUpError(`${path}: the local org does not know the metadata type of "*.${ending}${META_ENDING}" files.`);
  }
  const xml = parseXml(withoutTextTokens(text), original ?? path);
  const simpleName = decodeURIComponent(fileName.slice(0, lastDot));
  const component = { type, path: original ?? path, xml };
  if (type === 'LightningComponentBundle' || type === 'AuraDefinitionBundle') {
    return { ...component, name: basename(dirname(path)), contentPath: dirname(path) };
  }
  if (TYPES_OF_OBJECTS.has(type)) {
    const parent = parents.at(-2) as string;
    return { ...component, name: `${parent}.${simpleName}`, parent };
  }
  if (type === 'CustomFieldTranslation') {
    const parent = parents.at(-1) as string;
    return { ...component, name: `${parent}.${simpleName}`, parent };
  }
  if (TYPES_WITH_CONTENT.has(type)) {
    return { ...component, name: simpleName, contentPath: original ?? companion(path) };
  }
  if (type === 'StaticResource' && original !== undefined) {
    return { ...component, name: simpleName, contentPath: original };
  }
  if (type === 'StaticResource') {
    return { ...component, name: simpleName, contentPath: resourceContent(path, simpleName) };
  }
  return { ...component, name: simpleName };
}

function companion(path: string): string {
  const contentPath = path.slice(0, -META_ENDING.length);
  if (!existsSync(contentPath)) {
    throw new SetUpError(`${path} describes ${basename(contentPath)}, which is not beside it; add that file or remove this one.`);
  }
  return contentPath;
}

/** A static resource is a file of any ending, or a folder that is packed when deployed. */
function resourceContent(path: string, name: string): string {
  const folder = dirname(path);
  const content = readdirSync(folder).find((entry) => !entry.endsWith(META_ENDING) && entry.replace(/\.[^.]*$/, '') === name);
  if (content === undefined) {
    throw new SetUpError(`${path} describes a static resource whose content is not beside it; add the file or folder ${name}.`);
  }
  return join(folder, content);
}

/**
 * Labels, objects, profiles and translations may be spread over several files, and a bundle has several; everything else comes once in a package,
 * unless nothing here depends on it or the files say the same.
 */
function withoutRepeats(components: readonly Component[]): Component[] {
  const seen = new Map<string, Component>();
  for (const component of components) {
    const key = keyOf(component);
    const earlier = seen.get(key);
    if (earlier !== undefined && matters(component.type) && !sameFile(component, earlier)) {
      throw new SetUpError(
        `${component.type} ${component.name} is declared twice: in ${earlier.path} and in ${component.path}; remove one of them.`,
      );
    }
    seen.set(key, component);
  }
  return [...seen.values()];
}

function matters(type: string): boolean {
  return type !== 'AuraDefinitionBundle' && !CARRIED_TYPE_NAMES.has(type);
}

function sameFile(one: Component, other: Component): boolean {
  return one.contentPath === undefined && readFileSync(one.path).equals(readFileSync(other.path));
}

function lastOfEach(components: readonly Component[]): Component[] {
  return [...new Map(components.map((component) => [keyOf(component), component])).values()];
}

const TRANSLATIONS: ReadonlySet<string> = new Set(['Translations', 'CustomObjectTranslation']);

function keyOf({ type, name, path }: Component): string {
  const spread = type === 'CustomLabels' || type === 'CustomObject' || type === 'Profile' || TRANSLATIONS.has(type);
  return `${type}:${name}${spread ? `:${path}` : ''}`.toLowerCase();
}
