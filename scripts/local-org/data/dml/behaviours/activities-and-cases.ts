import { DatetimeValue } from '../../values/datetime.ts';
import type { DmlContext } from '../dml-context.ts';
import { recordOf } from '../../workflow/people.ts';
import { fillInAccount } from './activity-account.ts';
import type { ObjectBehaviour } from './behaviour.ts';

/** Cases: closed or not, by status, and since when; a new one is about the account of its contact. */
export const caseBehaviour: ObjectBehaviour = {
  prepare: (context, rows) => {
    for (const { record } of rows) {
      const closed = means(context, 'CaseStatus', 'IsClosed', record.contents.get('status'));
      record.contents.set('isclosed', closed);
      record.contents.set(
        'closeddate',
        closed ? (record.contents.get('closeddate') ?? new DatetimeValue(context.transaction.now())) : null,
      );
    }
  },
  beforeSave: (context, rows) => {
    caseBehaviour.prepare?.(context, rows);
    for (const { record } of rows.filter(({ old }) => old === undefined)) {
      const contactId = record.get('ContactId');
      const contact = record.get('AccountId') === null && typeof contactId === 'string' ? recordOf(context, contactId) : undefined;
      if (contact !== undefined) record.put('AccountId', contact.get('AccountId'));
    }
  },
};

/** Tasks: closed or not, by status, since when, and the account they are about. */
export const taskBehaviour: ObjectBehaviour = {
  prepare: (context, rows) => {
    for (const row of rows) {
      const { contents } = row.record;
      const closed = means(context, 'TaskStatus', 'IsClosed', contents.get('status'));
      contents.set('isclosed', closed);
      contents.set(
        'completeddatetime',
        closed ? (contents.get('completeddatetime') ?? new DatetimeValue(context.transaction.now())) : null,
      );
      contents.set('ishighpriority', means(context, 'TaskPriority', 'IsHighPriority', contents.get('priority')));
      fillInAccount(context, row);
    }
  },
  beforeSave: (context, rows) => taskBehaviour.prepare?.(context, rows),
};

/** What the org's value set says of a value. */
function means({ store }: DmlContext, rows: string, fieldName: string, value: unknown): boolean {
  const [row] = typeof value === 'string' ? store.select(`SELECT "${fieldName}" FROM "${rows}" WHERE "ApiName" = ?`, [value]) : [];
  return row?.[0] === 1;
}
