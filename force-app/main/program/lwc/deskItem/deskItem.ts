import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { actionInWords, kindInWords } from 'c/deskWording';
import type { DeskItem as Item } from 'c/programService';
import { fill, relativeTime } from 'c/wording';
import { labels } from './labels';

interface Action {
  readonly action: string;
  readonly label: string;
}

const RISKS: Readonly<Record<number, string | undefined>> = { 3: labels.high, 2: labels.medium, 1: labels.low };
/** Actions that open something below the item instead of being done at once. */
const IN_PLACE: readonly string[] = ['Answer', 'Find', 'Consider'];

/**
 * One thing on the desk: why it is there, and what can be done about it.
 *
 * @fires act detail `{ item, action, label, inPlace }`; an action in place is one that shows more below the item when `open`.
 * @fires close when the reader wants to see less again.
 */
export default class DeskItem extends NavigationMixin(LightningElement) {
  @api item!: Item;
  @api open = false;
  @api busy = false;
  @api error: unknown;

  readonly labels = labels;
  url = '';

  override connectedCallback(): void {
    void this.findUrl();
  }

  get kindLabel(): string {
    return kindInWords(this.item.kind);
  }

  get due(): string {
    return this.item.dueAt ? relativeTime(this.item.dueAt) : '';
  }

  get riskClass(): string {
    return `risk risk_${this.item.risk}`;
  }

  get riskLabel(): string {
    return RISKS[this.item.risk] ?? '';
  }

  get first(): Action | undefined {
    return this.actions[0];
  }

  get others(): Action[] {
    return this.actions.slice(1);
  }

  get moreLabel(): string {
    return fill(labels.more, this.item.title);
  }

  get answering(): boolean {
    return this.open && this.first?.action === 'Answer';
  }

  get finding(): boolean {
    return this.open && this.first?.action === 'Find';
  }

  get considering(): boolean {
    return this.open && this.first?.action === 'Consider';
  }

  handleFirst(): void {
    this.act(this.first?.action ?? '');
  }

  handleSelect(event: CustomEvent<{ value: string }>): void {
    this.act(event.detail.value);
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  handleOpen(event: Event): void {
    event.preventDefault();
    void this[NavigationMixin.Navigate](this.page);
  }

  private act(action: string): void {
    const detail = { item: this.item, action, label: actionInWords(action), inPlace: IN_PLACE.includes(action) };
    this.dispatchEvent(new CustomEvent('act', { detail }));
  }

  private async findUrl(): Promise<void> {
    this.url = await this[NavigationMixin.GenerateUrl](this.page);
  }

  private get actions(): Action[] {
    return (this.item.actions ?? []).map((action) => ({ action, label: actionInWords(action) }));
  }

  private get page(): { type: string; attributes: { recordId: string; actionName: string } } {
    return { type: 'standard__recordPage', attributes: { recordId: this.item.recordId, actionName: 'view' } };
  }
}
