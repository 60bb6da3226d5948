import { arrays } from './arrays.ts';
import { binaries, crypto } from './binaries.ts';
import { coercions } from './coercions.ts';
import { coreArrays } from './core-arrays.ts';
import { coreObjects } from './core-objects.ts';
import { coreText } from './core-text.ts';
import { coreValues } from './core-values.ts';
import { dates } from './dates.ts';
import { functionsOf } from './declaration.ts';
import type { FunctionModule, LibraryFunction } from './declaration.ts';
import { math } from './math.ts';
import { numbers } from './numbers.ts';
import { objects } from './objects.ts';
import { periods } from './periods.ts';
import { runtime } from './runtime.ts';
import { strings } from './strings.ts';
import { url } from './url.ts';

/** What every script sees without importing it. */
const core: FunctionModule = { name: 'dw::Core', functions: { ...coreText, ...coreArrays, ...coreObjects, ...coreValues } };

const MODULES: readonly FunctionModule[] = [
  core,
  strings,
  arrays,
  objects,
  numbers,
  math,
  dates,
  periods,
  runtime,
  coercions,
  binaries,
  crypto,
  url,
];

/** A module whose functions can be called. */
export interface LoadedModule {
  readonly functions: ReadonlyMap<string, LibraryFunction>;
  readonly constants: Readonly<Record<string, unknown>>;
}

const loaded = new Map<string, LoadedModule>();

/** A module of the language's library by its full name; undefined when the local org has none of that name. */
export function findModule(name: string): LoadedModule | undefined {
  const known = loaded.get(name);
  const declared = MODULES.find((module) => module.name === name);
  if (known || !declared) {
    return known;
  }
  const module = { functions: functionsOf(declared), constants: declared.constants ?? {} };
  loaded.set(name, module);
  return module;
}

/** The names of all modules that there are. */
export const MODULE_NAMES: readonly string[] = MODULES.map(({ name }) => name);
