import { LightningElement, api } from 'lwc';
import { application } from 'shell/facts';
import type { PageComponent } from 'shell/facts';

/** A page of the application that is no record's: the regions of its FlexiPage, one under the other. */
export default class TabPage extends LightningElement {
  @api pageName = '';

  override connectedCallback(): void {
    document.title = `${application.pages[this.pageName]?.label ?? ''} | ${application.label}`;
  }

  get components(): readonly PageComponent[] {
    return Object.values(application.pages[this.pageName]?.regions ?? {}).flat();
  }
}
