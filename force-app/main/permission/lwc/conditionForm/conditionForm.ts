import { LightningElement, api } from 'lwc';
import type { Decision } from 'c/decisionService';
import { fill, today } from 'c/wording';
import { labels } from './labels';

type FieldElement = HTMLElement & { value: string | null; reportValidity(): boolean };

/**
 * The conditions of a yes, which may hold from now on.
 *
 * @fires approve detail is the {@link Decision}.
 * @fires back when there is to be no condition.
 */
export default class ConditionForm extends LightningElement {
  /** The kind of reference. */
  @api activityType = '';
  @api busy = false;

  readonly labels = labels;
  keeping = false;
  conditionMissing = false;

  get keepLabel(): string {
    return fill(labels.keep, this.activityType);
  }

  get today(): string {
    return today();
  }

  handleKeep(event: CustomEvent<{ checked: boolean }>): void {
    this.keeping = event.detail.checked;
  }

  handleApprove(): void {
    if (!this.fields.every((field) => field.reportValidity())) {
      return;
    }
    const note = this.textOf('note');
    const notBefore = this.textOf('notBefore');
    this.conditionMissing = note.trim() === '' && notBefore === '' && !this.keeping;
    if (!this.conditionMissing) {
      const kept = this.keeping ? { keepUntil: this.textOf('keepUntil') } : {};
      const decision: Decision = { decision: 'Approve', note, notBefore, ...kept };
      this.dispatchEvent(new CustomEvent('approve', { detail: decision }));
    }
  }

  handleBack(): void {
    this.dispatchEvent(new CustomEvent('back'));
  }

  private get fields(): FieldElement[] {
    return [...(this.template?.querySelectorAll<FieldElement>('[data-field]') ?? [])];
  }

  private textOf(name: string): string {
    return this.fields.find((field) => field.dataset.field === name)?.value ?? '';
  }
}
