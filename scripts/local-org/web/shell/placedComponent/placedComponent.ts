import { LightningElement, api } from 'lwc';
import pageComponents from 'host/pageComponents';
import type { ObjectInfo, RecordContent } from 'shell/data';
import type { PageComponent } from 'shell/facts';

/** One component of a page: of the package, or of the platform as the shell draws it. */
export default class PlacedComponent extends LightningElement {
  @api component!: PageComponent;
  @api record?: RecordContent;
  @api info?: ObjectInfo;

  get isHighlights(): boolean {
    return this.component.name === 'force:highlightsPanel';
  }

  get isDetails(): boolean {
    return this.component.name === 'force:detailPanel' || this.component.name === 'force:recordDetailPanelMobile';
  }

  get isRelatedLists(): boolean {
    return this.component.name === 'force:relatedListContainer';
  }

  get isRelatedList(): boolean {
    return this.component.name === 'force:relatedListSingleContainer';
  }

  get isTabset(): boolean {
    return this.component.name === 'flexipage:tabset';
  }

  get isColumn(): boolean {
    return this.component.name === 'flexipage:column';
  }

  get isRichText(): boolean {
    return this.component.name === 'flexipage:richText';
  }

  get body(): readonly PageComponent[] {
    return this.component.facets.body ?? [];
  }

  get richText(): string {
    return String(this.component.properties.richTextValue ?? '');
  }

  get relatedListName(): string {
    return String(this.component.properties.relatedListApiName ?? '');
  }

  get packageComponent(): typeof LightningElement | undefined {
    return pageComponents[this.component.name];
  }

  /** The properties the page sets, and the record for a component that declares it wants it. */
  get packageProperties(): Record<string, unknown> {
    const accepted = this.packageComponent?.prototype as object;
    const given: Record<string, unknown> = { ...this.component.properties };
    if (this.record && 'recordId' in accepted) given.recordId = this.record.id;
    if (this.record && 'objectApiName' in accepted) given.objectApiName = this.record.apiName;
    return given;
  }
}
