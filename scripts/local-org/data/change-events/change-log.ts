import type { DmlContext, DmlRow } from '../dml/dml-context.ts';
import { sameValue } from '../dml/same-value.ts';
import type { Value } from '../record.ts';
import type { FieldDescription, ObjectDescription } from '../schema/description.ts';
import { changeEventName } from '../schema/change-event-object.ts';

export type ChangeType = 'CREATE' | 'UPDATE' | 'DELETE' | 'UNDELETE';

/** What a change event tells of one record. */
export interface Change {
  readonly event: ObjectDescription;
  readonly objectName: string;
  readonly type: ChangeType;
  readonly recordId: string;
  readonly userId: string;
  /** Of an update: the fields with other values than before, as the object spells them. */
  readonly changedFields: readonly string[];
  /** What the event carries, by lower-case name: of an update the changed fields. */
  readonly values: ReadonlyMap<string, Value>;
}

/** The changes of a transaction that nobody was told of yet. */
export class ChangeLog {
  /** Whether all objects are told of, as a test may ask for. */
  everyObject = false;
  #changes: readonly Change[] = [];

  /** A place to go back to when what happens from now on is undone. */
  get mark(): readonly Change[] {
    return this.#changes;
  }

  goBackTo(mark: readonly Change[]): void {
    this.#changes = mark;
  }

  /** Adds a change; what happened to the same record before becomes one with it. */
  add(change: Change): void {
    const before = this.#changes.find((each) => each.recordId === change.recordId);
    const joined = before !== undefined && change.type === 'UPDATE' && before.type !== 'DELETE' ? join(before, change) : undefined;
    this.#changes = joined === undefined ? [...this.#changes, change] : this.#changes.map((each) => (each === before ? joined : each));
  }

  /** The changes so far, which are no longer in the log. */
  take(): readonly Change[] {
    const taken = this.#changes;
    this.#changes = [];
    return taken;
  }
}

function join(before: Change, { changedFields, values }: Change): Change {
  return {
    ...before,
    changedFields: before.type === 'UPDATE' ? [...new Set([...before.changedFields, ...changedFields])] : [],
    values: new Map([...before.values, ...values]),
  };
}

/**
 * Notes changes of one object where an event is sent for it: its channel selects the object, for whoever subscribes; in a test that asks for
 * all objects, those that a trigger waits for.
 */
export function noteChanges(context: DmlContext, rows: readonly DmlRow[], type: ChangeType): void {
  const object = rows[0].record.description;
  const event = context.schema.object(changeEventName(object.name));
  if (event?.changesOf === undefined) {
    return;
  }
  const log = context.changes();
  if (!event.changesOf.selected && !(log.everyObject && context.triggers.handles(event.name, 'after insert'))) {
    return;
  }
  for (const row of rows) {
    const change = changeOf(context, row, type, event);
    if (change !== undefined) log.add(change);
  }
}

function changeOf(context: DmlContext, { record, old }: DmlRow, type: ChangeType, event: ObjectDescription): Change | undefined {
  const object = record.description;
  const valueOf = (field: FieldDescription): Value => (record.contents.get(field.name.toLowerCase()) ?? null) as Value;
  const told = [...context.records.storedFields(object)].filter(
    ({ name, type: kind }) => kind !== 'id' && event.fields.has(name.toLowerCase()),
  );
  const changed = told.filter((field) => !sameValue(valueOf(field), (old?.contents.get(field.name.toLowerCase()) ?? null) as Value));
  if (type === 'UPDATE' && changed.every(({ name }) => /^LastModified/.test(name))) {
    return undefined;
  }
  const carried = type === 'UPDATE' ? changed : type === 'DELETE' ? [] : told;
  return {
    event,
    objectName: object.name,
    type,
    recordId: record.id as string,
    userId: context.transaction.userId,
    changedFields: type === 'UPDATE' ? changed.map(({ name }) => name) : [],
    values: new Map(carried.map((field) => [field.name.toLowerCase(), valueOf(field)])),
  };
}
