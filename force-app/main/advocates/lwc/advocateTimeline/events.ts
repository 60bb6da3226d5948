import { fill } from 'c/wording';
import { labels } from './labels';

/** Something that happened to an advocate. What is null in Apex is left out. */
export interface AdvocateEvent {
  readonly kind: string;
  /** ISO date-time. */
  readonly at: string;
  /** True where only the day is known. */
  readonly dayOnly: boolean;
  readonly recordId?: string | null;
  /** The colleague who did it. */
  readonly person?: string | null;
  /** A kind of reference, a state, a permission. */
  readonly subject?: string | null;
  /** What somebody wrote, or the deal. */
  readonly note?: string | null;
  readonly amount?: number | null;
  readonly currencyCode?: string | null;
}

const ICONS: Readonly<Record<string, string | undefined>> = {
  Added: 'utility:add',
  Nominated: 'utility:like',
  Verified: 'utility:check',
  Thanked: 'utility:smiley_and_people',
  Asked: 'utility:question',
  Answered: 'utility:reply',
  Ended: 'utility:ban',
  'Took Place': 'utility:success',
  Missed: 'utility:close',
  Planned: 'utility:event',
  Shown: 'utility:preview',
  Recognised: 'utility:moneybag',
  Reversed: 'utility:undo',
  Allowed: 'utility:lock',
};

/** What happened, in words. */
export function titleOf({ kind, person, subject }: AdvocateEvent): string {
  const who = person ?? '';
  const what = subject ?? '';
  switch (kind) {
    case 'Added':
      return fill(labels.added, who);
    case 'Nominated':
      return fill(labels.nominated, who);
    case 'Verified':
      return labels.verified;
    case 'Thanked':
      return labels.thanked;
    case 'Asked':
      return fill(labels.asked, who, what);
    case 'Answered':
      return what ? fill(labels.declined, who, what) : who ? fill(labels.approved, who) : labels.standingYes;
    case 'Ended':
      return what === 'Expired' ? labels.expired : labels.withdrawn;
    case 'Took Place':
      return fill(labels.tookPlace, what);
    case 'Missed':
      return fill(labels.missed, what);
    case 'Planned':
      return fill(labels.planned, what);
    case 'Shown':
      return fill(labels.shown, who);
    case 'Recognised':
      return labels.recognised;
    case 'Reversed':
      return labels.reversed;
    case 'Allowed':
      return fill(labels.allowed, who, what);
    default:
      return kind;
  }
}

/** The icon of what happened. */
export function iconOf({ kind }: AdvocateEvent): string {
  return ICONS[kind] ?? 'utility:record';
}
