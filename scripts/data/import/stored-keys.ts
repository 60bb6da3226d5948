import type { Connection } from 'jsforce';
import type { ImportKey } from './importable.ts';
import { queryByValues } from './query-by-values.ts';

/**
 * The records that are there already.
 *
 * @param identifying the values of the first field of the key.
 * @returns their Ids, by the values of the key's fields, joined by `|`.
 */
export async function readStoredKeys(
  connection: Connection,
  object: string,
  key: ImportKey,
  identifying: readonly string[],
): Promise<Map<string, string>> {
  const selected = ['Id', ...key.fields].join(', ');
  const by = key.copy ?? key.fields[0];
  const records = await queryByValues<Record<string, string | null>>(connection, selected, object, by, [...new Set(identifying)]);
  return new Map(records.map((record) => [key.fields.map((field) => record[field] ?? '').join('|'), record.Id ?? '']));
}
