/**
 * Writes the ambient types that the Lightning web components of a package need, from its own source: Apex methods and classes,
 * labels, objects and fields, custom permissions, and the paths of `c/*` imports.
 * Usage: `node scripts/types/generate.ts` from the project's folder.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { declareApex } from './apex-declarations.ts';
import { readAuraSurface } from './apex-signatures.ts';
import { declareLabels, declarePermissions, declareSchema } from './platform-declarations.ts';
import { findBundles, listFiles, namesOfType, readLabels } from './package-source.ts';

/** Generates every file for the package in `source` into `target`; a file whose text is unchanged keeps its time. */
export function generateTypes(source: string, target: string): void {
  const files = listFiles(source);
  const surfaces = files
    .filter((file) => file.endsWith('.cls'))
    .map((file) => ({ file, text: readFileSync(path.join(source, file), 'utf8') }))
    .filter(({ text }) => /@AuraEnabled/i.test(text))
    .map(({ file, text }) => readAuraSurface(text, path.join(source, file)));
  const apex = declareApex(surfaces);
  const fields = files
    .map((file) => /(?:^|\/)objects\/([^/]+)\/fields\/([^/]+)\.field-meta\.xml$/.exec(file))
    .filter((match) => match !== null)
    .map((match) => ({ object: match[1], field: match[2] }));

  mkdirSync(target, { recursive: true });
  const write = (name: string, text: string): void => writeIfChanged(path.join(target, name), text);
  write('apex-classes.d.ts', apex.classes);
  write('apex-methods.d.ts', apex.methods);
  write('labels.d.ts', declareLabels(readLabels(source, files)));
  write('permissions.d.ts', declarePermissions(namesOfType(files, 'customPermission-meta.xml')));
  write('schema.d.ts', declareSchema(fields));
  write('lwc-paths.json', pathsText(target, pathsOf('c', source, findBundles(files))));
}

/** Generates the paths of the local org's own modules, for the type check of its shell. */
export function generateShellPaths(web: string, target: string): void {
  const bundles = (namespace: string, folder: string): [string, string][] =>
    pathsOf(
      namespace,
      folder,
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => ({ name, main: `${name}/${name}` })),
    );
  const paths = [...bundles('shell', path.join(web, 'shell')), ...bundles('host', path.join(web, 'modules/host'))];
  mkdirSync(target, { recursive: true });
  writeIfChanged(path.join(target, 'shell-paths.json'), pathsText(target, paths));
}

function pathsOf(namespace: string, folder: string, bundles: readonly { name: string; main: string }[]): [string, string][] {
  return bundles.map((bundle) => [`${namespace}/${bundle.name}`, path.join(folder, bundle.main)]);
}

function pathsText(target: string, entries: readonly [string, string][]): string {
  const relative = (file: string): string => path.relative(target, file).replaceAll(path.sep, '/');
  const paths = Object.fromEntries(entries.map(([specifier, file]) => [specifier, [relative(file)]]));
  return `${JSON.stringify({ compilerOptions: { paths } }, null, 2)}\n`;
}

function writeIfChanged(file: string, text: string): void {
  let before: string | undefined;
  try {
    before = readFileSync(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw new Error(`${file} cannot be read`, { cause });
  }
  if (before !== text) writeFileSync(file, text);
}

if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, '../..');
  const target = path.join(root, 'generated/types');
  generateTypes(path.join(root, 'force-app'), target);
  generateShellPaths(path.join(root, 'scripts/local-org/web'), target);
}
