import { CsvError, parse } from 'csv-parse/sync';

/** A row of a CSV file. */
export interface CsvRow {
  /** The line on which it begins; the first line is 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A CSV file: the header and the rows below it that are not empty. */
export interface CsvTable {
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

interface ParsedRow {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

const delimiters = [',', ';', '\t'];
const saveAsUtf8 = 'save it in the spreadsheet as "CSV UTF-8" and try again';

/**
 * Reads a CSV file as spreadsheets write it: UTF-8, or UTF-16 with its mark; parted by commas, semicolons or tabs.
 *
 * @param name how the file is called in messages.
 * @throws Error in one sentence when the encoding is another, a quote is not closed, or there is no row.
 */
export function readCsv(bytes: Uint8Array, name: string): CsvTable {
  const text = decode(bytes, name);
  const delimiter = delimiterOf(text);
  const [header, ...rows] = parseRows(text, delimiter, name);
  if (!header || rows.length === 0) {
    throw new Error(`${name} holds no rows below a header: the first line names the columns, each further line is a record.`);
  }
  return { delimiter, header: header.cells.map((cell) => cell.trim()), rows };
}

function decode(bytes: Uint8Array, name: string): string {
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) {
    throw new Error(`${name} is a workbook and not a CSV file: ${saveAsUtf8}.`);
  }
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error(`${name} is not encoded in UTF-8: ${saveAsUtf8}.`, { cause });
  }
  if (text.includes('\0')) {
    throw new Error(`${name} is not a text file: ${saveAsUtf8}.`);
  }
  return text;
}

/** What parts the names in the header most often; names in quotes don't count. */
function delimiterOf(text: string): string {
  const header = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replaceAll(/"(?:[^"]|"")*"/g, '');
  const counts = delimiters.map((delimiter) => header.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

function parseRows(text: string, delimiter: string, name: string): CsvRow[] {
  try {
    const options = { delimiter, info: true, relax_column_count: true, skip_empty_lines: true };
    const parsed = parse(text, options) as unknown as ParsedRow[];
    return parsed
      .map(({ record, info }) => ({ line: info.lines - lineBreaks(record), cells: record }))
      .filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = typeof cause.lines === 'number' ? ` near line ${cause.lines}` : '';
    throw new Error(`${name} is not well-formed${line}: text that holds a quote is quoted as a whole, with each quote in it doubled.`, {
      cause,
    });
  }
}

function lineBreaks(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}
