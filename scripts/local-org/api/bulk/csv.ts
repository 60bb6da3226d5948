import { parse } from 'csv-parse/sync';
import { ApiError } from '../errors.ts';

const DELIMITERS: Readonly<Record<string, string>> = { COMMA: ',', SEMICOLON: ';', TAB: '\t', PIPE: '|', CARET: '^', BACKQUOTE: '`' };

/** The character that a job's `columnDelimiter` names. */
export function delimiterOf(name: string): string {
  const delimiter = DELIMITERS[name];
  if (delimiter === undefined) throw new ApiError(400, 'INVALIDJOB', `columnDelimiter is one of ${Object.keys(DELIMITERS).join(', ')}`);
  return delimiter;
}

/** The header and the rows of a CSV file. Throws when a row has another number of columns than the header, or a quote is not closed. */
export function parseCsv(
  text: string,
  delimiter: string,
): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  try {
    const [header = [], ...rows] = parse(text, { delimiter, bom: true, skip_empty_lines: true, relax_quotes: false });
    return { header, rows };
  } catch (cause) {
    throw new ApiError(400, 'INVALIDBATCH', `The CSV can't be read: ${cause instanceof Error ? cause.message : String(cause)}`, undefined, {
      cause,
    });
  }
}

/** A CSV file: every cell in quotes, as the platform writes it. */
export function formatCsv(header: readonly string[], rows: readonly (readonly unknown[])[], delimiter: string): string {
  const line = (cells: readonly unknown[]): string => cells.map((cell) => `"${textOf(cell).replaceAll('"', '""')}"`).join(delimiter);
  return `${[header, ...rows].map(line).join('\n')}\n`;
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}
