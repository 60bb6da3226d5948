import { LightningElement, api } from 'lwc';
import { labels } from './labels';

const WORDS: Readonly<Record<string, string>> = {
  Queued: labels.queued,
  Pending: labels.pending,
  Approved: labels.approved,
  Declined: labels.declined,
  Expired: labels.expired,
  Withdrawn: labels.withdrawn,
  Completed: labels.completed,
  Missed: labels.missed,
};

/** Where an ask stands, as a badge. */
export default class AskStatus extends LightningElement {
  /** A status of `Permission_Request__c`. */
  @api status = '';

  get words(): string {
    return WORDS[this.status] ?? this.status;
  }

  get className(): string {
    return `badge badge_${this.status.toLowerCase()}`;
  }
}
