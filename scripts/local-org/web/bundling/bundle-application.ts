import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { rolldown } from 'rolldown';
import type { OutputOptions, RolldownOptions } from 'rolldown';
import type { SourceTree } from '../../metadata/source-tree.ts';
import type { BundleAnswer, BundleRequest } from './bundle-process.ts';
import { componentCompiler } from './component-compiler.ts';
import { findComponentSources, SHELL_MODULES } from './component-sources.ts';
import { moduleResolution } from './module-resolution.ts';
import { labelsOf } from './platform-modules.ts';

const ENTRY = path.join(SHELL_MODULES, 'start.ts');
const DEFINITIONS = {
  'process.env.NODE_ENV': JSON.stringify('production'),
  'process.env.SKIP_LWC_VERSION_MISMATCH_CHECK': 'true',
  'import.meta.env.SSR': 'false',
};

/** Codes of compiler warnings that only the base components raise. */
const IGNORED_WARNINGS = /LWC1(149|057|145|137)/;

/**
 * Bundles the shell, the package's components and the base components they use into `app.js`.
 * @returns what the components name by `@salesforce/schema`, for the caller to compare with the org's schema.
 */
export async function bundleApplication(tree: SourceTree, request: BundleRequest): Promise<BundleAnswer['schemaReferences']> {
  const baseComponents = path.join(request.root, 'node_modules/lightning-base-components');
  const context = { tree, labels: labelsOf(tree) };
  const sources = findComponentSources(tree, baseComponents);
  const resolution = moduleResolution({ sources, context, baseComponents, root: request.root });
  await bundle(
    {
      input: { app: ENTRY },
      transform: { define: DEFINITIONS },
      checks: { pluginTimings: false },
      onLog: (level, log, next) => {
        if (!IGNORED_WARNINGS.test(log.message)) next(level, log);
      },
      plugins: [resolution.plugin, componentCompiler(request.compiledFolder)],
    },
    { dir: request.target, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js', minify: true },
  );
  return resolution.schemaReferences;
}

/** Synthetic shadow has to be in force before the engine is evaluated: a classic script of its own. */
export async function bundleSyntheticShadow({ root, target }: BundleRequest): Promise<void> {
  const input = path.join(root, 'node_modules/@lwc/synthetic-shadow/dist/index.js');
  await bundle(
    { input, transform: { define: DEFINITIONS } },
    { file: path.join(target, 'synthetic-shadow.js'), format: 'iife', minify: true },
  );
}

async function bundle(input: RolldownOptions, output: OutputOptions): Promise<void> {
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
  const where = first?.id && !text.includes(first.id) ? `${first.id.split('?')[0]}: ` : '';
  const rest = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return `The components do not build: ${where}${text.trim()}${rest}`;
}
