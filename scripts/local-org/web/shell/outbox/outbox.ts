import { LightningElement } from 'lwc';
import { callLocal } from 'host/client';
import { failureText } from 'shell/data';
import { application, isAdministrator, momentText } from 'shell/facts';

interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly sentAt: string | null;
}

interface Entry extends Mail {
  readonly sentText: string;
}

/** The mails that an org would have sent: nothing leaves this computer. */
export default class Outbox extends LightningElement {
  entries: Entry[] | undefined;
  failure: string | undefined;

  override connectedCallback(): void {
    document.title = `Outbox | ${application.label}`;
    void this.load();
  }

  get explanation(): string {
    const whose = isAdministrator ? 'Mails that an org would have sent to anybody.' : 'Mails that an org would have sent to you.';
    return `${whose} Nothing leaves this computer.`;
  }

  get isLoading(): boolean {
    return !this.entries && !this.failure;
  }

  get isEmpty(): boolean {
    return this.entries?.length === 0;
  }

  private async load(): Promise<void> {
    try {
      const mails = await callLocal<Mail[]>('GET', '/mails');
      this.entries = mails.map((mail) => ({ ...mail, sentText: momentText(mail.sentAt) }));
    } catch (failure) {
      this.failure = failureText(failure);
    }
  }
}
