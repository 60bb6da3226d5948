import { LightningElement, api } from 'lwc';
import type { AdvocateCard, AdvocateCare } from 'c/advocateService';
import { fill } from 'c/wording';
import { labels } from './labels';

interface Option {
  readonly label: string;
  readonly value: string;
}

interface ConsentField {
  readonly activityType: string;
  readonly permission: string;
}

type FieldElement = HTMLElement & { value: string | number | null | undefined; reportValidity(): boolean };

const STATUSES: readonly Option[] = [
  { label: labels.candidate, value: 'Candidate' },
  { label: labels.active, value: 'Active' },
  { label: labels.resting, value: 'Resting' },
  { label: labels.retired, value: 'Retired' },
];
const PERMISSIONS: readonly Option[] = [
  { label: labels.askEveryTime, value: 'Ask Every Time' },
  { label: labels.preApproved, value: 'Pre-Approved' },
  { label: labels.neverAsk, value: 'Never' },
];

/**
 * Limits, peace and consent of one advocate.
 *
 * @fires care detail is the {@link AdvocateCare}: only what changed.
 * @fires cancel when nothing is to change.
 */
export default class AdvocateCareForm extends LightningElement {
  @api advocate!: AdvocateCard;
  @api saving = false;
  @api error: unknown;

  readonly labels = labels;
  readonly statuses = STATUSES;
  readonly permissions = PERMISSIONS;

  get heading(): string {
    return fill(labels.heading, this.advocate.contactName ?? this.advocate.name);
  }

  get consents(): ConsentField[] {
    return Object.entries(this.advocate.consent ?? {}).map(([activityType, permission]) => ({ activityType, permission }));
  }

  handleSave(): void {
    const fields = this.elements('[data-field]');
    const consents = this.elements('[data-consent]');
    const wrong = [...fields, ...consents].find((field) => !field.reportValidity());
    if (wrong) {
      wrong.focus();
      return;
    }
    const before = this.valuesBefore;
    const care: AdvocateCare = {
      advocateId: this.advocate.id,
      fields: changed(fields, (field) => field.dataset.field ?? '', before),
      consents: changed(consents, (field) => field.dataset.consent ?? '', this.advocate.consent ?? {}),
    };
    this.dispatchEvent(new CustomEvent('care', { detail: care }));
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  private get valuesBefore(): Record<string, string> {
    const { status, quietUntil, usesPerQuarter, restDays } = this.advocate;
    return {
      Status__c: status ?? '',
      Quiet_Until__c: quietUntil ?? '',
      Uses_Per_Quarter__c: String(usesPerQuarter ?? ''),
      Rest_Days__c: String(restDays ?? ''),
    };
  }

  private elements(selector: string): FieldElement[] {
    return [...(this.template?.querySelectorAll<FieldElement>(selector) ?? [])];
  }
}

function changed(
  fields: readonly FieldElement[],
  nameOf: (field: FieldElement) => string,
  before: Readonly<Record<string, string>>,
): Record<string, string> {
  const result: Record<string, string> = {};
  for (const field of fields) {
    const value = String(field.value ?? '');
    if (value !== (before[nameOf(field)] ?? '')) {
      result[nameOf(field)] = value;
    }
  }
  return result;
}
