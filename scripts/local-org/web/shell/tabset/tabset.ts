import { LightningElement, api } from 'lwc';
import type { ObjectInfo, RecordContent } from 'shell/data';
import type { PageComponent } from 'shell/facts';
import { words } from 'shell/words';

interface Tab {
  readonly key: string;
  readonly title: string;
  readonly components: readonly PageComponent[];
}

/** Titles that a FlexiPage names by a word of the platform's. */
const STANDARD_TITLES: Readonly<Record<string, string>> = {
  'Standard.Tab.activity': words.activity,
  'Standard.Tab.collaborate': words.collaborate,
  'Standard.Tab.detail': words.details,
  'Standard.Tab.relatedLists': words.related,
};

/** A tab set of a page, a region in each of its tabs. */
export default class Tabset extends LightningElement {
  @api component!: PageComponent;
  @api record?: RecordContent;
  @api info?: ObjectInfo;

  get tabs(): Tab[] {
    return (this.component.facets.tabs ?? []).map((tab) => {
      const title = String(tab.properties.title ?? '');
      return { key: tab.identifier, title: STANDARD_TITLES[title] ?? title, components: tab.facets.body ?? [] };
    });
  }

  get active(): string | undefined {
    return (this.component.facets.tabs ?? []).find((tab) => String(tab.properties.active) === 'true')?.identifier;
  }
}
