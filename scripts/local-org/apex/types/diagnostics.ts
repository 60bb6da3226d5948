import type { Diagnostic } from '../engine-types.ts';
import type { Position } from '../parse/syntax.ts';

/** Collects what is wrong with a program, file by file. */
export class Diagnostics {
  readonly all: Diagnostic[] = [];

  report(file: string, at: Position, message: string): void {
    const known = this.all.some((other) => other.file === file && other.line === at.line && other.message === message);
    if (!known) {
      this.all.push({ file, line: at.line, column: at.column, message });
    }
  }

  /** Whether a file has any. */
  has(file: string): boolean {
    return this.all.some((diagnostic) => diagnostic.file === file);
  }
}
