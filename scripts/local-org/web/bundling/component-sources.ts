import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { SourceTree } from '../../metadata/source-tree.ts';

/** Where the modules that a Lightning web component may import come from. */
export interface ComponentSources {
  /** The main file of a module such as `c/referenceFinder` or `lightning/card`. */
  entryOf(specifier: string): string | undefined;
  /** The package's components that a page may hold. */
  readonly exposed: readonly string[];
}

const MAIN_ENDINGS = ['ts', 'js', 'html', 'css'];

/** The folder of the modules that the platform has and npm has not, and of the shell. */
export const LOCAL_MODULES = path.resolve(import.meta.dirname, '../modules');
export const SHELL_MODULES = path.resolve(import.meta.dirname, '../shell');

/**
 * Finds the modules: the package's own bundles first, then the local org's modules, then the base components of npm. A bundle's
 * TypeScript wins over JavaScript that a build left beside it.
 */
export function findComponentSources(tree: SourceTree, baseComponents: string): ComponentSources {
  const entries = new Map<string, string>();
  const add = (specifier: string, folder: string): void => {
    const name = path.basename(folder);
    const main = MAIN_ENDINGS.map((ending) => path.join(folder, `${name}.${ending}`)).find((file) => existsSync(file));
    if (main && !entries.has(specifier)) entries.set(specifier, main);
  };
  for (const bundle of tree.ofType('LightningComponentBundle')) add(`c/${bundle.name}`, bundle.contentPath as string);
  for (const namespace of foldersIn(LOCAL_MODULES)) {
    for (const name of foldersIn(path.join(LOCAL_MODULES, namespace)))
      add(`${namespace}/${name}`, path.join(LOCAL_MODULES, namespace, name));
  }
  for (const name of foldersIn(SHELL_MODULES)) add(`shell/${name}`, path.join(SHELL_MODULES, name));
  const lightning = path.join(baseComponents, 'src/lightning');
  for (const name of foldersIn(lightning)) add(`lightning/${name}`, path.join(lightning, name));
  return {
    entryOf: (specifier) => entries.get(specifier),
    exposed: tree
      .ofType('LightningComponentBundle')
      .filter((bundle) => bundle.xml.flag('isExposed'))
      .map((bundle) => `c/${bundle.name}`),
  };
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('__'))
    .map((entry) => entry.name);
}
