import type { Availability, ExcludedAdvocate, Factor } from 'c/matchingService';
import { MUST_NOT_MET, TOO_LATE } from 'c/matchingService';
import { dayInWords, fill, listed } from 'c/wording';
import { labels } from './labels';

/** How far a criterion is met. */
export type Met = 'full' | 'partly' | 'none';

/** How far a factor is met, for icon and colour. */
export function metOf(factor: Factor): Met {
  return factor.degree >= 1 ? 'full' : factor.degree > 0 ? 'partly' : 'none';
}

/** A factor as a short reason, `2 of 3 Products: Analytics, Mobile`. */
export function reasonInWords(factor: Factor): string {
  const values = factor.matched.join(', ');
  switch (metOf(factor)) {
    case 'full':
      return fill(labels.factorValues, factor.label, values || factor.wanted.join(', '));
    case 'partly':
      return factor.wanted.length > 1 && factor.matched.length > 0
        ? fill(labels.factorPartly, factor.matched.length, factor.wanted.length, factor.label, values)
        : fill(labels.factorNear, factor.label, values || listed(factor.wanted));
    default:
      return fill(labels.factorNone, factor.label);
  }
}

/** The one line that says whether somebody can be asked now, `Resting until 12 May 2026`. */
export function availabilityInWords(availability: Availability): string {
  const until = availability.until ? dayInWords(availability.until) : null;
  switch (availability.state) {
    case 'Resting':
      return until ? fill(labels.restingUntil, until) : labels.resting;
    case 'Quiet':
      return until ? fill(labels.quietUntil, until) : labels.quiet;
    case 'Fully Booked':
      return until ? fill(labels.bookedUntil, until) : labels.booked;
    case 'Never':
      return labels.never;
    default:
      return labels.free;
  }
}

/** Why an advocate can't be asked, and whether it soon can. */
export function exclusionInWords(excluded: ExcludedAdvocate): string {
  const reason = reasonOf(excluded);
  return excluded.inTime ? fill(labels.inTime, reason) : reason;
}

function reasonOf({ advocate, reason, missed }: ExcludedAdvocate): string {
  const { availability, earliestOn } = advocate;
  switch (reason) {
    case 'Resting':
    case 'Quiet':
    case 'Fully Booked':
    case 'Never':
      return availabilityInWords({ state: reason, until: availability.until });
    case 'Account Fully Booked':
      return availability.until ? fill(labels.accountBookedUntil, dayInWords(availability.until)) : labels.accountBooked;
    case 'Retired':
      return labels.retired;
    case 'Not Active':
      return labels.notActive;
    case 'Own Account':
      return labels.ownAccount;
    case 'Same Parent':
      return labels.sameParent;
    case 'Asked Already':
      return labels.askedAlready;
    case 'Does Not Offer':
      return labels.doesNotOffer;
    case TOO_LATE:
      return earliestOn ? fill(labels.tooLate, dayInWords(earliestOn)) : labels.excludedOther;
    case MUST_NOT_MET:
      return fill(labels.mustNotMet, listed(missed));
    default:
      return labels.excludedOther;
  }
}

/** How quickly the account's owner answers, or nothing when too little is known. */
export function answersInWords(hours: number | null | undefined): string | undefined {
  if (typeof hours !== 'number') {
    return undefined;
  }
  return hours <= 24 ? labels.answersDay : fill(labels.answersDays, Math.ceil(hours / 24));
}
