import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { PolicyField, PolicyView } from 'c/programService';
import { readPolicy, storePolicy } from 'c/programService';
import { fill } from 'c/wording';
import { labels } from './labels';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly placeholder: string;
  readonly checked: boolean;
  readonly isNumber: boolean;
  readonly isCheckbox: boolean;
  readonly isChoice: boolean;
  readonly isText: boolean;
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

type FieldElement = HTMLElement & { value: string | number | null | undefined; checked?: boolean; reportValidity(): boolean };

/** The rules of the program, in plain words. */
export default class PolicyEditor extends LightningElement {
  readonly labels = labels;
  policy?: PolicyView;
  error: unknown;
  saving = false;
  saveError: unknown;

  override connectedCallback(): void {
    void this.load();
  }

  get loading(): boolean {
    return this.policy === undefined && this.error === undefined;
  }

  get fields(): Field[] {
    return (this.policy?.fields ?? []).map(fieldOf);
  }

  async handleSave(): Promise<void> {
    const elements = [...(this.template?.querySelectorAll<FieldElement>('[data-name]') ?? [])];
    const wrong = elements.find((element) => !element.reportValidity());
    if (wrong) {
      wrong.focus();
      return;
    }
    const before = new Map(this.fields.map((field) => [field.name, field.isCheckbox ? String(field.checked) : field.value]));
    const values: Record<string, string> = {};
    for (const element of elements) {
      const name = element.dataset.name ?? '';
      const value = element.dataset.kind === 'Checkbox' ? String(element.checked === true) : String(element.value ?? '');
      if (value !== before.get(name)) {
        values[name] = value;
      }
    }
    await this.write(values);
  }

  async handleRetry(): Promise<void> {
    await this.load();
  }

  private async load(): Promise<void> {
    this.error = undefined;
    try {
      this.policy = await readPolicy();
    } catch (error) {
      this.error = error;
    }
  }

  private async write(values: Readonly<Record<string, string>>): Promise<void> {
    if (this.saving) {
      return;
    }
    this.saving = true;
    this.saveError = undefined;
    try {
      this.policy = await storePolicy(values);
      this.dispatchEvent(new ShowToastEvent({ title: labels.saved, variant: 'success' }));
    } catch (error) {
      this.saveError = error;
    } finally {
      this.saving = false;
    }
  }
}

function fieldOf({ name, label, help, kind, value, standard, options }: PolicyField): Field {
  const isNumber = kind === 'Number';
  const isCheckbox = kind === 'Checkbox';
  const isChoice = kind === 'Choice';
  return {
    name,
    label,
    help: help ?? '',
    value: value ?? '',
    placeholder: standard ? fill(labels.standard, standard) : labels.noStandard,
    checked: (value ?? standard) === 'true',
    isNumber,
    isCheckbox,
    isChoice,
    isText: !isNumber && !isCheckbox && !isChoice,
    options: [
      { label: standard ? fill(labels.standard, standard) : labels.noStandard, value: '' },
      ...(options ?? []).map((option) => ({ label: option, value: option })),
    ],
  };
}
