import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { SourceTree } from '../../metadata/source-tree.ts';
import type { Diagnostic } from '../engine-types.ts';
import type { ApexMap } from '../runtime/collections/map.ts';
import type * as Interpreter from './execute.ts';
import { lineAndColumn, ScriptError } from './read/script-error.ts';

/** The most characters that the platform takes. */
const MAXIMUM_LENGTH = 100_000;

/** A script that Apex may run. */
export interface ProjectScript {
  /**
   * Runs it with inputs by name, in the running transaction, and gives a text or, for `application/apex`, a value of Apex.
   * @throws DataWeaveError that says where in the script it failed.
   */
  execute(parameters: ApexMap): unknown;
}

/** The DataWeave scripts of a source tree. */
export interface ProjectScripts {
  /** By name, as the files have it. */
  readonly scripts: ReadonlyMap<string, ProjectScript>;
  /** What is wrong with the others. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and checks every script of a source tree. */
export function readScripts(tree: SourceTree): ProjectScripts {
  const scripts = new Map<string, ProjectScript>();
  const diagnostics: Diagnostic[] = [];
  for (const { name, contentPath } of tree.ofType('DataWeaveResource')) {
    const text = contentPath === undefined ? '' : readFileSync(contentPath, 'utf8');
    try {
      scripts.set(name, compile(text));
    } catch (error) {
      if (!(error instanceof ScriptError)) {
        throw error;
      }
      diagnostics.push({ file: contentPath ?? name, ...lineAndColumn(text, error.offset), message: error.message });
    }
  }
  return { scripts, diagnostics };
}

const load = createRequire(import.meta.url);

function compile(text: string): ProjectScript {
  if (text.length > MAXIMUM_LENGTH) {
    throw new ScriptError(`A DataWeave script has up to ${MAXIMUM_LENGTH} characters`, MAXIMUM_LENGTH);
  }
  // The interpreter is loaded for projects with scripts only: the others do not wait for it.
  const { compileForApex } = load('./execute.ts') as typeof Interpreter;
  return compileForApex(text);
}
