import { formatOf } from '../../../../scripts/local-org/apex/dataweave/formats/table.ts';
import { lineAndColumn, ScriptError } from '../../../../scripts/local-org/apex/dataweave/read/script-error.ts';
import { CompiledScript } from '../../../../scripts/local-org/apex/dataweave/script.ts';

/** An instant for `now()`: 2026-03-01T12:00:00Z. */
export const NOW = Date.UTC(2026, 2, 1, 12);

/** What `log` wrote in the last script. */
export const logged: string[] = [];

/** Runs a script and gives its output as text. Inputs are texts in the formats that the script declares. */
export function runScript(text: string, inputs: Readonly<Record<string, string>> = {}): string {
  const script = new CompiledScript(text);
  const read = script.inputs.map(({ name, contentType, options }) => [name, formatOf(contentType).read(inputs[name] ?? 'null', options)]);
  logged.length = 0;
  return script.run(
    { inputs: Object.fromEntries(read) as Record<string, unknown>, now: () => NOW, log: (line) => logged.push(line) },
    (value) => formatOf(script.output.contentType).write(value, script.output.options),
  );
}

/** The value of an expression, by way of JSON. `header` stands before it. */
export function valueOf(expression: string, header = ''): unknown {
  return JSON.parse(runScript(`%dw 2.0\n${header}\noutput application/json\n---\n${expression}`));
}

/** Why a script is refused before it runs: `line:column message`. */
export function refusalOf(text: string): string {
  try {
    void new CompiledScript(text);
  } catch (error) {
    if (error instanceof ScriptError) {
      const { line, column } = lineAndColumn(text, error.offset);
      return `${line}:${column} ${error.message}`;
    }
    throw error;
  }
  return 'not refused';
}
