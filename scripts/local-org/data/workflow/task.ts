import type { DmlContext, DmlRow } from '../dml/dml-context.ts';
import { fail } from '../dml/dml-context.ts';
import { insertRows } from '../dml/insert.ts';
import { rowsOf } from '../dml/statement.ts';
import { SObjectRecord } from '../record.ts';
import type { Content, Value } from '../record.ts';
import type { ObjectDescription } from '../schema/description.ts';
import { SYSTEM } from '../transaction.ts';
import { DateValue } from '../values/date.ts';
import { DatetimeValue } from '../values/datetime.ts';
import type { WorkflowAction } from './actions.ts';
import { personNamed } from './people.ts';

const PEOPLE: ReadonlySet<string> = new Set(['Contact', 'Lead']);

/** Makes the task that an action describes, about the record and due so many days after today or after a date of the record. */
export function createTask(context: DmlContext, { xml }: WorkflowAction, row: DmlRow): void {
  const task = context.schema.object('Task') as ObjectDescription;
  const { record } = row;
  const owner = personNamed(context, xml.textOf('assignedToType') ?? 'owner', xml.textOf('assignedTo') ?? '', row);
  const about = PEOPLE.has(record.description.name) ? 'whoid' : 'whatid';
  const contents: [string, Content][] = [
    ['subject', xml.textOf('subject') ?? null],
    ['status', xml.textOf('status') ?? null],
    ['priority', xml.textOf('priority') ?? null],
    ['description', xml.textOf('description') ?? null],
    ['activitydate', dueOn(context, xml.textOf('offsetFromField'), record, xml.numberOf('dueDateOffset') ?? 0)],
    ['ownerid', owner ?? context.transaction.userId],
    [about, record.id],
  ];
  const rows = rowsOf([new SObjectRecord(task, new Map(contents))]);
  insertRows(context, rows, { ...SYSTEM, allOrNone: true });
  for (const { statusCode, message, fields } of rows.flatMap(({ errors }) => errors)) {
    fail(row, statusCode, message, fields);
  }
}

function dueOn(context: DmlContext, fieldName: string | undefined, record: SObjectRecord, days: number): DateValue | null {
  const today = (): Value => context.formulas.valueOf('TODAY()', 'due date', record);
  const from = fieldName === undefined ? today() : context.formulas.valueAt(record, [fieldName.replace(/^.*\./, '')]);
  const date = from instanceof DatetimeValue ? from.date() : from;
  return date instanceof DateValue ? date.addDays(days) : null;
}
