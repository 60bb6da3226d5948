import { SObjectRecord } from '../record.ts';
import type { Value } from '../record.ts';
import type { FieldDescription, ObjectDescription } from '../schema/description.ts';
import { columnExpression, decode, quote, tableName } from '../store/columns.ts';
import { filterCondition } from '../store/filter-condition.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';
import { fail } from './dml-context.ts';
import { sameValue } from './same-value.ts';
import { updateRows } from './update.ts';
import { SYSTEM } from '../transaction.ts';

interface Summary {
  readonly parent: ObjectDescription;
  readonly field: FieldDescription;
  readonly foreignKey: FieldDescription;
}

const summariesByChild = new WeakMap<ObjectDescription, readonly Summary[]>();

/** The roll-up summaries of other objects that are fed by records of this one. */
function summariesOver(context: DmlContext, child: ObjectDescription): readonly Summary[] {
  let summaries = summariesByChild.get(child);
  if (summaries === undefined) {
    summaries = child.fields.size === 0 ? [] : [...findSummaries(context, child)];
    summariesByChild.set(child, summaries);
  }
  return summaries;
}

function* findSummaries(context: DmlContext, child: ObjectDescription): Iterable<Summary> {
  for (const foreignKey of child.fields.values()) {
    const parent = foreignKey.masterDetail ? context.schema.object(foreignKey.referenceTo[0]) : undefined;
    for (const field of parent?.fields.values() ?? []) {
      if (field.summary?.foreignKey.toLowerCase() === `${child.name}.${foreignKey.name}`.toLowerCase()) {
        yield { parent: parent as ObjectDescription, field, foreignKey };
      }
    }
  }
}

/** Brings the summaries of the parents up to date after their children changed; the parents are saved like any record, triggers and all. */
export function rollUp(context: DmlContext, child: ObjectDescription, rows: readonly DmlRow[]): void {
  const changes = new Map<string, { parent: ObjectDescription; values: Map<string, Value>; row: DmlRow }>();
  for (const summary of summariesOver(context, child)) {
    const key = summary.foreignKey.name.toLowerCase();
    for (const row of rows) {
      for (const id of new Set([row.record.contents.get(key), row.old?.contents.get(key)])) {
        if (typeof id === 'string') {
          const change = changes.get(id) ?? { parent: summary.parent, values: new Map<string, Value>(), row };
          change.values.set(summary.field.name.toLowerCase(), summarize(context, child, summary, id));
          changes.set(id, change);
        }
      }
    }
  }
  for (const [id, { parent, values, row }] of changes) {
    saveParent(context, parent, id, values, row);
  }
}

function saveParent(context: DmlContext, parent: ObjectDescription, id: string, values: Map<string, Value>, row: DmlRow): void {
  const stored = context.records.loadOne(parent, id);
  const alive = stored !== undefined && stored.contents.get('isdeleted') !== true;
  if (!alive || [...values].every(([key, value]) => sameValue(value, stored.contents.get(key) ?? null))) {
    return;
  }
  const given = new SObjectRecord(parent, new Map([['id', id]]));
  const parentRow: DmlRow = { index: 0, given, record: given, old: undefined, errors: [], derived: values };
  updateRows(context, [parentRow], { ...SYSTEM, allOrNone: true });
  for (const error of parentRow.errors) {
    fail(row, error.statusCode, error.message, error.fields);
  }
}

function summarize(context: DmlContext, child: ObjectDescription, { field, foreignKey }: Summary, parentId: string): Value {
  const { operation, summarizedField, filters } = field.summary as NonNullable<FieldDescription['summary']>;
  const source = summarizedField === undefined ? undefined : child.fields.get(summarizedField.split('.')[1]?.toLowerCase() ?? '');
  const expression = source === undefined ? 'COUNT(*)' : `${operation.toUpperCase()}(${columnExpression(child, source, 'c')})`;
  const condition = filterCondition(filters, child, 'c');
  const sql = `SELECT CAST(${expression} AS TEXT) FROM ${tableName(child)} c WHERE c.${quote(foreignKey.name)} = ? AND c."IsDeleted" = 0 AND ${condition.text}`;
  const [row] = context.store.select(sql, [parentId, ...condition.parameters]);
  const result = row?.[0] ?? null;
  if (source === undefined) {
    return decode({ ...field, scale: 0 }, result);
  }
  return result === null && operation === 'sum' ? decode(source, 0) : decode(source, result);
}
