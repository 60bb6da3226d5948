import { LightningElement, api } from 'lwc';
import { readObjectInfo, nameOf, searchLookup } from 'shell/data';
import type { RecordContent } from 'shell/data';
import { objectSummary } from 'shell/facts';

interface Suggestion {
  readonly type: 'option-card';
  readonly label: string;
  readonly text: string;
  readonly subText: string;
  readonly value: string;
  readonly iconName: string;
}

/** A field that points at another record: type to search, choose one, or clear it. */
export default class Lookup extends LightningElement {
  @api objectName = '';
  @api fieldName = '';
  @api target = '';
  @api label = '';
  @api value?: string | null;
  @api text = '';
  @api required = false;

  items: Suggestion[] = [];
  input = '';
  message: string | undefined;
  private chosenText: string | undefined;
  private searches = 0;

  get pill(): { label: string; iconName: string } | null {
    return this.value ? { label: this.chosenText ?? (this.text || this.value), iconName: this.icon } : null;
  }

  get placeholder(): string {
    return `Search ${objectSummary(this.target).labelPlural}...`;
  }

  get elementClass(): string {
    return `slds-form-element${this.message ? ' slds-has-error' : ''}`;
  }

  @api reportValidity(): boolean {
    this.message = this.required && !this.value ? 'Complete this field.' : this.message;
    return !this.message;
  }

  @api setCustomValidity(message: string): void {
    this.message = message || undefined;
  }

  @api focus(): void {
    this.template?.querySelector<HTMLElement>('lightning-base-combobox')?.focus();
  }

  handleInput(event: CustomEvent<{ text: string }>): void {
    this.input = event.detail.text;
    void this.search();
  }

  handleOpen(): void {
    void this.search();
  }

  handleSelect(event: CustomEvent<{ value: string }>): void {
    const chosen = this.items.find((item) => item.value === event.detail.value);
    if (!chosen) return;
    this.chosenText = chosen.text;
    this.announce(chosen.value);
  }

  handleRemove(): void {
    this.input = '';
    this.chosenText = undefined;
    this.announce(null);
  }

  private async search(): Promise<void> {
    this.searches += 1;
    const search = this.searches;
    const info = await readObjectInfo(this.target);
    const records = await searchLookup(this.objectName, this.fieldName, this.target, this.input);
    if (search !== this.searches) return;
    this.items = records.map((record) => this.suggestion(record, nameOf(record, info)));
  }

  private suggestion(record: RecordContent, name: string): Suggestion {
    const shown = ['BillingCountry', 'Title', 'StageName', 'Username'].map((field) => record.fields[field]?.value).find(Boolean);
    return {
      type: 'option-card',
      label: name,
      text: name,
      subText: typeof shown === 'string' ? shown : '',
      value: record.id,
      iconName: this.icon,
    };
  }

  private announce(id: string | null): void {
    this.message = undefined;
    this.dispatchEvent(new CustomEvent('recordchange', { detail: id }));
  }

  private get icon(): string {
    return objectSummary(this.target).icon;
  }
}
