import { LightningElement, api } from 'lwc';
import type { AskView } from 'c/permissionService';
import { dayInWords, fill } from 'c/wording';
import { labels } from './labels';

/** An approved ask that is still to happen, with the customer's own answer. */
export default class ApprovedAsk extends LightningElement {
  @api ask!: AskView;
  /** Whether the ask says that it is approved; among approved ones it needn't. */
  @api labelled = false;

  get customer(): string {
    return [this.ask.accountName, this.ask.advocateSummary].filter(Boolean).join(' · ');
  }

  get words(): string {
    const { requestedByName, activityType, needBy } = this.ask;
    return [requestedByName, activityType, needBy && fill(labels.needBy, dayInWords(needBy))].filter(Boolean).join(' · ');
  }

  get conditions(): string {
    const { conditionNotBefore, conditionNote } = this.ask;
    return [conditionNotBefore && fill(labels.notBefore, dayInWords(conditionNotBefore)), conditionNote].filter(Boolean).join(' · ');
  }
}
