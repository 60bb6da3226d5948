import { LightningElement } from 'lwc';
import { callLocal } from 'host/client';
import { go, onNavigation } from 'host/router';
import { momentText } from 'shell/facts';
import { words } from 'shell/words';

interface Notification {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly targetId: string | null;
  readonly isRead: boolean;
  readonly sentAt: string | null;
}

interface Entry extends Notification {
  readonly sentText: string;
  readonly itemClass: string;
}

const EVERY_FIFTEEN_SECONDS = 15_000;

/** The user's notifications; one that has a record opens it. */
export default class Bell extends LightningElement {
  words = words;
  isOpen = false;
  entries: Entry[] = [];
  failed = false;
  private timer: number | undefined;
  private stop: (() => void) | undefined;

  override connectedCallback(): void {
    void this.load();
    this.timer = window.setInterval(() => void this.load(), EVERY_FIFTEEN_SECONDS);
    this.stop = onNavigation(() => void this.load());
  }

  override disconnectedCallback(): void {
    window.clearInterval(this.timer);
    this.stop?.();
  }

  get unread(): number {
    return this.entries.filter((entry) => !entry.isRead).length;
  }

  get hasUnread(): boolean {
    return this.unread > 0;
  }

  get isEmpty(): boolean {
    return this.entries.length === 0;
  }

  override get title(): string {
    return this.hasUnread ? `${this.unread} new notifications` : 'Notifications';
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  toggle(): void {
    this.isOpen = !this.isOpen;
    if (this.isOpen) void this.load();
  }

  closeOnEscape(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.isOpen = false;
  }

  async open(event: MouseEvent): Promise<void> {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const entry = this.entries.find((candidate) => candidate.id === id);
    if (!entry) return;
    this.isOpen = false;
    this.show(await callLocal<Notification[]>('POST', `/notifications/${entry.id}/read`, {}));
    if (entry.targetId) go(`/lightning/r/${entry.targetId}/view`);
  }

  private async load(): Promise<void> {
    try {
      this.show(await callLocal<Notification[]>('GET', '/notifications'));
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  private show(notifications: Notification[]): void {
    this.entries = notifications.map((notification) => ({
      ...notification,
      sentText: momentText(notification.sentAt),
      itemClass: notification.isRead ? 'entry' : 'entry entry_unread',
    }));
  }
}
