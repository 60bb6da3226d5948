import { LightningElement, api } from 'lwc';
import { labelOf } from 'shell/data';
import type { FieldInfo, ListColumn, ObjectInfo, RecordContent } from 'shell/data';

interface Column {
  readonly key: string;
  readonly label: string;
  readonly sortable: boolean;
  readonly sorting: 'ascending' | 'descending' | 'none' | undefined;
  readonly isAscending: boolean;
  readonly isDescending: boolean;
  readonly sortTitle: string;
}

interface Row {
  readonly record: RecordContent;
  readonly cells: readonly {
    readonly key: string;
    readonly label: string;
    readonly field: FieldInfo;
    readonly isName: boolean;
    readonly cellClass: string;
  }[];
}

const NUMBERS = new Set(['Currency', 'Double', 'Int', 'Long', 'Percent']);

/** Records in rows; the name leads to the record. On a phone each record is a block of its own. */
export default class RecordTable extends LightningElement {
  @api info!: ObjectInfo;
  @api columns: readonly ListColumn[] = [];
  @api records: readonly RecordContent[] = [];
  /** The field that the rows are sorted by, with `-` in front for descending; absent when sorting isn't offered. */
  @api sortBy?: string;

  get heads(): Column[] {
    return this.columns.map((column) => {
      const isAscending = this.sortBy === column.fieldApiName;
      const isDescending = this.sortBy === `-${column.fieldApiName}`;
      const sortable = column.sortable && this.sortBy !== undefined;
      return {
        key: column.fieldApiName,
        label: labelOf(column.label),
        sortable,
        sorting: sortable ? (isAscending ? 'ascending' : isDescending ? 'descending' : 'none') : undefined,
        isAscending,
        isDescending,
        sortTitle: `Sort by ${labelOf(column.label)}`,
      };
    });
  }

  get rows(): Row[] {
    return this.records.map((record) => ({
      record,
      cells: this.columns.flatMap((column, index) => {
        const field = this.info.fields[column.fieldApiName];
        if (!field) return [];
        const isName = this.info.nameFields.includes(field.apiName) || (index === 0 && !this.showsName);
        const cellClass = NUMBERS.has(field.dataType) ? 'cell number' : 'cell';
        return [{ key: field.apiName, label: labelOf(column.label), field, isName, cellClass }];
      }),
    }));
  }

  sort(event: MouseEvent): void {
    const { field } = (event.currentTarget as HTMLElement).dataset;
    if (field) this.dispatchEvent(new CustomEvent('sort', { detail: this.sortBy === field ? `-${field}` : field }));
  }

  private get showsName(): boolean {
    return this.columns.some((column) => this.info.nameFields.includes(column.fieldApiName));
  }
}
