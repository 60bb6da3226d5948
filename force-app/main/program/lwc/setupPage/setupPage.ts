import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { SetupCheck, SetupView } from 'c/programService';
import { putSampleIn, readSetup, startAllJobs, startScheduledJob, takeSampleOut } from 'c/programService';
import { counted, fill, relativeTime } from 'c/wording';
import { labels } from './labels';

interface Check extends SetupCheck {
  readonly key: string;
  readonly iconName: string;
  readonly iconVariant: string;
  readonly stateLabel: string;
  readonly runs: string;
  readonly actionLabel?: string;
}

interface Area {
  readonly name: string;
  readonly label: string;
  readonly checks: readonly Check[];
  /** More than one job stands still. */
  readonly startAll: boolean;
}

/** What a button does, and what is said when it is done. */
interface Action {
  readonly label: string;
  readonly done: string;
  readonly run: (subject: string) => Promise<SetupView>;
}

const AREAS = [
  ['Jobs', labels.jobs],
  ['People', labels.people],
  ['Criteria', labels.criteria],
  ['Contacts', labels.contacts],
  ['Sample', labels.sample],
] as const;
const STATES: Readonly<Record<string, readonly [iconName: string, iconVariant: string, label: string] | undefined>> = {
  Good: ['utility:success', 'success', labels.good],
  Bad: ['utility:warning', 'warning', labels.bad],
};
const NOTE = ['utility:info', '', labels.note] as const;
const ACTIONS: Readonly<Record<string, Action | undefined>> = {
  Start: { label: labels.start, done: labels.started, run: startScheduledJob },
  'Start All': { label: labels.startAll, done: labels.startedAll, run: startAllJobs },
  'Add Sample': { label: labels.addSample, done: labels.addedSample, run: putSampleIn },
  'Remove Sample': { label: labels.removeSample, done: labels.removedSample, run: takeSampleOut },
};

/** Whether the org is ready for Vouchsafe and what to do about it; for program managers, the rules of the program, too. */
export default class SetupPage extends LightningElement {
  readonly labels = labels;
  setup?: SetupView;
  error: unknown;
  busy = false;
  actionError: unknown;

  override connectedCallback(): void {
    void this.load();
  }

  get loading(): boolean {
    return this.setup === undefined && this.error === undefined;
  }

  get steward(): boolean {
    return this.setup?.steward === true;
  }

  get summary(): string {
    if (!this.setup) {
      return '';
    }
    const bad = this.setup.checks.filter(({ state }) => state === 'Bad').length;
    return bad === 0 ? labels.allGood : counted(bad, labels.toMendOne, labels.toMend);
  }

  get areas(): Area[] {
    const checks = (this.setup?.checks ?? []).map(checkOf);
    const areas = AREAS.map(([name, label]) => {
      const ofArea = checks.filter(({ area }) => area === name);
      return { name, label, checks: ofArea, startAll: ofArea.filter(({ action }) => action === 'Start').length > 1 };
    });
    return areas.filter((area) => area.checks.length > 0);
  }

  async handleAction(event: Event): Promise<void> {
    const { action = '', subject = '' } = (event.currentTarget as HTMLElement).dataset;
    const chosen = ACTIONS[action];
    if (this.busy || !chosen) {
      return;
    }
    this.busy = true;
    this.actionError = undefined;
    try {
      this.setup = await chosen.run(subject);
      this.dispatchEvent(new ShowToastEvent({ title: chosen.done, variant: 'success' }));
    } catch (error) {
      this.actionError = error;
    } finally {
      this.busy = false;
    }
  }

  async handleRetry(): Promise<void> {
    await this.load();
  }

  private async load(): Promise<void> {
    this.error = undefined;
    try {
      this.setup = await readSetup();
    } catch (error) {
      this.error = error;
    }
  }
}

function checkOf(check: SetupCheck, position: number): Check {
  const [iconName, iconVariant, stateLabel] = STATES[check.state] ?? NOTE;
  const runs = [
    check.lastRunAt ? fill(labels.lastRun, relativeTime(check.lastRunAt)) : undefined,
    check.nextRunAt ? fill(labels.nextRun, relativeTime(check.nextRunAt)) : undefined,
  ];
  return {
    ...check,
    key: String(position),
    iconName,
    iconVariant,
    stateLabel,
    runs: runs.filter(Boolean).join(' · '),
    actionLabel: ACTIONS[check.action ?? '']?.label,
  };
}
