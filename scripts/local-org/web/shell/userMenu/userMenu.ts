import { LightningElement } from 'lwc';
import { callLocal } from 'host/client';
import { followLink } from 'host/router';
import { internationalisation, isAdministrator, languages, user } from 'shell/facts';
import { words } from 'shell/words';

/** The language of the org itself. */
const OWN = 'en_US';

interface Language {
  readonly key: string;
  readonly name: string;
  readonly chosen: boolean;
}

/** A language by its own name: "Deutsch". */
function languageNamed(key: string): Language {
  const tag = key.replace('_', '-');
  const [plain] = tag.split('-') as [string];
  return { key, name: new Intl.DisplayNames([tag], { type: 'language' }).of(plain) ?? key, chosen: tag === internationalisation.lang };
}

/** Who is logged in, and the way to be someone else. */
export default class UserMenu extends LightningElement {
  words = words;
  isOpen = false;
  isAdministrator = isAdministrator;
  name = user.name;
  detail = [user.title, user.username].filter(Boolean).join(' · ');
  initials = user.name
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .join('')
    .slice(0, 2);

  /** Offered where there is a choice. */
  languages = languages.length === 0 ? [] : [OWN, ...languages].map(languageNamed);

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

  async changeLanguage(event: Event): Promise<void> {
    await callLocal('POST', '/language', { language: (event.target as HTMLSelectElement).value });
    window.location.reload();
  }

  async switchUser(): Promise<void> {
    await callLocal('POST', '/logout', {});
    window.location.assign(`/login?startURL=${encodeURIComponent(window.location.pathname)}`);
  }
}
