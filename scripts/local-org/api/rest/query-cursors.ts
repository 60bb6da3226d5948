import { randomBytes } from 'node:crypto';

const HALF_AN_HOUR = 30 * 60 * 1000;
/** As on the platform, a user's oldest open query gives way to the newest. */
const MOST_CURSORS = 10;

interface Cursor {
  readonly id: string;
  readonly userId: string;
  readonly records: readonly unknown[];
  readonly openedAt: number;
}

/** Query results of which only the first page was sent, kept until their next pages are asked for. */
export class QueryCursors {
  #cursors: Cursor[] = [];

  /** Keeps the rows, as they will be sent, and gives the id by which they are asked for. */
  keep(userId: string, records: readonly unknown[]): string {
    const id = `01g${randomBytes(8).toString('hex').slice(0, 15)}`;
    const now = Date.now();
    const mine = this.#cursors.filter((cursor) => cursor.userId === userId);
    const oldest = mine.length >= MOST_CURSORS ? mine[0] : undefined;
    this.#cursors = this.#cursors.filter((cursor) => cursor !== oldest && now - cursor.openedAt < HALF_AN_HOUR);
    this.#cursors.push({ id, userId, records, openedAt: now });
    return id;
  }

  /** All rows of a kept query; undefined when it is another user's, too old, or unknown. */
  find(userId: string, id: string): readonly unknown[] | undefined {
    return this.#cursors.find((cursor) => cursor.id === id && cursor.userId === userId)?.records;
  }
}
