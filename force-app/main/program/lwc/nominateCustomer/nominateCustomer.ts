import { LightningElement, api, wire } from 'lwc';
import MAY_DECIDE from '@salesforce/customPermission/Vouchsafe_Decide';
import MAY_REQUEST from '@salesforce/customPermission/Vouchsafe_Request';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { Nomination } from 'c/nominationService';
import { getNominations, nominateCustomer, refreshNominations } from 'c/nominationService';
import { PageRefresh } from 'c/pageRefresh';
import { fill } from 'c/wording';
import { labels } from './labels';

interface Row {
  readonly id: string;
  readonly role: string;
  readonly standing: string;
}

type FieldElement = HTMLElement & { value?: string | null; reportValidity(): boolean };

/** On an account: nominate the customer as one who could vouch, and see what came of it. */
export default class NominateCustomer extends LightningElement {
  /** The account. */
  @api recordId!: string;

  readonly labels = labels;
  readonly mayNominate = MAY_REQUEST === true || MAY_DECIDE === true;
  nominations: readonly Nomination[] = [];
  error: unknown;
  editing = false;
  busy = false;
  sendError: unknown;

  private wired?: WireResult<readonly Nomination[]>;
  private readonly pageRefresh = new PageRefresh(this, () => refreshNominations(this.wired));

  @wire(getNominations, { accountId: '$accountId' })
  receiveNominations(wired: WireResult<readonly Nomination[]>): void {
    this.wired = wired;
    this.error = wired.error;
    this.nominations = wired.data ?? this.nominations;
  }

  override connectedCallback(): void {
    this.pageRefresh.connect();
  }

  override disconnectedCallback(): void {
    this.pageRefresh.disconnect();
  }

  /** Nothing is read for those who can do nothing here. */
  get accountId(): string | undefined {
    return this.mayNominate ? this.recordId : undefined;
  }

  get rows(): Row[] {
    return this.nominations.map((nomination) => ({ id: nomination.id, role: nomination.role, standing: standingOf(nomination) }));
  }

  handleOpen(): void {
    this.editing = true;
  }

  handleCancel(): void {
    this.editing = false;
    this.sendError = undefined;
  }

  async handleSend(): Promise<void> {
    const role = this.fieldNamed('role');
    if (this.busy || !role?.reportValidity()) {
      role?.focus();
      return;
    }
    this.busy = true;
    this.sendError = undefined;
    try {
      await nominateCustomer(this.recordId, role.value ?? '', this.fieldNamed('why')?.value ?? '');
      this.editing = false;
      this.dispatchEvent(new ShowToastEvent({ title: labels.sent, variant: 'success' }));
      await this.pageRefresh.reload();
    } catch (error) {
      this.sendError = error;
    } finally {
      this.busy = false;
    }
  }

  async handleRetry(): Promise<void> {
    await this.pageRefresh.reload();
  }

  private fieldNamed(name: string): FieldElement | null | undefined {
    return this.template?.querySelector<FieldElement>(`[data-field="${name}"]`);
  }
}

function standingOf({ status, declineReason }: Nomination): string {
  switch (status) {
    case 'Accepted':
      return labels.accepted;
    case 'Declined':
      return fill(labels.declined, declineReason ?? '');
    default:
      return labels.waiting;
  }
}
