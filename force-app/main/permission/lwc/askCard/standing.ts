import type { AskView } from 'c/permissionService';
import { answersInWords } from 'c/advocateWording';
import { dayInWords, fill, momentInWords, relativeTime } from 'c/wording';
import { labels } from './labels';

/** One step of an ask's way. */
export interface Step {
  readonly name: string;
  readonly label: string;
  /** Read out after the label. */
  readonly state: string;
  readonly className: string;
}

const CUSTOMER_ANSWERS: Readonly<Record<string, string | undefined>> = {
  Asked: labels.customerAsked,
  Agreed: labels.customerAgreed,
  'No Answer': labels.customerSilent,
};
const APPROVED = new Set(['Approved', 'Completed', 'Missed']);

/** Where an ask stands, who holds it and since when, in one line. */
export function standingInWords(ask: AskView, now: number = Date.now()): string {
  const since = ask.since ? relativeTime(ask.since, now) : '';
  const holder = ask.heldBy ?? '';
  const decider = ask.decidedByName ?? holder;
  switch (ask.status) {
    case 'Queued':
      return joined(fill(labels.queuedWith, holder, since), queuePlace(ask, now), neededBy(ask));
    case 'Pending':
      return joined(fill(labels.pendingWith, holder, since), answerDue(ask, now), neededBy(ask));
    case 'Approved':
      return joined(
        approvedInWords(ask, decider, since),
        ask.scheduledAt ? fill(labels.scheduled, momentInWords(ask.scheduledAt)) : neededBy(ask),
      );
    case 'Declined':
      return joined(
        fill(labels.declinedBy, decider, since),
        ask.insteadName ? fill(labels.instead, ask.insteadName) : reasonOf(ask),
        ask.decisionNote,
      );
    case 'Completed':
      return ask.tookPlaceOn ? fill(labels.tookPlace, dayInWords(ask.tookPlaceOn)) : fill(labels.closedAt, since);
    case 'Missed':
      return fill(labels.missedAt, since);
    default:
      return fill(labels.closedAt, since);
  }
}

/** The conditions of a yes, or nothing when there are none. */
export function conditionInWords(ask: AskView): string | undefined {
  const parts = [ask.conditionNotBefore ? fill(labels.notBefore, dayInWords(ask.conditionNotBefore)) : undefined, ask.conditionNote];
  return joined(...parts) || undefined;
}

/** What comes after an open ask, or what the customer said themselves; nothing when there is nothing to say. */
export function outlookInWords(ask: AskView): string | undefined {
  const open = ask.status === 'Pending' || ask.status === 'Queued';
  return (
    joined(
      ask.status === 'Pending' ? answersInWords(ask.answersWithinHours) : undefined,
      open ? alternatesInWords(ask) : undefined,
      ask.status === 'Approved' ? CUSTOMER_ANSWERS[ask.customerAnswer ?? ''] : undefined,
    ) || undefined
  );
}

/** Why the contact of an approved ask isn't shown to its requester yet, or nothing when it is, or is none of the reader's business. */
export function contactHint(ask: AskView, today: string): string | undefined {
  if (ask.status !== 'Approved' || ask.canRelease || !ask.canLog) {
    return undefined;
  }
  if (ask.conditionNotBefore && ask.conditionNotBefore > today) {
    return fill(labels.contactFrom, dayInWords(ask.conditionNotBefore));
  }
  switch (ask.releaseMode) {
    case 'Coordinated':
      return labels.contactCoordinated;
    case 'After Customer Agrees':
      return labels.contactAfterAgreement;
    default:
      return undefined;
  }
}

/** The three steps of a reference and how far this one has come; an ask that ended early has none. */
export function progressOf(ask: AskView): Step[] {
  if (ask.status === 'Declined' || ask.status === 'Expired' || ask.status === 'Withdrawn' || ask.status === 'Missed') {
    return [];
  }
  return [
    step('asked', labels.stepAsked, true),
    step('approved', labels.stepApproved, APPROVED.has(ask.status)),
    step('tookPlace', labels.stepTookPlace, ask.status === 'Completed'),
  ];
}

function step(name: string, label: string, done: boolean): Step {
  return { name, label, state: done ? labels.stepDone : labels.stepOpen, className: done ? 'step step_done' : 'step' };
}

function approvedInWords({ automatic, decidedByName, requestedByName }: AskView, decider: string, since: string): string {
  if (automatic && !decidedByName) {
    return fill(labels.approvedStanding, since);
  }
  return automatic && decidedByName === requestedByName ? fill(labels.approvedOwn, since) : fill(labels.approvedBy, decider, since);
}

function reasonOf({ decisionReason }: AskView): string | undefined {
  return decisionReason ? fill(labels.reason, decisionReason) : undefined;
}

function answerDue(ask: AskView, now: number): string | undefined {
  if (!ask.answerDueAt) {
    return undefined;
  }
  const late = new Date(ask.answerDueAt).getTime() < now;
  return fill(late ? labels.answerOverdue : labels.answerDue, relativeTime(ask.answerDueAt, now));
}

/** Which company is asked next, should this one say no. */
function alternatesInWords({ alternateNames }: AskView): string | undefined {
  const [next, ...others] = alternateNames ?? [];
  if (next === undefined) {
    return undefined;
  }
  return fill(others.length === 0 ? labels.next : labels.nextThen, next, others.join(', '));
}

function queuePlace({ queuePosition, expectedAt }: AskView, now: number): string | undefined {
  if (!queuePosition) {
    return undefined;
  }
  return expectedAt
    ? fill(labels.queuePlaceExpected, queuePosition, relativeTime(expectedAt, now))
    : fill(labels.queuePlace, queuePosition);
}

function neededBy(ask: AskView): string | undefined {
  return ask.needBy ? fill(labels.needBy, dayInWords(ask.needBy)) : undefined;
}

function joined(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}
