/** Comma-separated text that a spreadsheet opens without running anything in it. Self-contained and free of platform imports. */

/** A cell: a text, which is neutralised, or a number, which stays one. */
export type CsvCell = string | { readonly number: string };

/**
 * Rows as comma-separated text with a line break at the end of each.
 *
 * @param rows the header first.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/**
 * A cell that a spreadsheet takes for text and not for a formula: text that starts with `=`, `+`, `-`, `@`, a tab or a
 * line break gets an apostrophe in front.
 */
export function csvCell(cell: CsvCell): string {
  if (typeof cell !== 'string') {
    return cell.number;
  }
  const neutral = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(neutral) ? `"${neutral.replaceAll('"', '""')}"` : neutral;
}
