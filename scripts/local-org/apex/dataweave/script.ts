import { checkScript } from './check/check-script.ts';
import { declare, evaluate } from './evaluate/evaluate.ts';
import { withExecution } from './evaluate/execution.ts';
import { Scope } from './evaluate/scope.ts';
import { contentTypeOf } from './formats/table.ts';
import { parseScript } from './read/parse.ts';
import { lineAndColumn } from './read/script-error.ts';
import type { Input, Option, Output, Script } from './read/syntax.ts';
import { DataWeaveError } from './values/failure.ts';

/** An input that a script declares. */
export interface DeclaredInput {
  readonly name: string;
  /** Its content type; values of Apex are taken as they are when there is none. */
  readonly contentType: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What a script needs to run. */
export interface RunOptions {
  /** Values of the language, by the names of inputs. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: (text: string) => void;
}

/** The content type of a script that declares no output. */
const UNDECLARED_OUTPUT = 'application/dw';

/** A script that has been read and checked. */
export class CompiledScript {
  readonly inputs: readonly DeclaredInput[];
  readonly output: { readonly contentType: string; readonly options: Readonly<Record<string, unknown>> };
  private readonly text: string;
  private readonly script: Script;
  private readonly library: ReadonlyMap<string, unknown>;

  /** @throws ScriptError for what is not DataWeave, or not known here. */
  constructor(text: string) {
    this.text = text;
    this.script = parseScript(text);
    this.library = checkScript(this.script);
    const inputs = this.script.directives.filter((directive): directive is Input => directive.kind === 'input');
    const output = this.script.directives.find((directive): directive is Output => directive.kind === 'output');
    this.inputs = inputs.map(({ name, format, options }) => ({
      name,
      contentType: contentTypeOf(format ?? 'application/java'),
      options: optionsOf(options),
    }));
    this.output = { contentType: contentTypeOf(output?.format ?? UNDECLARED_OUTPUT), options: optionsOf(output?.options ?? []) };
  }

  /**
   * Runs the script and gives what `finish` makes of its value, in the same execution.
   * @throws DataWeaveError whose message has the place in the script, as the engine tells it.
   */
  run<T>({ inputs, now, log }: RunOptions, finish: (value: unknown) => T): T {
    const root = new Scope();
    for (const [name, value] of [...this.library, ...Object.entries(inputs)]) {
      root.define(name, value);
    }
    const execution = { now, log, locate: (place: { from: number; to: number } | undefined) => this.locate(place) };
    try {
      return withExecution(execution, () => finish(evaluate(this.script.body, declare(this.script.directives, root))));
    } catch (error) {
      if (error instanceof RangeError && error.message.includes('call stack')) {
        throw new DataWeaveError('Stack Overflow. Max stack is 256.', 'StackOverflowException', { cause: error });
      }
      throw error instanceof DataWeaveError ? this.placed(error) : error;
    }
  }

  private placed(error: DataWeaveError): DataWeaveError {
    const { from } = error.place ?? this.script.body;
    const { line, column } = lineAndColumn(this.text, from);
    const message = `${error.message}\n\n${this.locate(error.place ?? this.script.body)}\nTrace:\n  at main::main (line: ${line}, column: ${column})`;
    return new DataWeaveError(message, error.failureKind, { cause: error });
  }

  /** The line of a place with signs under it. */
  private locate(place: { readonly from: number; readonly to: number } | undefined): string {
    if (!place) {
      return 'Unknown location';
    }
    const { line, column } = lineAndColumn(this.text, place.from);
    const source = this.text.split('\n')[line - 1] ?? '';
    const length = Math.max(1, Math.min(place.to - place.from, source.length - column + 1));
    const margin = `${line}| `;
    return `${margin}${source}\n${' '.repeat(margin.length + column - 1)}${'^'.repeat(length)}`;
  }
}

function optionsOf(options: readonly Option[]): Record<string, unknown> {
  return Object.fromEntries(options.map(({ name, value }) => [name, value]));
}
