import { LightningElement, api, wire } from 'lwc';
import type { ConsentLine } from 'c/advocateService';
import { getActivityTypes } from 'c/advocateService';
import { PURPOSES } from 'c/purposes';
import { fill, today } from 'c/wording';
import { labels } from './labels';

interface Option {
  readonly label: string;
  readonly value: string;
}

interface Row {
  readonly key: string;
  readonly activityType: string;
  readonly purpose: string;
  readonly permission: string;
  readonly expiresOn: string;
  readonly conditionNote: string;
  readonly standingYes: boolean;
  readonly removeName: string;
}

type FieldElement = HTMLElement & { reportValidity(): boolean };
type Draft = ConsentLine & { readonly key: string };

const PERMISSIONS: readonly Option[] = [
  { label: labels.preApproved, value: 'Pre-Approved' },
  { label: labels.askEveryTime, value: 'Ask Every Time' },
  { label: labels.neverAsk, value: 'Never' },
];

/** What an advocate agreed to, line by line: for a kind of reference and a purpose, until a day. */
export default class ConsentLines extends LightningElement {
  @api saving = false;

  readonly labels = labels;
  readonly permissions = PERMISSIONS;
  readonly purposeOptions: readonly Option[] = [{ label: labels.anyPurpose, value: '' }, ...PURPOSES];
  kinds: readonly string[] = [];

  private stored: readonly ConsentLine[] = [];
  private drafts: readonly Draft[] = [];
  private ended: readonly ConsentLine[] = [];
  private added = 0;

  @wire(getActivityTypes)
  receiveKinds({ data }: WireResult<readonly string[]>): void {
    this.kinds = data ?? this.kinds;
  }

  /** What holds today. */
  @api
  get lines(): readonly ConsentLine[] {
    return this.stored;
  }

  set lines(lines: readonly ConsentLine[]) {
    this.stored = lines;
    this.drafts = lines.map((line, position) => ({ ...line, key: line.id ?? String(position) }));
    this.ended = [];
  }

  /** What is new, has changed or holds no longer; undefined while something in it is wrong. */
  @api changes(): readonly ConsentLine[] | undefined {
    const wrong = [...(this.template?.querySelectorAll<FieldElement>('[data-name]') ?? [])].find((field) => !field.reportValidity());
    if (wrong) {
      wrong.focus();
      return undefined;
    }
    return [...this.ended, ...this.drafts.filter((draft) => this.isChanged(draft)).map(withoutBlanks)];
  }

  get rows(): Row[] {
    return this.drafts.map(({ key, activityType, purpose, permission, expiresOn, conditionNote }) => ({
      key,
      activityType: activityType ?? '',
      purpose: purpose ?? '',
      permission,
      expiresOn: expiresOn ?? '',
      conditionNote: conditionNote ?? '',
      standingYes: permission === 'Pre-Approved',
      removeName: fill(labels.removeName, activityType || labels.anyKind),
    }));
  }

  get kindOptions(): Option[] {
    return [{ label: labels.anyKind, value: '' }, ...this.kinds.map((kind) => ({ label: kind, value: kind }))];
  }

  get today(): string {
    return today();
  }

  handleChange(event: CustomEvent<{ value: string | null }>): void {
    const { key, name = '' } = (event.currentTarget as HTMLElement).dataset;
    this.drafts = this.drafts.map((draft) => (draft.key === key ? { ...draft, [name]: event.detail.value ?? '' } : draft));
  }

  handleAdd(): void {
    this.added += 1;
    this.drafts = [...this.drafts, { key: `new${this.added}`, permission: 'Pre-Approved', purpose: 'Sales Deal' }];
  }

  handleRemove(event: Event): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    const line = this.stored.find(({ id }) => id === key);
    this.ended = line ? [...this.ended, { ...line, ended: true }] : this.ended;
    this.drafts = this.drafts.filter((draft) => draft.key !== key);
  }

  private isChanged(draft: Draft): boolean {
    const before = this.stored.find(({ id }) => id === draft.id);
    return !draft.id || before === undefined || JSON.stringify(withoutBlanks(before)) !== JSON.stringify(withoutBlanks(draft));
  }
}

/** Null for blanks, and always in the same order, so that two lines can be compared. */
function withoutBlanks({ id, activityType, purpose, permission, expiresOn, conditionNote, conditionNotBefore }: ConsentLine): ConsentLine {
  return {
    id: id || null,
    activityType: activityType || null,
    purpose: purpose || null,
    permission,
    expiresOn: expiresOn || null,
    conditionNote: conditionNote || null,
    conditionNotBefore: conditionNotBefore || null,
  };
}
