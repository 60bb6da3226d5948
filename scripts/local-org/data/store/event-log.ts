import type { Sequences } from './sequences.ts';
import type { Store } from './store.ts';

/** A published event, as subscribers from outside get it. */
export interface LoggedEvent {
  readonly replayId: number;
  /** Such as `/event/Ping__e`. */
  readonly channel: string;
  /** The JSON of its message. */
  readonly contents: string;
}

/** For how long the platform keeps events for those who subscribe later, in milliseconds. */
const KEPT = 72 * 3_600_000;
/** Most events that are handed out at once. */
const MOST = 500;

/** The events that were published, in their order, for subscribers that come and go. */
export class EventLog {
  readonly #store: Store;
  readonly #sequences: Sequences;

  constructor(store: Store, sequences: Sequences) {
    this.#store = store;
    this.#sequences = sequences;
  }

  /** The replay id of the next event. */
  nextReplayId(): number {
    return this.#sequences.next('replay id');
  }

  /** Keeps an event, and forgets those that are too old. */
  add({ replayId, channel, contents }: LoggedEvent, now: number): void {
    this.#store.run('DELETE FROM "_event" WHERE created < ?', [now - KEPT]);
    const values = [replayId, channel, now, contents];
    this.#store.run('INSERT OR REPLACE INTO "_event" (replay, channel, created, contents) VALUES (?, ?, ?, ?)', values);
  }

  /** Events of a channel that were published after one with this replay id, oldest first. */
  after(channel: string, replayId: number): LoggedEvent[] {
    const sql = 'SELECT replay, contents FROM "_event" WHERE channel = ? COLLATE NOCASE AND replay > ? ORDER BY replay LIMIT ?';
    const rows = this.#store.select(sql, [channel, replayId, MOST]);
    return rows.map(([replay, contents]) => ({ replayId: Number(replay), channel, contents: contents as string }));
  }

  /** The replay id of the newest event; 0 when there is none. */
  get newest(): number {
    return Number(this.#store.select('SELECT MAX(replay) FROM "_event"')[0]?.[0] ?? 0);
  }
}
