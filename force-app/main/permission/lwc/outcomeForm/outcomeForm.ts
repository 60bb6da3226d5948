import { LightningElement, api } from 'lwc';
import type { Outcome } from 'c/permissionService';
import { today } from 'c/wording';
import { labels } from './labels';

type FieldElement = HTMLElement & { value: string | null; reportValidity(): boolean };

const HEADINGS: Readonly<Record<Outcome['outcome'], string>> = {
  Completed: labels.yesHeading,
  Missed: labels.noHeading,
  Moved: labels.movedHeading,
};

/**
 * Records whether a reference took place.
 *
 * @fires save detail is the {@link Outcome}.
 * @fires cancel when there is nothing to record after all.
 */
export default class OutcomeForm extends LightningElement {
  @api kind: Outcome['outcome'] = 'Completed';
  @api saving = false;
  /** True when a date was set before, which is now moved. */
  @api scheduled = false;

  readonly labels = labels;
  readonly effects = [
    { label: labels.tooEarly, value: '' },
    { label: labels.decisive, value: 'Decisive' },
    { label: labels.helped, value: 'Helped' },
    { label: labels.noEffect, value: 'No Effect' },
  ];

  get heading(): string {
    return this.moved && !this.scheduled ? labels.scheduleHeading : HEADINGS[this.kind];
  }

  get completed(): boolean {
    return this.kind === 'Completed';
  }

  get moved(): boolean {
    return this.kind === 'Moved';
  }

  get today(): string {
    return today();
  }

  handleSave(): void {
    const fields = [...(this.template?.querySelectorAll<FieldElement>('[data-field]') ?? [])];
    const wrong = fields.filter((field) => !field.reportValidity());
    if (wrong.length > 0) {
      wrong[0]?.focus();
      return;
    }
    const detail: Record<string, string> = { outcome: this.kind };
    for (const field of fields) {
      detail[field.dataset.field ?? ''] = field.value ?? '';
    }
    this.dispatchEvent(new CustomEvent('save', { detail }));
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }
}
