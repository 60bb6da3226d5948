/** A script that cannot be read, or that asks for something that the interpreter does not know. */
export class ScriptError extends Error {
  /** Offset in the script's text. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = 'ScriptError';
    this.offset = offset;
  }
}

/** Line and column, both from 1, of an offset in a text. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}
