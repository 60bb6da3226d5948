import { LightningElement } from 'lwc';
import { callLocal } from 'host/client';
import { failureText } from 'shell/data';
import { application, isAdministrator, momentText } from 'shell/facts';

interface ClockFacts {
  readonly now: string;
  readonly aheadMilliseconds: number;
  readonly jobs?: number;
}

const DAY = 86_400_000;

/** Steps a person may take, in hours. */
const STEPS = [
  { label: '1 hour', hours: 1 },
  { label: '1 day', hours: 24 },
  { label: '1 week', hours: 168 },
  { label: '30 days', hours: 720 },
];

/** The org's clock, and the way to move it on: what waits for a date happens at once. */
export default class Clock extends LightningElement {
  steps = STEPS;
  canMove = isAdministrator;
  facts: ClockFacts | undefined;
  failure: string | undefined;
  isMoving = false;

  override connectedCallback(): void {
    document.title = `Clock | ${application.label}`;
    void this.show(callLocal<ClockFacts>('GET', '/clock'));
  }

  get nowText(): string {
    return momentText(this.facts?.now ?? null);
  }

  get aheadText(): string {
    const ahead = this.facts?.aheadMilliseconds ?? 0;
    const days = ahead / DAY;
    return ahead === 0
      ? "It shows the computer's time."
      : `It is ${days >= 1 ? `${days.toFixed(1)} days` : `${(days * 24).toFixed(0)} hours`} ahead.`;
  }

  get jobsText(): string | undefined {
    const jobs = this.facts?.jobs;
    if (jobs === undefined) return undefined;
    return jobs === 0 ? 'No job was due on the way.' : `${jobs} ${jobs === 1 ? 'job' : 'jobs'} ran on the way.`;
  }

  move(event: MouseEvent): void {
    const { hours } = (event.currentTarget as HTMLElement).dataset;
    void this.show(callLocal<ClockFacts>('POST', '/clock', { advanceHours: Number(hours) }));
  }

  private async show(answer: Promise<ClockFacts>): Promise<void> {
    this.isMoving = true;
    try {
      this.facts = await answer;
      this.failure = undefined;
    } catch (failure) {
      this.failure = failureText(failure);
    } finally {
      this.isMoving = false;
    }
  }
}
