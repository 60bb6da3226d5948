import { DataWeaveError } from '../values/failure.ts';
import { describeValue } from '../values/describe.ts';
import { Key, ObjectValue, plain } from '../values/object.ts';
import { textOf } from '../values/text.ts';
import { flag, STREAMING_OPTIONS, textOption } from './format.ts';
import type { Format, FormatOptions } from './format.ts';

interface Signs {
  readonly separator: string;
  readonly quote: string;
  readonly escape: string;
}

function signsOf(options: FormatOptions): Signs {
  return {
    separator: textOption(options, 'separator', ','),
    quote: textOption(options, 'quote', '"'),
    escape: textOption(options, 'escape', '\\'),
  };
}

/** Records of a text; `from` is the number of lines that are passed over. */
function recordsOf(text: string, { separator, quote, escape }: Signs): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = '';
  let isQuoted = false;
  const endField = (): void => {
    record.push(field);
    field = '';
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    const next = text[index + 1];
    if (isQuoted && character === quote && next === quote) {
      field += quote;
      index += 1;
    } else if (character === escape && character !== quote && next !== undefined && [quote, escape, separator].includes(next)) {
      field += next;
      index += 1;
    } else if (character === quote && (isQuoted || field === '')) {
      isQuoted = !isQuoted;
    } else if (!isQuoted && text.startsWith(separator, index)) {
      endField();
      index += separator.length - 1;
    } else if (!isQuoted && (character === '\n' || (character === '\r' && next === '\n'))) {
      endField();
      records.push(record);
      record = [];
      index += character === '\r' ? 1 : 0;
    } else {
      field += character;
    }
  }
  if (field !== '' || record.length > 0) {
    endField();
    records.push(record);
  }
  return records;
}

const isEmpty = (record: readonly string[]): boolean => record.length === 1 && record[0]?.trim() === '';

function lineOption(options: FormatOptions, name: string, whenAbsent: number): number {
  const value = options[name];
  return typeof value === 'number' ? value : whenAbsent;
}

function read(text: string, options: FormatOptions): unknown {
  const all = recordsOf(text.replace(/^\uFEFF/, ''), signsOf(options));
  const kept = (records: string[][]): string[][] => records.filter((record) => !flag(options, 'ignoreEmptyLine', true) || !isEmpty(record));
  const headerLine = lineOption(options, 'headerLineNumber', 0);
  if (!flag(options, 'header', true)) {
    return kept(all.slice(lineOption(options, 'bodyStartLineNumber', 0))).map((record) => rowOf(record, []));
  }
  const [header = [], ...body] = kept(all.slice(headerLine));
  const start = lineOption(options, 'bodyStartLineNumber', 0) - headerLine - 1;
  return body.slice(Math.max(0, start)).map((record) => rowOf(record, header));
}

/** Fields without a header are named by their columns. */
function rowOf(record: readonly string[], header: readonly string[]): ObjectValue {
  return new ObjectValue(record.map((value, index) => ({ key: new Key((header[index] ?? `column_${index}`).trim()), value })));
}

function write(source: unknown, options: FormatOptions): string {
  const signs = signsOf(options);
  const value = plain(source);
  const rows = (Array.isArray(value) ? value : [value]).map(plain);
  const line = textOption(options, 'lineSeparator', '\n');
  const header = headerOf(rows);
  const written = rows.map((row) => cellsOf(row, header).map((cell) => writeCell(cell, signs, flag(options, 'quoteValues', false))));
  const titles = header.map((name) => writeCell(name, signs, flag(options, 'quoteHeader', false)));
  const withHeader = flag(options, 'header', true) && header.length > 0 ? [titles, ...written] : written;
  return withHeader.map((cells) => cells.join(signs.separator) + line).join('');
}

/** The names of the first object. */
function headerOf(rows: readonly unknown[]): string[] {
  const first = rows.find((row) => row instanceof ObjectValue);
  return first instanceof ObjectValue ? first.entries.map(({ key }) => key.name) : [];
}

function cellsOf(row: unknown, header: readonly string[]): string[] {
  if (row instanceof ObjectValue) {
    return header.length === 0 ? row.entries.map(({ value }) => cellText(value)) : header.map((name) => cellText(row.get(name)));
  }
  if (Array.isArray(row)) {
    return row.map(cellText);
  }
  throw new DataWeaveError(`CSV is written of an Array of Objects, but found ${describeValue(row)}`, 'WriterException');
}

function cellText(source: unknown): string {
  const value = plain(source) ?? null;
  const text = value === null ? '' : textOf(value);
  if (text === undefined) {
    throw new DataWeaveError(`A field of CSV cannot hold ${describeValue(value)}`, 'WriterException');
  }
  return text;
}

function writeCell(text: string, { separator, quote, escape }: Signs, always: boolean): string {
  const escaped = text.replaceAll(quote, `${escape}${quote}`);
  return always || text.includes(separator) || text.includes(quote) || /[\r\n]/.test(text) ? `${quote}${escaped}${quote}` : text;
}

/** `application/csv`: an array of objects of texts. */
export const csv: Format = {
  readerOptions: [
    ...STREAMING_OPTIONS,
    'separator',
    'quote',
    'escape',
    'header',
    'headerLineNumber',
    'bodyStartLineNumber',
    'ignoreEmptyLine',
  ],
  writerOptions: [
    ...STREAMING_OPTIONS,
    'separator',
    'quote',
    'escape',
    'header',
    'quoteValues',
    'quoteHeader',
    'lineSeparator',
    'ignoreEmptyLine',
  ],
  read,
  write,
};
