import { selectExpression, quote } from '../store/columns.ts';
import type { SqlFragment, SqlValue } from '../store/columns.ts';
import { SObjectRecord } from '../record.ts';
import type { Content, Value } from '../record.ts';
import type { FieldDescription, ObjectDescription } from '../schema/description.ts';
import { sql } from './fragment.ts';
import type { Step } from './names.ts';
import type { SourceField, SourceTable } from './source.ts';

/** The SELECT list while it is planned: each expression once. */
export class SelectList {
  readonly fragments: SqlFragment[] = [];
  readonly #indexes = new Map<string, number>();

  /** The index of the expression's column in a row. */
  add(fragment: SqlFragment): number {
    const known = fragment.parameters.length === 0 ? this.#indexes.get(fragment.text) : undefined;
    if (known !== undefined) return known;
    const index = this.fragments.push(fragment) - 1;
    if (fragment.parameters.length === 0) this.#indexes.set(fragment.text, index);
    return index;
  }
}

type Entry =
  | { readonly kind: 'cell'; readonly key: string; readonly index: number; read(stored: SqlValue): Value }
  | { readonly kind: 'parent'; readonly key: string; readonly shapes: readonly RecordShape[] }
  | { readonly kind: 'children'; readonly key: string };

/** How a row becomes a record: which column holds which field, and which parents hang on it. */
export class RecordShape {
  readonly object: ObjectDescription;
  readonly #list: SelectList;
  readonly #idIndex: number;
  readonly #entries: Entry[] = [];
  readonly #keys = new Set<string>();

  constructor(list: SelectList, table: SourceTable) {
    this.object = table.object;
    this.#list = list;
    this.#idIndex = list.add(idOf(table));
  }

  /** Adds a field of this very object; false when it is selected already. */
  cell(key: string, fragment: SqlFragment, read: (stored: SqlValue) => Value): boolean {
    if (this.#keys.has(key)) return false;
    this.#keys.add(key);
    this.#entries.push({ kind: 'cell', key, index: this.#list.add(fragment), read });
    return true;
  }

  /** The shapes of the parents behind a lookup, where it was asked for already. */
  parents(key: string): readonly RecordShape[] | undefined {
    for (const entry of this.#entries) {
      if (entry.kind === 'parent' && entry.key === key) return entry.shapes;
    }
    return undefined;
  }

  /** Hangs parents on this object; behind a lookup to several objects the next parents hang on each of them. */
  attach(key: string, shapes: readonly RecordShape[]): void {
    this.#keys.add(key);
    this.#entries.push({ kind: 'parent', key, shapes });
  }

  /** Keeps a place, in the order of selection, for the rows of a sub-query. */
  children(key: string): void {
    this.#entries.push({ kind: 'children', key });
  }

  /** The id of a row's record; null when an outer join found none. */
  id(row: readonly SqlValue[]): string | null {
    return row[this.#idIndex] as string | null;
  }

  /** The record of a row; null when an outer join found none. */
  record(row: readonly SqlValue[]): SObjectRecord | null {
    const id = this.id(row);
    if (id === null) return null;
    const contents = new Map<string, Content>();
    for (const entry of this.#entries) {
      if (entry.kind === 'cell') contents.set(entry.key, entry.read(row[entry.index]));
      else if (entry.kind === 'parent') contents.set(entry.key, parentOf(entry.shapes, row));
      else contents.set(entry.key, []);
    }
    if (!contents.has('id')) contents.set('id', id);
    return new SObjectRecord(this.object, contents, true);
  }
}

/** Adds a selected field to the record's shape, or to those of the parents it belongs to; false when it is there already. */
export function addField(
  list: SelectList,
  root: RecordShape,
  source: SourceField,
  tablesOf: (steps: number) => readonly SourceTable[],
  key: string,
  read: (field: FieldDescription, stored: SqlValue) => Value,
): boolean {
  let shapes: readonly RecordShape[] = [root];
  source.path.steps.forEach((step, index) => {
    shapes = parentsBehind(list, shapes, step, tablesOf(index + 1));
  });
  let added = false;
  for (const cell of source.cells) {
    const shape = shapes.find((candidate) => candidate.object === cell.table.object);
    if (shape?.cell(key, cell.selected, (stored) => read(cell.field, stored))) added = true;
  }
  return added;
}

/** The shapes of the parents behind one lookup, made when they are asked for first. */
export function parentsBehind(
  list: SelectList,
  shapes: readonly RecordShape[],
  step: Step,
  tables: readonly SourceTable[],
): readonly RecordShape[] {
  const key = step.name.toLowerCase();
  const children = shapes.filter((shape) => step.lookups.some((lookup) => lookup.object === shape.object));
  const known = children.map((child) => child.parents(key)).find((parents) => parents !== undefined);
  const parents = known ?? tables.map((table) => new RecordShape(list, table));
  for (const child of children) {
    if (child.parents(key) === undefined) child.attach(key, parents);
  }
  return parents;
}

function idOf(table: SourceTable): SqlFragment {
  const id = table.object.fields.get('id');
  return sql(id === undefined ? `${quote(table.alias)}."Id"` : selectExpression(table.object, id, table.alias));
}

function parentOf(shapes: readonly RecordShape[], row: readonly SqlValue[]): SObjectRecord | null {
  for (const shape of shapes) {
    const record = shape.record(row);
    if (record !== null) return record;
  }
  return null;
}
