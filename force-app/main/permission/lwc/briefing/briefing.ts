import { LightningElement, api, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getBriefing } from 'c/permissionService';
import type { Briefing as BriefingFacts } from 'c/permissionService';
import { errorSentence } from 'c/errors';
import { customerSide, sellerSide, textOf } from './sides';
import type { Side } from './sides';
import { labels } from './labels';

/**
 * What both sides of a reference should know before it happens, to be read, copied or printed. Names companies and roles, nobody.
 *
 * @fires close when the reader has seen enough.
 */
export default class Briefing extends LightningElement {
  @api askId!: string;

  readonly labels = labels;
  facts?: BriefingFacts;
  error: unknown;

  @wire(getBriefing, { permissionRequestId: '$askId' })
  wiredBriefing({ data, error }: WireResult<BriefingFacts>): void {
    this.facts = data ?? this.facts;
    this.error = error;
  }

  get loading(): boolean {
    return this.facts === undefined && this.error === undefined;
  }

  get sides(): Side[] {
    return this.facts === undefined ? [] : [sellerSide(this.facts), customerSide(this.facts)];
  }

  async handleCopy(event: Event): Promise<void> {
    const side = this.sideOf(event);
    try {
      await navigator.clipboard.writeText(side === undefined ? '' : textOf(side));
      this.dispatchEvent(new ShowToastEvent({ title: labels.copied, variant: 'success' }));
    } catch (error) {
      this.dispatchEvent(new ShowToastEvent({ title: labels.notCopied, message: errorSentence(error), variant: 'error' }));
    }
  }

  /** Prints from a page of its own, for the page around would be printed along. */
  handlePrint(event: Event): void {
    const side = this.sideOf(event);
    const paper = this.template?.querySelector('.paper');
    if (side === undefined || !paper) {
      return;
    }
    const frame = document.createElement('iframe');
    frame.title = side.title;
    paper.replaceChildren(frame);
    const page = frame.contentDocument;
    if (page !== null) {
      page.title = side.title;
      const text = page.createElement('pre');
      text.style.cssText = 'white-space: pre-wrap; font: 12pt/1.5 sans-serif;';
      text.textContent = textOf(side);
      page.body.replaceChildren(text);
      frame.contentWindow?.print();
    }
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  private sideOf(event: Event): Side | undefined {
    const { side } = (event.currentTarget as HTMLElement).dataset;
    return this.sides.find(({ name }) => name === side);
  }
}
