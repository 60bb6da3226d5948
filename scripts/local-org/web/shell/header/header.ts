import { LightningElement, api } from 'lwc';
import { followLink } from 'host/router';
import type { Reference } from 'host/router';
import { application, clockAheadMilliseconds } from 'shell/facts';

interface Tab {
  readonly key: string;
  readonly label: string;
  readonly address: string;
  readonly itemClass: string;
  readonly current: 'page' | undefined;
}

/** The application's name, its tabs, and what every page offers: notifications, sent mails, another user. */
export default class Header extends LightningElement {
  @api reference?: Reference;

  applicationLabel = application.label;
  isClockAhead = clockAheadMilliseconds > 0;
  barStyle = `border-bottom-color: ${application.headerColor}`;

  get tabs(): Tab[] {
    const shown = this.reference?.attributes.objectApiName ?? this.reference?.attributes.apiName;
    return application.tabs.map((tab) => {
      const isCurrent = tab.target === shown;
      return {
        key: tab.target,
        label: tab.label,
        address: tab.kind === 'object' ? `/lightning/o/${tab.target}/list` : `/lightning/n/${tab.target}`,
        itemClass: `slds-context-bar__item${isCurrent ? ' slds-is-active' : ''}`,
        current: isCurrent ? 'page' : undefined,
      };
    });
  }

  /** On a narrow screen the tabs scroll: the current one is brought into sight. */
  override renderedCallback(): void {
    this.template?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  handleClick(event: MouseEvent): void {
    followLink(event);
  }
}
