import type { Store } from './store.ts';

/** Work that has been promised and not been done: a queued job, a finalizer, published events. */
export interface Work {
  /** Its place in the queue, and its name here. */
  readonly position: number;
  /** What the floor above makes of it. */
  readonly kind: string;
  /** The record that tells of it (`AsyncApexJob`, `CronTrigger`); empty when none does. */
  readonly recordId: string;
  /** As whom it is done. */
  readonly userId: string;
  /** Milliseconds since the epoch: not before; null for what somebody else calls up. */
  readonly dueAt: number | null;
  /** What the floor above wrote down to be able to do it. */
  readonly contents: string;
}

/** One part of a work that is done in parts. */
export interface WorkPart {
  readonly number: number;
  readonly contents: string;
}

const COLUMNS = 'position, kind, record, user, due, contents';

/**
 * The org's queue. It is written in the transaction that promises the work, and the work is taken out of it in the transaction that does
 * it: so it is done once, however often the process ends in between.
 */
export class PendingWork {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Puts work at the end of the queue and gives its position. */
  add({ kind, recordId, userId, dueAt, contents }: Omit<Work, 'position'>): number {
    const values = [kind, recordId, userId, dueAt, contents];
    this.#store.run('INSERT INTO "_work" (kind, record, user, due, contents) VALUES (?, ?, ?, ?, ?)', values);
    return this.lastPosition;
  }

  /** The position of what was put in last; 0 when nothing ever was. */
  get lastPosition(): number {
    return Number(this.#store.select('SELECT seq FROM sqlite_sequence WHERE name = ?', ['_work'])[0]?.[0] ?? 0);
  }

  /** What is to be done next of what is due: the longest due, then the longest queued. */
  nextDue(now: number): Work | undefined {
    return this.#first(`SELECT ${COLUMNS} FROM "_work" WHERE due <= ? ORDER BY due, position LIMIT 1`, now);
  }

  /** What was queued next after a position, due or not. What is due at once whenever it was queued (at 0) comes first. */
  nextAfter(position: number): Work | undefined {
    return this.#first(`SELECT ${COLUMNS} FROM "_work" WHERE position > ? ORDER BY due IS NOT 0, position LIMIT 1`, position);
  }

  /** The work that a record tells of. */
  ofRecord(recordId: string): Work | undefined {
    return this.#first(`SELECT ${COLUMNS} FROM "_work" WHERE record = ?`, recordId);
  }

  /** Writes down anew what is needed to go on with a work, if it is still there. */
  change(position: number, contents: string): void {
    this.#store.run('UPDATE "_work" SET contents = ? WHERE position = ?', [contents, position]);
  }

  /** Takes work out, with its parts: it is done, or never will be. */
  remove(position: number): void {
    this.#store.run('DELETE FROM "_work_part" WHERE work = ?', [position]);
    this.removeSignature(position);
    this.#store.run('DELETE FROM "_work" WHERE position = ?', [position]);
  }

  /** Gives work a signature: while it has it, no other work should be put in with the same. */
  sign(position: number, signature: string): void {
    this.#store.run('INSERT INTO "_work_signature" (work, signature) VALUES (?, ?)', [position, signature]);
  }

  /** Whether work that was queued after a position has this signature. */
  isSigned(signature: string, position: number): boolean {
    return this.#store.select('SELECT 1 FROM "_work_signature" WHERE signature = ? AND work > ? LIMIT 1', [signature, position]).length > 0;
  }

  /** Takes the signature of a work from it, if it has one. */
  removeSignature(position: number): void {
    this.#store.run('DELETE FROM "_work_signature" WHERE work = ?', [position]);
  }

  /** Adds parts to a work, to be done in this order. */
  addParts(position: number, parts: Iterable<string>): void {
    let number = 0;
    for (const contents of parts) {
      number += 1;
      this.#store.run('INSERT INTO "_work_part" (work, number, contents) VALUES (?, ?, ?)', [position, number, contents]);
    }
  }

  /** The first part of a work that has not been done. */
  nextPart(position: number): WorkPart | undefined {
    const [row] = this.#store.select('SELECT number, contents FROM "_work_part" WHERE work = ? ORDER BY number LIMIT 1', [position]);
    return row && { number: Number(row[0]), contents: row[1] as string };
  }

  /** Takes a part out. */
  removePart(position: number, number: number): void {
    this.#store.run('DELETE FROM "_work_part" WHERE work = ? AND number = ?', [position, number]);
  }

  #first(sql: string, parameter: string | number): Work | undefined {
    const [row] = this.#store.select(sql, [parameter]);
    if (row === undefined) {
      return undefined;
    }
    const [position, kind, recordId, userId, dueAt, contents] = row;
    return {
      position: Number(position),
      kind: kind as string,
      recordId: recordId as string,
      userId: userId as string,
      dueAt: dueAt === null ? null : Number(dueAt),
      contents: contents as string,
    };
  }
}
