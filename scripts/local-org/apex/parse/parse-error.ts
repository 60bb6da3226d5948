/** Source that is not Apex: where, and what is wrong. */
export class ParseError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(line: number, column: number, message: string) {
    super(message);
    this.name = 'ParseError';
    this.line = line;
    this.column = column;
  }
}
