import { activityTypes } from './advocates.ts';
import type { PlannedAdvocate } from './advocates.ts';
import { addDays } from './days.ts';
import type { Random } from './random.ts';

/** A consent to be: what one advocate allows. */
export interface PlannedConsent {
  readonly advocate: number;
  /** Null: every kind of reference. */
  readonly activityType: string | null;
  /** Null: every purpose. */
  readonly purpose: string | null;
  readonly permission: 'Ask Every Time' | 'Pre-Approved' | 'Never';
  readonly expiresOn: string | null;
  readonly source: string;
}

const sources = ['Contract', 'Told their account owner', 'Customer survey', 'Agreed at the yearly review'];

/**
 * Plans what advocates allow: some never speak to the press, some allow a quote once and for all, those who are retired
 * are never asked again, and a few want no visitors.
 */
export function planConsents(random: Random, advocates: readonly PlannedAdvocate[], today: string): PlannedConsent[] {
  return advocates.flatMap((advocate, index): PlannedConsent[] => {
    const common = { advocate: index, source: random.pick(sources) };
    if (advocate.finalStatus === 'Retired') {
      return [{ ...common, activityType: null, purpose: null, permission: 'Never', expiresOn: null }];
    }
    const consents: PlannedConsent[] = [];
    if (random.chance(0.08)) {
      consents.push({ ...common, activityType: null, purpose: 'Press', permission: 'Never', expiresOn: null });
    }
    if (advocate.activityTypes.includes('Quote') && random.chance(0.25)) {
      const expiresOn = random.chance(0.5) ? addDays(today, random.between(60, 360)) : null;
      consents.push({ ...common, activityType: 'Quote', purpose: 'Sales Deal', permission: 'Pre-Approved', expiresOn });
    }
    const refused = activityTypes.find((type) => type !== 'Reference Call' && !advocate.activityTypes.includes(type));
    if (refused !== undefined && random.chance(0.06)) {
      consents.push({ ...common, activityType: refused, purpose: null, permission: 'Never', expiresOn: null });
    }
    return consents;
  });
}
