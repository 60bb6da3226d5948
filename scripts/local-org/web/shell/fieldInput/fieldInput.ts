import { LightningElement, api } from 'lwc';
import { plainText } from 'shell/data';
import type { FieldInfo, PicklistValues } from 'shell/data';

interface Control extends HTMLElement {
  reportValidity?: () => boolean;
  setCustomValidity?: (message: string) => void;
}

const TYPES: Readonly<Record<string, string>> = {
  Boolean: 'checkbox',
  Currency: 'number',
  Date: 'date',
  DateTime: 'datetime',
  Double: 'number',
  Email: 'email',
  Int: 'number',
  Long: 'number',
  Percent: 'number',
  Phone: 'tel',
  Time: 'time',
  Url: 'url',
};

const NOTHING = { label: '--None--', value: '' };

/** The input for one field, by its type. */
export default class FieldInput extends LightningElement {
  @api objectName = '';
  @api field!: FieldInfo;
  @api label = '';
  @api picklist?: PicklistValues;
  @api value: unknown;
  /** What a lookup shows for its value. */
  @api text = '';
  @api required = false;

  private message: string | undefined;

  /** A message from the server about this field. */
  @api get error(): string | undefined {
    return this.message;
  }

  set error(message: string | undefined) {
    this.message = message;
    this.hasNewMessage = true;
  }

  private hasNewMessage = false;

  override renderedCallback(): void {
    if (!this.hasNewMessage) return;
    this.hasNewMessage = false;
    this.control?.setCustomValidity?.(this.message ?? '');
    if (this.message) this.control?.reportValidity?.();
  }

  @api reportValidity(): boolean {
    return this.control?.reportValidity?.() ?? true;
  }

  @api focus(): void {
    this.control?.focus();
  }

  get isPicklist(): boolean {
    return this.field.dataType === 'Picklist';
  }

  get isMultiPicklist(): boolean {
    return this.field.dataType === 'MultiPicklist';
  }

  get isCheckbox(): boolean {
    return this.field.dataType === 'Boolean';
  }

  get isTextArea(): boolean {
    return this.field.dataType === 'TextArea';
  }

  get isLookup(): boolean {
    return this.field.dataType === 'Reference';
  }

  get type(): string {
    return TYPES[this.field.dataType] ?? 'text';
  }

  get step(): string | undefined {
    return this.type === 'number' ? String(10 ** -this.field.scale) : undefined;
  }

  get formatter(): string | undefined {
    return this.field.dataType === 'Currency' ? 'currency' : undefined;
  }

  get maximumLength(): number | undefined {
    return this.field.length > 0 ? this.field.length : undefined;
  }

  get options(): { label: string; value: string }[] {
    const values = this.picklist?.values ?? [];
    return [...(this.required ? [] : [NOTHING]), ...values];
  }

  get choices(): readonly { label: string; value: string }[] {
    return this.picklist?.values ?? [];
  }

  get chosen(): string[] {
    return typeof this.value === 'string' && this.value !== '' ? this.value.split(';') : [];
  }

  get plainText(): string {
    return plainText(this.value);
  }

  get isTicked(): boolean {
    return this.value === true;
  }

  /** The object to search: people, where a field may hold people or queues. */
  get target(): string {
    const targets = this.field.referenceToInfos.map((info) => info.apiName);
    return targets.includes('User') ? 'User' : (targets[0] ?? '');
  }

  handleValue(event: CustomEvent<{ value: string }>): void {
    event.stopPropagation();
    this.announce(event.detail.value === '' ? null : event.detail.value);
  }

  handleTick(event: CustomEvent<{ checked: boolean }>): void {
    event.stopPropagation();
    this.announce(event.detail.checked);
  }

  handleChoices(event: CustomEvent<{ value: string[] }>): void {
    event.stopPropagation();
    this.announce(event.detail.value.length > 0 ? event.detail.value.join(';') : null);
  }

  handleRecord(event: CustomEvent<string | null>): void {
    this.announce(event.detail);
  }

  private announce(value: unknown): void {
    this.control?.setCustomValidity?.('');
    this.dispatchEvent(new CustomEvent('fieldchange', { detail: { field: this.field.apiName, value } }));
  }

  private get control(): Control | null {
    return this.template?.querySelector<Control>('.control') ?? null;
  }
}
