import { ApexList } from '../../runtime/collections/list.ts';
import { abstractMember } from '../declaration.ts';
import type { LibraryClass } from '../declaration.ts';

const ROW = 'VisualEditor.DataRow';

/** A `VisualEditor.DataRow`: one value of a pick list in the page builder. */
class DataRow {
  readonly label: string | null;
  readonly value: unknown;
  readonly selected: boolean;

  constructor(label: string | null, value: unknown, selected: boolean | null = false) {
    this.label = label;
    this.value = value;
    this.selected = selected === true;
  }
}

/** A `VisualEditor.DynamicPickListRows`. */
class DynamicPickListRows {
  readonly rows: ApexList;

  constructor(rows = new ApexList(ROW)) {
    this.rows = rows;
  }
}

type Rows = DynamicPickListRows;

/** A `VisualEditor.DesignTimePageContext`: where the page builder shows the pick list. */
class DesignTimePageContext {
  entityName: string | null = null;
  pageType: string | null = null;
}

type Context = DesignTimePageContext;

/** The namespace `VisualEditor`: pick lists that Apex fills for the page builder. */
export const classes: readonly LibraryClass[] = [
  {
    name: ROW,
    isInstance: (value) => value instanceof DataRow,
    members: {
      'new(String label, Object value)': (label: string | null, value: unknown) => new DataRow(label, value),
      'new(String label, Object value, Boolean selected)': (label: string | null, value: unknown, selected: boolean | null) =>
        new DataRow(label, value, selected),
      'String getLabel()': (self: DataRow) => self.label,
      'Object getValue()': (self: DataRow) => self.value,
      'Boolean isSelected()': (self: DataRow) => self.selected,
    },
  },
  {
    name: 'VisualEditor.DynamicPickListRows',
    isInstance: (value) => value instanceof DynamicPickListRows,
    members: {
      'new()': () => new DynamicPickListRows(),
      'new(List<VisualEditor.DataRow> rows)': (rows: ApexList) => new DynamicPickListRows(rows.clone()),
      'void addRow(VisualEditor.DataRow row)': (self: Rows, row: unknown) => self.rows.add(row),
      'void addAllRows(List<VisualEditor.DataRow> rows)': (self: Rows, rows: ApexList | null) => self.rows.addAll(rows),
      'VisualEditor.DataRow get(Integer index)': (self: Rows, index: number | null) => self.rows.get(index),
      'List<VisualEditor.DataRow> getDataRows()': (self: Rows) => self.rows,
      'Integer size()': (self: Rows) => self.rows.size,
    },
  },
  {
    name: 'VisualEditor.DynamicPickList',
    virtual: true,
    members: {
      'new()': abstractMember,
      'VisualEditor.DataRow getDefaultValue()': abstractMember,
      'VisualEditor.DynamicPickListRows getValues()': abstractMember,
    },
  },
  {
    name: 'VisualEditor.DesignTimePageContext',
    isInstance: (value) => value instanceof DesignTimePageContext,
    members: {
      'new()': () => new DesignTimePageContext(),
      'String entityName': {
        get: (self: Context) => self.entityName,
        set: (self: Context, name: string | null): void => {
          self.entityName = name;
        },
      },
      'String pageType': {
        get: (self: Context) => self.pageType,
        set: (self: Context, type: string | null): void => {
          self.pageType = type;
        },
      },
    },
  },
];
