import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';

/** A Lightning web component bundle: a folder that holds a main file of the same name. */
export interface LightningBundle {
  readonly name: string;
  /** The main file without its extension, relative to the source folder. */
  readonly main: string;
}

/** A custom label, with its English text. */
export interface CustomLabel {
  readonly name: string;
  readonly text: string;
}

/** Every file of the source folder, relative to it, in a stable order. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

/** The Lightning web component bundles among the files. */
export function findBundles(files: readonly string[]): LightningBundle[] {
  const bundles = new Map<string, LightningBundle>();
  for (const file of files) {
    const [, folder, name] = /^(.*\/)?lwc\/([^/]+)\/\2\.(?:ts|js|html|css)$/.exec(file) ?? [];
    if (name) bundles.set(name, { name, main: `${folder ?? ''}lwc/${name}/${name}` });
  }
  return [...bundles.values()];
}

/** Reads the custom labels of every label file. */
export function readLabels(folder: string, files: readonly string[]): CustomLabel[] {
  const parser = new XMLParser({ isArray: (name) => name === 'labels', parseTagValue: false });
  return files
    .filter((file) => file.endsWith('.labels-meta.xml'))
    .flatMap((file) => {
      const parsed = parser.parse(readFileSync(path.join(folder, file), 'utf8')) as {
        CustomLabels?: { labels?: { fullName: string; value: string }[] };
      };
      return (parsed.CustomLabels?.labels ?? []).map((label) => ({ name: label.fullName, text: label.value }));
    });
}

/** Names of components that are files of a type, such as `customPermission-meta.xml`. */
export function namesOfType(files: readonly string[], suffix: string): string[] {
  return files.filter((file) => file.endsWith(`.${suffix}`)).map((file) => path.posix.basename(file, `.${suffix}`));
}
