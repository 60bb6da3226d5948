import type { Connection, Field } from 'jsforce';
import type { CsvCell } from '../csv/write.ts';

/** The records of an object, as lines of a CSV file; the first names the fields by API name. */
export interface ExportedRecords {
  readonly lines: readonly (readonly CsvCell[])[];
  readonly count: number;
}

/** Values that are no text and no number of a record: parts of them have fields of their own. */
const compound = new Set(['address', 'location', 'base64', 'complexvalue']);
const numbers = new Set(['int', 'long', 'double', 'currency', 'percent']);

/**
 * Reads every record and field of an object that the user may see.
 *
 * @param onProgress called as records arrive: so many of so many.
 * @throws Error in one sentence when the user can see no such object.
 */
export async function exportRecords(
  connection: Connection,
  object: string,
  onProgress: (read: number, total: number) => void = () => undefined,
): Promise<ExportedRecords> {
  const fields = await readableFields(connection, object);
  const names = fields.map((field) => field.name);
  const lines: CsvCell[][] = [names];
  type Row = Readonly<Record<string, unknown>>;
  let page = await connection.query<Row>(`SELECT ${names.join(', ')} FROM ${object} ORDER BY Id`);
  for (;;) {
    lines.push(...page.records.map((record) => fields.map((field) => cellOf(field, record[field.name]))));
    onProgress(lines.length - 1, page.totalSize);
    if (page.done || page.nextRecordsUrl === undefined) {
      return { lines, count: lines.length - 1 };
    }
    page = await connection.queryMore<Row>(page.nextRecordsUrl);
  }
}

async function readableFields(connection: Connection, object: string): Promise<Field[]> {
  try {
    const { fields } = await connection.describe(object);
    return fields.filter((field) => !compound.has(field.type));
  } catch (cause) {
    if ((cause as { errorCode?: string }).errorCode !== 'NOT_FOUND') throw cause;
    throw new Error(`You can see no object ${object} in this org: give its API name, such as Advocate__c.`, { cause });
  }
}

function cellOf(field: Field, value: unknown): CsvCell {
  if (value === null || value === undefined) {
    return '';
  }
  if (typeof value === 'number' && numbers.has(field.type)) {
    return { number: String(value) };
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
