import { LightningElement, api } from 'lwc';
import { columnsOf, readLayout } from 'shell/data';
import type { FieldInfo, LayoutItem, LayoutSection, ObjectInfo, RecordContent } from 'shell/data';
import { words } from 'shell/words';

interface Field {
  readonly key: string;
  readonly label: string;
  readonly info: FieldInfo;
  readonly editable: boolean;
}

interface Section {
  readonly heading: string;
  readonly gridClass: string;
  readonly columns: readonly { readonly key: number; readonly fields: readonly Field[] }[];
}

/** The details of a record by its layout; a pencil turns all of it into a form. */
export default class Details extends LightningElement {
  words = words;
  @api record!: RecordContent;
  @api info!: ObjectInfo;
  isEditing = false;
  sections: Section[] = [];

  override connectedCallback(): void {
    void this.load();
  }

  get canEdit(): boolean {
    return (
      this.info.updateable &&
      this.sections.some((section) => section.columns.some((column) => column.fields.some((field) => field.editable)))
    );
  }

  edit(): void {
    this.isEditing = true;
  }

  handleCancelled(): void {
    this.isEditing = false;
  }

  handleSaved(): void {
    this.isEditing = false;
    this.dispatchEvent(new CustomEvent('recordsaved', { bubbles: true, composed: true }));
  }

  private async load(): Promise<void> {
    const layout = await readLayout(this.record.apiName);
    this.sections = layout.map((section) => this.sectionOf(section));
  }

  private sectionOf(section: LayoutSection): Section {
    const columns = columnsOf(section).map((items, key) => ({ key, fields: items.flatMap((item) => this.fieldOf(item)) }));
    return { heading: section.heading, gridClass: section.columns > 1 ? 'fields fields_two' : 'fields', columns };
  }

  private fieldOf(item: LayoutItem): Field[] {
    const info = this.info.fields[item.layoutComponents[0]?.apiName ?? ''];
    return info ? [{ key: info.apiName, label: item.label, info, editable: item.editableForUpdate }] : [];
  }
}
