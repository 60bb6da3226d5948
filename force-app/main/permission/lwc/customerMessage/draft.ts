import { dayInWords, fill } from 'c/wording';
import type { AskedPerson } from 'c/decisionService';
import type { AskView } from 'c/permissionService';
import { labels } from './labels';

/** A mail to be. */
export interface Draft {
  readonly subject: string;
  readonly body: string;
}

/** What an owner could write to the customer: nothing about the deal, the amount or the prospect's name is in it. */
export function draftFor({ activityType, needBy, valueToCustomer }: AskView, { name, firstName, minutes, writerName }: AskedPerson): Draft {
  const kind = activityType ?? '';
  const ask = [
    fill(labels.ask, kind),
    minutes ? fill(labels.minutes, minutes) : undefined,
    needBy ? fill(labels.by, dayInWords(needBy)) : undefined,
  ];
  const paragraphs = [
    fill(labels.greeting, firstName || name),
    ask.filter(Boolean).join(' '),
    valueToCustomer ? fill(labels.gain, valueToCustomer) : undefined,
    labels.wayOut,
    [labels.regards, writerName].filter(Boolean).join('\n'),
  ];
  return { subject: fill(labels.subject, kind), body: paragraphs.filter(Boolean).join('\n\n') };
}

/** The address that opens a mail program with the draft in it. */
export function mailAddress(email: string, { subject, body }: Draft): string {
  const lines = body.replace(/\r?\n/g, '\r\n');
  return `mailto:${encodeURIComponent(email).replace('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
}
