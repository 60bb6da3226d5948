import type { Collections, Row } from './collections.ts';
import { addDays, daysBetween } from './days.ts';

/** A clock that can be put to a moment of the past, so that the org stamps records as it would have then. */
export interface PastClock {
  goTo(moment: Date): void;
  /** Back to the present. */
  end(): void;
}

/** What happens on a day: records of one kind are stored. Lower phases come first within the same time. */
export interface Step {
  /** ISO day. */
  readonly day: string;
  readonly phase: number;
  readonly object: string;
  readonly action: 'create' | 'update';
  /** The record, read when its time has come: by then the ids of earlier steps are known. */
  readonly row: () => Row;
  /** Gets the id of a created record. */
  readonly stored?: (id: string) => void;
}

/** Pipelines are tended once a week: so long is one tick of the clock. */
const DAYS_A_TICK = 7;

/**
 * Stores what happened in its order.
 *
 * With a clock that can go back, week by week, each week's records stamped with a moment after all its days: so the org has a
 * real history of stages, bookings and answers. Without one, everything at once, phase by phase, stamped with the present.
 */
export async function play(steps: readonly Step[], collections: Collections, clock?: PastClock): Promise<void> {
  if (!clock) {
    return await storePhases(steps, collections);
  }
  const days = steps.map(({ day }) => day).sort();
  const first = days[0] ?? '';
  const weeks = Map.groupBy(steps, ({ day }) => Math.floor(daysBetween(first, day) / DAYS_A_TICK));
  const now = Date.now();
  for (const [week, happening] of [...weeks].sort(([one], [other]) => one - other)) {
    const over = Date.parse(`${addDays(first, (week + 1) * DAYS_A_TICK)}T00:30:00Z`);
    if (over < now) {
      clock.goTo(new Date(over));
    } else {
      clock.end();
    }
    await storePhases(happening, collections);
  }
  clock.end();
}

async function storePhases(steps: readonly Step[], collections: Collections): Promise<void> {
  const phases = Map.groupBy(steps, ({ phase }) => phase);
  for (const [, together] of [...phases].sort(([one], [other]) => one - other)) {
    const { object, action } = together[0];
    const rows = together.map(({ row }) => row());
    if (action === 'create') {
      const ids = await collections.create(object, rows);
      together.forEach(({ stored }, index) => stored?.(ids[index] ?? ''));
    } else {
      await collections.update(object, rows as (Row & { readonly Id: string })[]);
    }
  }
}
