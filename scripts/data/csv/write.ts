/** A cell to write: text, or a number that a spreadsheet shall take for one. */
export type CsvCell = string | { readonly number: string };

/** Text that a spreadsheet would run, or that looks like such text made safe. */
const formula = /^'*[=+\-@\t\r\n]/;

/**
 * A cell that a spreadsheet takes for text and not for a formula: text that starts with `=`, `+`, `-`, `@`, a tab or a
 * line break gets an apostrophe in front. Numbers stay numbers, negative ones too.
 *
 * @param delimiter what parts the cells.
 */
export function csvCell(cell: CsvCell, delimiter = ','): string {
  if (typeof cell !== 'string') {
    return cell.number;
  }
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /["\r\n]/.test(safe) || safe.includes(delimiter) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text that `csvCell` made safe, as it was. */
export function restoreText(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

/** One line of a CSV file, with its line break. */
export function csvLine(cells: readonly CsvCell[], delimiter = ','): string {
  return `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;
}
