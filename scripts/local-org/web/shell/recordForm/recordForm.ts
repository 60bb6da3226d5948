import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { columnsOf, failureText, fieldFailures, nameOf, readLayout, readObjectInfo, readPicklists } from 'shell/data';
import type { FieldInfo, LayoutItem, LayoutSection, ObjectInfo, PicklistValues, RecordContent } from 'shell/data';
import { words } from 'shell/words';
/** What the form asks of a `shell-field-input`. */
interface Input extends HTMLElement {
  reportValidity(): boolean;
}

interface Item {
  readonly key: string;
  readonly label: string;
  readonly info: FieldInfo;
  readonly picklist: PicklistValues | undefined;
  readonly value: unknown;
  readonly text: string;
  readonly required: boolean;
  readonly error: string | undefined;
}

interface Section {
  readonly heading: string;
  readonly gridClass: string;
  readonly columns: readonly { readonly key: number; readonly items: readonly Item[] }[];
}

/** A form for a new record, or for the fields of a record that the layout and the user's rights let them change. */
export default class RecordForm extends LightningElement {
  words = words;
  @api objectName = '';
  /** The record to change; none for a new one. */
  @api record?: RecordContent;
  /** Values to begin a new record with, by field. */
  @api defaults: Readonly<Record<string, unknown>> = {};

  failure: string | undefined;
  isSaving = false;
  private info: ObjectInfo | undefined;
  private layout: readonly LayoutSection[] = [];
  private picklists: Readonly<Record<string, PicklistValues>> = {};
  private changes: Readonly<Record<string, unknown>> = {};
  private errors: Readonly<Record<string, string>> = {};

  override connectedCallback(): void {
    void this.load();
  }

  get isLoading(): boolean {
    return (!this.info && !this.failure) || this.isSaving;
  }

  get sections(): Section[] {
    return this.layout
      .map((section) => ({
        heading: section.heading,
        gridClass: section.columns > 1 ? 'fields fields_two' : 'fields',
        columns: columnsOf(section).map((items, key) => ({ key, items: items.flatMap((item) => this.editableItem(item)) })),
      }))
      .filter((section) => section.columns.some((column) => column.items.length > 0));
  }

  get isEmpty(): boolean {
    return this.info !== undefined && this.sections.length === 0;
  }

  handleChange(event: CustomEvent<{ field: string; value: unknown }>): void {
    const { field, value } = event.detail;
    this.changes = { ...this.changes, [field]: value };
    this.errors = Object.fromEntries(Object.entries(this.errors).filter(([name]) => name !== field));
  }

  cancel(): void {
    this.dispatchEvent(new CustomEvent('cancelled'));
  }

  async save(): Promise<void> {
    const inputs = [...(this.template?.querySelectorAll<Input>('shell-field-input') ?? [])];
    const invalid = inputs.filter((input) => !input.reportValidity());
    if (invalid.length > 0) {
      this.failure = 'Some fields need your attention.';
      invalid[0]?.focus();
      return;
    }
    this.isSaving = true;
    try {
      const saved = await this.send();
      const name = this.info ? nameOf(saved, this.info) : saved.id;
      const title = `${this.info?.label ?? this.objectName} "${name}" was ${this.record ? 'saved' : 'created'}.`;
      this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
      this.dispatchEvent(new CustomEvent('saved', { detail: saved.id }));
    } catch (failure) {
      this.errors = fieldFailures(failure);
      this.failure = this.failureOfPage(failure);
    } finally {
      this.isSaving = false;
    }
  }

  private send(): Promise<RecordContent> {
    if (this.record) return updateRecord({ fields: { Id: this.record.id, ...this.changes } });
    return createRecord({ apiName: this.objectName, fields: { ...this.beginning(), ...this.changes } });
  }

  /** A message of a field that the form doesn't show belongs to the page. */
  private failureOfPage(failure: unknown): string {
    const shown = this.shownFields;
    const hidden = Object.entries(this.errors)
      .filter(([field]) => !shown.has(field))
      .map(([field, message]) => `${this.info?.fields[field]?.label ?? field}: ${message}`);
    if (hidden.length > 0) return hidden.join(' ');
    return Object.keys(this.errors).length > 0 ? 'Some fields need your attention.' : failureText(failure);
  }

  private async load(): Promise<void> {
    try {
      const [info, layout, picklists] = await Promise.all([
        readObjectInfo(this.objectName),
        readLayout(this.objectName),
        readPicklists(this.objectName),
      ]);
      this.picklists = picklists;
      this.layout = layout;
      this.info = info;
    } catch (failure) {
      this.failure = failureText(failure);
    }
  }

  /** What a new record begins with: the default of each picklist, and what the caller gives. */
  private beginning(): Record<string, unknown> {
    const beginning: Record<string, unknown> = {};
    for (const field of this.shownFields) {
      const standard = this.picklists[field]?.defaultValue;
      if (standard) beginning[field] = standard.value;
    }
    return { ...beginning, ...this.defaults };
  }

  private get shownFields(): Set<string> {
    return new Set(this.sections.flatMap((section) => section.columns.flatMap((column) => column.items.map((item) => item.key))));
  }

  private editableItem(item: LayoutItem): Item[] {
    const info = this.info?.fields[item.layoutComponents[0]?.apiName ?? ''];
    const isEditable = this.record ? item.editableForUpdate : item.editableForNew;
    return info && isEditable ? [this.itemOf(info, item.label, item.required)] : [];
  }

  private itemOf(info: FieldInfo, label: string, required: boolean): Item {
    const name = info.apiName;
    const parent = this.record?.fields[info.relationshipName ?? ''];
    const standard = this.record ? undefined : (this.defaults[name] ?? this.picklists[name]?.defaultValue?.value);
    return {
      key: name,
      label,
      info,
      picklist: this.picklists[name],
      value: name in this.changes ? this.changes[name] : (this.record?.fields[name]?.value ?? standard ?? null),
      text: parent?.displayValue ?? '',
      required: required || info.required,
      error: this.errors[name],
    };
  }
}
