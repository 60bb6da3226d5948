import { rmSync } from 'node:fs';
import { storeCsv } from '../csv/store.ts';
import type { CsvTable } from '../csv/read.ts';
import { REJECT_REASON } from './columns.ts';
import type { Rejection } from './save-rows.ts';

/** Where the rejected rows of a file go: `advocates.rejects.csv` beside `advocates.csv`. */
export function rejectsFileOf(file: string): string {
  return `${file.replace(/\.csv$/i, '')}.rejects.csv`;
}

/**
 * Writes the rejected rows as they were, each with the reason in a last column, so that the file can be mended and imported; when
 * there are none, the file of an earlier run goes.
 */
export function storeRejects(file: string, table: CsvTable, rejections: readonly Rejection[]): void {
  if (rejections.length === 0) {
    rmSync(file, { force: true });
    return;
  }
  const reasonBefore = table.header.findIndex((heading) => heading.toLowerCase() === REJECT_REASON.toLowerCase());
  const kept = (cells: readonly string[]): string[] => cells.filter((_cell, position) => position !== reasonBefore);
  const width = kept(table.header).length;
  const lines = rejections.map(({ row, reason }) => {
    const cells = kept(row.cells);
    return [...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => ''), reason];
  });
  storeCsv(file, [[...kept(table.header), REJECT_REASON], ...lines], table.delimiter);
}
