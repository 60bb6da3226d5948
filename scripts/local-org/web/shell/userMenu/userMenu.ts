import { LightningElement } from 'lwc';
import { callLocal } from 'host/client';
import { followLink } from 'host/router';
import { isAdministrator, user } from 'shell/facts';

/** Who is logged in, and the way to be someone else. */
export default class UserMenu extends LightningElement {
  isOpen = false;
  isAdministrator = isAdministrator;
  name = user.name;
  detail = [user.title, user.username].filter(Boolean).join(' · ');
  initials = user.name
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .join('')
    .slice(0, 2);

  get expanded(): string {
    return String(this.isOpen);
  }

  toggle(): void {
    this.isOpen = !this.isOpen;
  }

  closeOnEscape(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.isOpen = false;
  }

  follow(event: MouseEvent): void {
    this.isOpen = false;
    followLink(event);
  }

  async switchUser(): Promise<void> {
    await callLocal('POST', '/logout', {});
    window.location.assign(`/login?startURL=${encodeURIComponent(window.location.pathname)}`);
  }
}
