import { LightningElement, api } from 'lwc';
import type { ContactShown } from 'c/advocateService';
import { contactsShown } from 'c/advocateService';
import { fill, momentInWords } from 'c/wording';
import { labels } from './labels';

interface Row {
  readonly key: number;
  readonly who: string;
  readonly deal: string;
}

/** Who was shown the contact of an advocate, when and what for. */
export default class ContactsShown extends LightningElement {
  @api advocateId!: string;

  readonly labels = labels;
  error: unknown;
  private shown?: readonly ContactShown[];

  override connectedCallback(): void {
    void this.load();
  }

  get loading(): boolean {
    return this.shown === undefined && this.error === undefined;
  }

  get nobody(): boolean {
    return this.shown?.length === 0;
  }

  private async load(): Promise<void> {
    try {
      this.shown = await contactsShown(this.advocateId);
    } catch (error) {
      this.error = error;
    }
  }

  get rows(): Row[] {
    return (this.shown ?? []).map(({ shownTo, shownAt, dealSummary }, key) => ({
      key,
      who: fill(labels.by, shownTo ?? '', momentInWords(shownAt)),
      deal: dealSummary ?? '',
    }));
  }
}
