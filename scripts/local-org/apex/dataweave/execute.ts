import { BlobValue } from '../../data/values/blob.ts';
import { debugLog } from '../library/debug-log.ts';
import type { ApexMap } from '../runtime/collections/map.ts';
import { currentTransaction } from '../runtime/current.ts';
import { fromApex } from './apex-values.ts';
import { toApex } from './apex-writer.ts';
import { formatOf, isOfApex } from './formats/table.ts';
import type { ProjectScript } from './project-scripts.ts';
import { CompiledScript } from './script.ts';
import type { DeclaredInput } from './script.ts';

/**
 * Reads and checks a script that Apex may run.
 * @throws ScriptError for what is not DataWeave, or not known here.
 */
export function compileForApex(text: string): ProjectScript {
  const script = new CompiledScript(text);
  return { execute: (parameters) => execute(script, parameters) };
}

function execute(script: CompiledScript, parameters: ApexMap): unknown {
  const transaction = currentTransaction();
  const { contentType, options } = script.output;
  // What the platform does not know is refused before anything runs.
  const format = isOfApex(contentType) ? undefined : formatOf(contentType);
  const write = (value: unknown): unknown => (format ? format.write(value, options) : toApex(value));
  const given = new Map(Array.from(parameters.pairs(), ({ key, value }) => [String(key), value]));
  const inputs = Object.fromEntries(script.inputs.map((input) => [input.name, read(input, given.get(input.name) ?? null)]));
  const log = (message: string): void => {
    debugLog(transaction).push({ level: 'DEBUG', message });
  };
  return script.run({ inputs, now: () => transaction.now(), log }, write);
}

/** Text, and binary content, is read in the input's format; other values of Apex are taken as they are. */
function read({ contentType, options }: DeclaredInput, value: unknown): unknown {
  const text = typeof value === 'string' ? value : value instanceof BlobValue ? new TextDecoder().decode(value.bytes) : undefined;
  return text === undefined || isOfApex(contentType) ? fromApex(value) : formatOf(contentType).read(text, options);
}
