import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import createCompiler from '@lwc/rollup-plugin';
import type { Plugin } from 'rolldown';
import { LOCAL_MODULES, SHELL_MODULES } from './component-sources.ts';

/** The JavaScript that the component compiler made of a file. */
interface Compiled {
  readonly code: string;
}

type RollupTransform = (this: unknown, code: string, id: string) => Compiled | string | null | undefined;

const require = createRequire(import.meta.url);
const EMPTY_SHEET = /^\s*export default undefined;?\s*$/;

/**
 * The compiler of Lightning web components, with what it made of a file kept on disk: the base components never change, and of the
 * package only what a person edited does.
 */
export function componentCompiler(cacheFolder: string): Plugin {
  const options = {
    rootDir: LOCAL_MODULES,
    modules: [{ dir: LOCAL_MODULES }, { dir: path.dirname(SHELL_MODULES) }],
    exclude: ['**/node_modules/@lwc/**', '**/node_modules/lwc/**'],
    enableDynamicComponents: true,
    enableLwcOn: true,
    enableSyntheticElementInternals: true,
    sourcemap: false,
    apiVersion: 65,
  };
  // The package's types describe its CommonJS form; its ES module exports the function itself.
  const plugin = (createCompiler as unknown as (options: object) => Plugin & { transform: RollupTransform })(options);
  const compile = plugin.transform;
  const { version } = require('@lwc/compiler/package.json') as { version: string };
  const salt = JSON.stringify([version, options]);
  mkdirSync(cacheFolder, { recursive: true });

  return {
    ...plugin,
    transform: {
      filter: { id: /\.(ts|js|html|css)(\?.*)?$/ },
      handler(code, id) {
        if (id.startsWith('\0')) return null;
        const key = createHash('sha256').update(salt).update(id).update(code).digest('hex');
        const file = path.join(cacheFolder, key);
        const kept = readKept(file);
        if (kept !== undefined) return { code: kept, moduleType: 'js' };
        const context = isBaseComponent(id) ? quiet(this) : this;
        const result = compile.call(context, code, id);
        const compiled = typeof result === 'string' ? result : (result?.code ?? code);
        // The engine calls every entry of a sheet's imports that is not a list: a sheet that was emptied has to be one.
        const text = EMPTY_SHEET.test(compiled) && path.extname(id.split('?')[0]) === '.css' ? 'export default [];' : compiled;
        keep(file, text);
        return { code: text, moduleType: 'js' };
      },
    },
  };
}

function isBaseComponent(id: string): boolean {
  return id.includes(`${path.sep}node_modules${path.sep}`);
}

/** The base components' own warnings are nobody's to mend here. */
function quiet<Context extends { error: (...parameters: never[]) => never }>(context: Context): object {
  return Object.assign(Object.create(context) as object, { warn: () => undefined });
}

/** Writes the file beside its place first: another process that builds at the same time must never read half of it. */
function keep(file: string, text: string): void {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, text);
  renameSync(beside, file);
}

function readKept(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${file} cannot be read; remove the folder .cache and start again.`, { cause });
  }
}
