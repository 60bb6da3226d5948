import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { rolldown } from 'rolldown';
import type { RolldownOptions } from 'rolldown';
import type { SourceTree } from '../../metadata/source-tree.ts';
import { componentCompiler } from './component-compiler.ts';
import { findComponentSources, LOCAL_MODULES, SHELL_MODULES } from './component-sources.ts';
import { moduleResolution } from './module-resolution.ts';
import { labelsOf } from './platform-modules.ts';

/** What a build of the components and the shell needs. */
export interface ComponentBuildOptions {
  readonly tree: SourceTree;
  /** The folder that has `node_modules` in it. */
  readonly root: string;
  /** Where builds and compiled files are kept between starts. */
  readonly cacheFolder: string;
  readonly schemaHas: (reference: string) => boolean;
}

/** A finished build: a folder with `app.js` and `synthetic-shadow.js`, named by the content it was made of. */
export interface ComponentBuild {
  readonly name: string;
  readonly folder: string;
}

const ENTRY = path.join(SHELL_MODULES, 'start.ts');
const DEFINITIONS = {
  'process.env.NODE_ENV': JSON.stringify('production'),
  'process.env.SKIP_LWC_VERSION_MISMATCH_CHECK': 'true',
  'import.meta.env.SSR': 'false',
};

/** Codes of compiler warnings that only the base components raise. */
const IGNORED_WARNINGS = /LWC1(149|057|145|137)/;

/**
 * Bundles the package's components with the shell and the base components, or finds the build that was made of the same sources.
 * @throws Error that names the file and says what is wrong when a component does not compile or imports what does not exist.
 */
export async function buildComponents(options: ComponentBuildOptions): Promise<ComponentBuild> {
  const name = fingerprint(options);
  const builds = path.join(options.cacheFolder, 'builds');
  const folder = path.join(builds, name);
  if (existsSync(folder)) return { name, folder };

  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await Promise.all([bundleApplication(options, unfinished), bundleSyntheticShadow(options.root, unfinished)]);
  for (const earlier of readdirSync(builds)) {
    if (earlier !== path.basename(unfinished)) rmSync(path.join(builds, earlier), { recursive: true, force: true });
  }
  renameSync(unfinished, folder);
  return { name, folder };
}

async function bundleApplication(options: ComponentBuildOptions, folder: string): Promise<void> {
  const baseComponents = path.join(options.root, 'node_modules/lightning-base-components');
  const context = { tree: options.tree, labels: labelsOf(options.tree), schemaHas: options.schemaHas };
  const sources = findComponentSources(options.tree, baseComponents);
  await bundle(
    {
      input: { app: ENTRY },
      transform: { define: DEFINITIONS },
      checks: { pluginTimings: false },
      onLog: (level, log, next) => {
        if (!IGNORED_WARNINGS.test(log.message)) next(level, log);
      },
      plugins: [moduleResolution({ sources, context, baseComponents }), componentCompiler(path.join(options.cacheFolder, 'compiled'))],
    },
    { dir: folder, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js', minify: true },
  );
}

/** Synthetic shadow has to be in force before the engine is evaluated: a classic script of its own. */
async function bundleSyntheticShadow(root: string, folder: string): Promise<void> {
  const input = path.join(root, 'node_modules/@lwc/synthetic-shadow/dist/index.js');
  mkdirSync(folder, { recursive: true });
  await bundle(
    { input, transform: { define: DEFINITIONS } },
    { file: path.join(folder, 'synthetic-shadow.js'), format: 'iife', minify: true },
  );
}

async function bundle(
  input: RolldownOptions,
  output: NonNullable<Parameters<Awaited<ReturnType<typeof rolldown>>['write']>[0]>,
): Promise<void> {
  const build = await rolldown(input);
  try {
    await build.write(output);
  } catch (cause) {
    throw new Error(firstFailure(cause), { cause });
  } finally {
    await build.close();
  }
}

interface Failure {
  readonly message: string;
  /** The file that failed. */
  readonly id?: string;
}

/** The bundler reports every error at once, with colours and a stack: a person needs the first, in plain words. */
function firstFailure(cause: unknown): string {
  const { errors = [cause as Failure] } = cause as { errors?: readonly Failure[] };
  const [first] = errors;
  const text = stripVTControlCharacters(first?.message ?? String(cause));
  const rest = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  const where = first?.id && !text.includes(first.id) ? `${first.id.split('?')[0]}: ` : '';
  return `The components do not build: ${where}${text.trim()}${rest}`;
}

function fingerprint(options: ComponentBuildOptions): string {
  const hash = createHash('sha256');
  const add = (file: string): void => void hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  for (const bundle of options.tree.ofType('LightningComponentBundle')) filesUnder(bundle.contentPath as string).forEach(add);
  for (const folder of [LOCAL_MODULES, SHELL_MODULES, import.meta.dirname]) filesUnder(folder).forEach(add);
  for (const [name, text] of labelsOf(options.tree)) hash.update(`${name}=${text}\0`);
  add(path.join(options.root, 'package-lock.json'));
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('__tests__'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
