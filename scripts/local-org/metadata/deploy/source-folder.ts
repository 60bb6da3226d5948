import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readProject } from '../read-project.ts';
import type { Component } from '../source-tree.ts';
import type { DeployedComponent, DeployedFile } from './metadata-format.ts';
import { childrenOf, documentText, isElement, nameOf, readDocument, textOf } from './xml-parts.ts';
import type { XmlNode } from './xml-parts.ts';

const PACKAGE = 'force-app';
const PROJECT = { packageDirectories: [{ path: PACKAGE, default: true }], sourceApiVersion: '65.0' };
/** What tells the parts of a file that is merged apart. */
const KEYS = ['fullName', 'name', 'field', 'object', 'apexClass', 'apexPage', 'tab', 'application', 'layout', 'recordType', 'page', 'flow'];

/** A component that a deployment takes out of the org. */
export interface RemovedComponent {
  readonly type: string;
  readonly fullName: string;
}

/** The source that has been deployed into an org: an SFDX project in a folder of its own. */
export class SourceFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Makes an empty project where there is none. `definition` is the scratch-org definition that shapes its org, as a file. */
  begin(definition: string): this {
    if (!existsSync(join(this.path, 'sfdx-project.json'))) {
      mkdirSync(join(this.path, PACKAGE), { recursive: true });
      writeFileSync(join(this.path, 'sfdx-project.json'), `${JSON.stringify(PROJECT, undefined, 2)}\n`);
      if (existsSync(definition)) cpSync(definition, join(this.path, 'config/project-scratch-def.json'));
    }
    return this;
  }

  /** A copy of it in another folder. */
  copyTo(path: string): SourceFolder {
    rmSync(path, { recursive: true, force: true });
    cpSync(this.path, path, { recursive: true });
    return new SourceFolder(path);
  }

  /** The path of a file of the package. */
  pathOf(file: string): string {
    return join(this.path, PACKAGE, file);
  }

  /** Writes a component. True when it was not there before, false when it was; undefined when nothing of it has changed. */
  write(component: DeployedComponent): boolean | undefined {
    const existed = component.files.some((file) => existsSync(this.pathOf(file.path)));
    const changed = component.files.filter((file) => this.#writeFile(file)).length > 0;
    const folder = folderOf(component);
    const left = folder === undefined ? this.#removeFolderOfResource(component) : this.#removeOtherFiles(folder, component);
    if (!existed) return true;
    return changed || left ? false : undefined;
  }

  /** What comes as a folder comes whole: what is not in it any more goes. */
  #removeOtherFiles(folder: string, { files }: DeployedComponent): boolean {
    const wanted = new Set(files.map((file) => this.pathOf(file.path)));
    const others = readdirSync(this.pathOf(folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !wanted.has(path));
    others.forEach((path) => rmSync(path));
    return others.length > 0;
  }

  /** A static resource that was an archive and is one file now. */
  #removeFolderOfResource({ type, fullName }: DeployedComponent): boolean {
    const folder = this.pathOf(`staticresources/${fullName}`);
    if (type !== 'StaticResource' || !existsSync(folder)) return false;
    rmSync(folder, { recursive: true });
    return true;
  }

  #writeFile(file: DeployedFile): boolean {
    const path = this.pathOf(file.path);
    const before = existsSync(path) ? readFileSync(path) : undefined;
    const content = file.merged && before !== undefined ? merged(before, file.content) : file.content;
    if (before?.equals(content)) return false;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return true;
  }

  /** Removes a component. False when it is not there. */
  remove({ type, fullName }: RemovedComponent): boolean {
    if (type === 'CustomLabel') return this.#removeLabel(fullName);
    const component = readProject([this.path]).find(type, fullName);
    if (component === undefined) return false;
    for (const path of pathsOf(component)) rmSync(path, { recursive: true, force: true });
    return true;
  }

  #removeLabel(fullName: string): boolean {
    const path = this.pathOf('labels/CustomLabels.labels-meta.xml');
    if (!existsSync(path)) return false;
    const document = readDocument(readFileSync(path, 'utf8'));
    const children = document.children.filter((child) => !isElement(child) || textOf(child, 'fullName') !== fullName);
    if (children.length === document.children.length) return false;
    writeFileSync(path, documentText({ ...document, children }));
    return true;
  }
}

/** The folder that is all this component's: of a bundle, of a static resource that is an archive. */
function folderOf({ type, files: [first] }: DeployedComponent): string | undefined {
  const depth = first?.path.split('/').length ?? 0;
  const isFolder = type === 'LightningComponentBundle' || type === 'AuraDefinitionBundle' || (type === 'StaticResource' && depth > 2);
  return isFolder ? first?.path.split('/').slice(0, 2).join('/') : undefined;
}

/** The files and folders that a component is. */
function pathsOf({ type, path, contentPath }: Component): string[] {
  if (type === 'CustomObject') return [dirname(path)];
  if (type === 'LightningComponentBundle' || type === 'AuraDefinitionBundle') return [dirname(path)];
  return contentPath === undefined ? [path] : [path, contentPath];
}

/** Parts of the newer file replace those with the same key, or are added at the end. */
function merged(before: Buffer, now: Buffer): Buffer {
  const document = readDocument(before.toString('utf8'));
  const newer = new Map(
    readDocument(now.toString('utf8'))
      .children.filter(isElement)
      .map((child) => [keyOf(child), child]),
  );
  const children = document.children.map((child) => {
    const replacement = isElement(child) ? newer.get(keyOf(child)) : undefined;
    if (replacement !== undefined) newer.delete(keyOf(child));
    return replacement ?? child;
  });
  return Buffer.from(documentText({ ...document, children: [...children, ...newer.values()] }));
}

function keyOf(node: XmlNode): string {
  const named = KEYS.map((key) => textOf(node, key)).filter((text) => text !== undefined);
  const text = named.length > 0 ? named.join('|') : String(childrenOf(node)[0]?.['#text'] ?? '');
  return childrenOf(node).some(isElement) ? `${nameOf(node)}:${text}` : nameOf(node);
}
