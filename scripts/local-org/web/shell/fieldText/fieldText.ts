import { LightningElement, api } from 'lwc';
import { followLink } from 'host/router';
import { plainText } from 'shell/data';
import type { FieldInfo, RecordContent } from 'shell/data';
import { application } from 'shell/facts';

/** Objects whose records have no page in the shell. */
const WITHOUT_PAGES = new Set(['Group', 'Organization', 'Profile', 'User', 'UserRole']);

/** A field as a person reads it: a link for a record, a tick for a checkbox, else text in the user's manner. */
export default class FieldText extends LightningElement {
  @api field!: FieldInfo;
  @api record!: RecordContent;
  /** True to make the text a link to the record itself: the name in a list. */
  @api linksToRecord = false;

  get value(): unknown {
    return this.record.fields[this.field.apiName]?.value ?? null;
  }

  get text(): string {
    if (this.value === null) return '';
    if (this.field.dataType === 'Reference') return this.parent?.displayValue ?? plainText(this.value);
    const content = this.record.fields[this.field.apiName];
    return content?.displayValue ?? plainText(this.value);
  }

  get link(): string | undefined {
    if (this.linksToRecord) return `/lightning/r/${this.record.apiName}/${this.record.id}/view`;
    const target = (this.parent?.value as RecordContent | null | undefined)?.apiName ?? '';
    return this.field.dataType === 'Reference' && this.value && !WITHOUT_PAGES.has(target) && application.objects[target]
      ? `/lightning/r/${target}/${plainText(this.value)}/view`
      : undefined;
  }

  get isTicked(): boolean {
    return this.field.dataType === 'Boolean' && this.value === true;
  }

  get isBlank(): boolean {
    return this.field.dataType === 'Boolean' || this.text === '';
  }

  get isEmail(): boolean {
    return this.field.dataType === 'Email';
  }

  get isPhone(): boolean {
    return this.field.dataType === 'Phone';
  }

  get isUrl(): boolean {
    return this.field.dataType === 'Url';
  }

  get isRichText(): boolean {
    return this.field.htmlFormatted;
  }

  get textClass(): string {
    return this.field.dataType === 'TextArea' ? 'paragraphs' : '';
  }

  follow(event: MouseEvent): void {
    followLink(event);
  }

  private get parent(): { value: unknown; displayValue: string | null } | undefined {
    return this.record.fields[this.field.relationshipName ?? ''];
  }
}
