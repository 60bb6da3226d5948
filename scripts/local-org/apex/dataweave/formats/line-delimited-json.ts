import { DataWeaveError } from '../values/failure.ts';
import { flag, STREAMING_OPTIONS } from './format.ts';
import type { Format } from './format.ts';
import { readJson, writeJson } from './json.ts';

function readLine(line: string, skipInvalid: boolean): unknown[] {
  try {
    return [readJson(line)];
  } catch (error) {
    if (error instanceof DataWeaveError && skipInvalid) {
      return [];
    }
    throw error;
  }
}

/** `application/x-ndjson`: a JSON value a line. */
export const lineDelimitedJson: Format = {
  readerOptions: [...STREAMING_OPTIONS, 'ignoreEmptyLine', 'skipInvalid'],
  writerOptions: [...STREAMING_OPTIONS, 'skipNullOn', 'writeAttributes'],
  read: (text, options) =>
    text
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .flatMap((line) => readLine(line, flag(options, 'skipInvalid', false))),
  write: (value, options) =>
    (Array.isArray(value) ? value : [value]).map((item) => writeJson(item, { ...options, indent: false })).join('\n'),
};
