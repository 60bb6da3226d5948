import { LightningElement, api } from 'lwc';
import type { ObjectInfo, RecordContent } from 'shell/data';
import type { PageComponent } from 'shell/facts';

/** The components of a region or facet, one under the other. */
export default class Region extends LightningElement {
  @api components: readonly PageComponent[] = [];
  @api record?: RecordContent;
  @api info?: ObjectInfo;
}
