import type { Connection, SaveResult } from 'jsforce';

/** A record to store, by field. */
export type Row = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Records of one request: what the API takes at most. */
const chunkSize = 200;

/** Invented people may look alike to an org's duplicate rules: those that only warn shall not stop the seed. */
const saveOptions = { allOrNone: true, headers: { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' } } as const;

/** Stores records in requests of 200, each all or nothing, and tells how far it has come. */
export class Collections {
  readonly #connection: Connection;
  readonly #stored: (count: number) => void;

  /** @param stored is called with the number of records after each request. */
  constructor(connection: Connection, stored: (count: number) => void) {
    this.#connection = connection;
    this.#stored = stored;
  }

  /**
   * Creates records.
   *
   * @returns their ids, in order.
   * @throws Error when one is refused; those of its request are then not stored.
   */
  async create(object: string, rows: readonly Row[]): Promise<string[]> {
    return this.#save(object, rows, (chunk) => this.#connection.sobject(object).create([...chunk], saveOptions));
  }

  /**
   * Changes records.
   *
   * @param rows each with its `Id`.
   * @throws Error when one is refused; those of its request are then not changed.
   */
  async update(object: string, rows: readonly (Row & { readonly Id: string })[]): Promise<void> {
    await this.#save(object, rows, (chunk) => this.#connection.sobject(object).update([...chunk], saveOptions));
  }

  async #save<R extends Row>(object: string, rows: readonly R[], send: (chunk: readonly R[]) => Promise<SaveResult[]>): Promise<string[]> {
    const ids: string[] = [];
    for (let start = 0; start < rows.length; start += chunkSize) {
      const chunk = rows.slice(start, start + chunkSize);
      const results = await send(chunk);
      ids.push(...results.map((result, position) => idOf(object, start + position, result, results)));
      this.#stored(chunk.length);
    }
    return ids;
  }
}

function idOf(object: string, position: number, result: SaveResult, results: readonly SaveResult[]): string {
  if (result.success) {
    return result.id;
  }
  const reasons = results.flatMap((other) => (other.success ? [] : other.errors));
  const reason = reasons.find((candidate) => candidate.errorCode !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK') ?? reasons[0];
  throw new Error(
    `${object} ${position + 1} could not be stored: ${reason?.message ?? 'the org gave no reason'} (${reason?.errorCode ?? 'unknown'}).`,
  );
}
