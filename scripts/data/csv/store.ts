import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { csvLine } from './write.ts';
import type { CsvCell } from './write.ts';

/** Tells spreadsheets that the file is UTF-8. */
const byteOrderMark = '\uFEFF';

/**
 * Writes a CSV file as a whole or not at all; a file of that name is replaced.
 *
 * @throws Error when the folder can't be written to.
 */
export function storeCsv(file: string, lines: Iterable<readonly CsvCell[]>, delimiter = ','): void {
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    writeFileSync(unfinished, byteOrderMark + [...lines].map((line) => csvLine(line, delimiter)).join(''));
    renameSync(unfinished, file);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    throw new Error(`${file} could not be written: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
