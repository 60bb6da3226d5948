import type { Connection } from 'jsforce';

/** A query travels in an address, which servers cut at some 16,000 characters. */
const mostCharacters = 8000;

/**
 * Records whose field holds one of the values, in as few queries as fit.
 *
 * @param selected the fields to read, comma-separated.
 * @param values each at most 255 characters.
 */
export async function queryByValues<T extends object>(
  connection: Connection,
  selected: string,
  object: string,
  field: string,
  values: readonly string[],
): Promise<T[]> {
  const found: T[] = [];
  for (const literals of chunked(values.map(literal))) {
    const soql = `SELECT ${selected} FROM ${object} WHERE ${field} IN (${literals.join(',')})`;
    const result = await connection.query<T>(soql, { autoFetch: true, maxFetch: 1_000_000 });
    found.push(...result.records);
  }
  return found;
}

function chunked(literals: readonly string[]): string[][] {
  const chunks: string[][] = [];
  let length = mostCharacters;
  for (const text of literals) {
    const size = encodeURIComponent(text).length + 3;
    if (length + size > mostCharacters) {
      chunks.push([]);
      length = 0;
    }
    chunks.at(-1)?.push(text);
    length += size;
  }
  return chunks;
}

function literal(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", String.raw`\'`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`);
  return `'${escaped}'`;
}
