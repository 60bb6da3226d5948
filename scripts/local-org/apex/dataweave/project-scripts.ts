import { readFileSync } from 'node:fs';
import type { SourceTree } from '../../metadata/source-tree.ts';
import type { Diagnostic } from '../engine-types.ts';
import { lineAndColumn, ScriptError } from './read/script-error.ts';
import { CompiledScript } from './script.ts';

/** The most characters that the platform takes. */
const MAXIMUM_LENGTH = 100_000;

/** The DataWeave scripts of a source tree. */
export interface ProjectScripts {
  /** By name, as the files have it. */
  readonly scripts: ReadonlyMap<string, CompiledScript>;
  /** What is wrong with the others. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and checks every script of a source tree. */
export function readScripts(tree: SourceTree): ProjectScripts {
  const scripts = new Map<string, CompiledScript>();
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

function compile(text: string): CompiledScript {
  if (text.length > MAXIMUM_LENGTH) {
    throw new ScriptError(`A DataWeave script has up to ${MAXIMUM_LENGTH} characters`, MAXIMUM_LENGTH);
  }
  return new CompiledScript(text);
}
