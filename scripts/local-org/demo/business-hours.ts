import type { Org } from '../data/org.ts';
import { openingHours } from '../data/setup/base.ts';

/** Gives the demo company a weekend: its default business hours are open from Monday to Friday. */
export function installDemoBusinessHours(org: Org): void {
  org.setUp((writer) =>
    writer.upsert('BusinessHours', { IsDefault: true }, openingHours(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])),
  );
}
