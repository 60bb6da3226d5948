import { columnExpression, quote, selectExpression, tableName } from '../store/columns.ts';
import type { SqlFragment } from '../store/columns.ts';
import type { FieldDescription, ObjectDescription } from '../schema/description.ts';
import type { Path } from './ast.ts';
import { joined, sql, wrapped } from './fragment.ts';
import { TYPE_OF_PARENT } from './names.ts';
import type { ResolvedPath, Step } from './names.ts';
import { mayReadField, mayReadObject, visibleRows } from './planning.ts';
import type { Planning } from './planning.ts';

/** A table of the FROM part, under its alias. */
export interface SourceTable {
  readonly object: ObjectDescription;
  readonly alias: string;
  /** For a parent that not every user may see: the condition under which the running user sees it. */
  readonly visible: SqlFragment | undefined;
}

/** A field of the query, ready for SQL. */
export interface SourceField {
  /** For filters, sorting, grouping. */
  readonly column: SqlFragment;
  /** For the SELECT list. */
  readonly selected: SqlFragment;
  readonly object: ObjectDescription;
  readonly field: FieldDescription;
  readonly path: ResolvedPath;
  /** Where the field may come from: one table, or each of those behind a lookup to several objects. */
  readonly cells: readonly SourceCell[];
}

export interface SourceCell {
  readonly table: SourceTable;
  readonly field: FieldDescription;
  readonly selected: SqlFragment;
}

/** The FROM part of a query while it is planned: the object's table, and the parents' as paths ask for them. */
export class QuerySource {
  readonly object: ObjectDescription;
  readonly alias: string;
  readonly #planning: Planning;
  readonly #soqlAlias: string | undefined;
  readonly #joins: string[] = [];
  readonly #parents = new Map<string, readonly SourceTable[]>();

  constructor(planning: Planning, object: ObjectDescription, soqlAlias: string | undefined) {
    this.object = object;
    this.alias = planning.nextAlias();
    this.#planning = planning;
    this.#soqlAlias = soqlAlias;
  }

  /** The text behind FROM: complete once every path has been asked for. */
  get from(): string {
    return [`${tableName(this.object)} AS ${quote(this.alias)}`, ...this.#joins].join(' ');
  }

  /** The field at the end of a path. In user mode, what the user may not read is as if it were not there. */
  field(path: Path): SourceField {
    const { resolver } = this.#planning;
    const resolved = resolver.path(this.object, this.#soqlAlias, path);
    const tables = this.tables(resolved.steps, path.at);
    const targets = resolved.targets.filter(
      (target) => target.field === TYPE_OF_PARENT || mayReadField(this.#planning, target.object, target.field),
    );
    const first = targets[0];
    if (first === undefined) throw resolver.noField(path.parts.at(-1) as string, resolved.targets[0]?.object ?? this.object, path.at);
    const columns: SqlFragment[] = [];
    const cells: SourceCell[] = [];
    for (const { object, field } of targets) {
      const table = tables.find((candidate) => candidate.object === object);
      if (table === undefined) continue;
      columns.push(fieldOf(table, field, columnExpression));
      cells.push({ table, field, selected: fieldOf(table, field, selectExpression) });
    }
    const selected = firstValue(cells.map((cell) => cell.selected));
    return { column: firstValue(columns), selected, object: first.object, field: first.field, path: resolved, cells };
  }

  /** The tables in which the parents at the end of these steps lie; the query's own table for no steps. */
  tables(steps: readonly Step[], at: number): readonly SourceTable[] {
    let tables: readonly SourceTable[] = [{ object: this.object, alias: this.alias, visible: undefined }];
    let key = '';
    for (const step of steps) {
      key += `.${step.name.toLowerCase()}`;
      const known = this.#parents.get(key);
      tables = known ?? this.#join(tables, step, at);
      this.#parents.set(key, tables);
    }
    return tables;
  }

  #join(children: readonly SourceTable[], step: Step, at: number): SourceTable[] {
    const { resolver } = this.#planning;
    const lookups: { table: SourceTable; field: FieldDescription }[] = [];
    for (const lookup of step.lookups) {
      const table = children.find((child) => child.object === lookup.object);
      if (table && mayReadField(this.#planning, lookup.object, lookup.field)) lookups.push({ table, field: lookup.field });
    }
    const objects = step.objects.filter((object) => mayReadObject(this.#planning, object));
    if (lookups.length === 0 || objects.length === 0) {
      throw resolver.error('INVALID_FIELD', `Didn't understand relationship '${step.name}' in field path. ${NO_ACCESS_HINT}`, at);
    }
    const keys = lookups.map(({ table, field }) => columnExpression(table.object, field, table.alias));
    const foreignKey = keys.length === 1 ? keys[0] : `COALESCE(${keys.join(', ')})`;
    return objects.map((object) => {
      const alias = this.#planning.nextAlias();
      this.#joins.push(`LEFT JOIN ${tableName(object)} AS ${quote(alias)} ON ${quote(alias)}."Id" = ${foreignKey}`);
      return { object, alias, visible: visibleRows(this.#planning, object, alias) };
    });
  }
}

const NO_ACCESS_HINT = 'It does not exist, or the running user may not read it.';

/** Whoever sees a lookup sees the name of the record behind it, if not the rest. */
function isAlwaysShown(field: FieldDescription): boolean {
  return field.type === 'id' || field.nameField;
}

function fieldOf(table: SourceTable, field: FieldDescription, expression: typeof columnExpression): SqlFragment {
  if (field === TYPE_OF_PARENT) return sql(`CASE WHEN ${quote(table.alias)}."Id" IS NOT NULL THEN '${table.object.name}' END`);
  const column = sql(expression(table.object, field, table.alias));
  if (table.visible === undefined || isAlwaysShown(field)) return column;
  return joined([wrapped('CASE WHEN ', table.visible, ' THEN '), wrapped('', column, ' END')], '');
}

function firstValue(fragments: readonly SqlFragment[]): SqlFragment {
  return fragments.length === 1 ? fragments[0] : wrapped('COALESCE(', joined(fragments, ', '), ')');
}
