import { DatetimeValue } from '../../values/datetime.ts';
import { fillInAccount } from './activity-account.ts';
import type { ObjectBehaviour } from './behaviour.ts';

/** Cases: closed or not, by status, and since when. */
export const caseBehaviour: ObjectBehaviour = {
  prepare: (context, rows) => {
    for (const { record } of rows) {
      const closed = record.contents.get('status') === 'Closed';
      record.contents.set('isclosed', closed);
      record.contents.set(
        'closeddate',
        closed ? (record.contents.get('closeddate') ?? new DatetimeValue(context.transaction.now())) : null,
      );
    }
  },
  beforeSave: (context, rows) => caseBehaviour.prepare?.(context, rows),
};

/** Tasks: closed or not, by status, since when, and the account they are about. */
export const taskBehaviour: ObjectBehaviour = {
  prepare: (context, rows) => {
    for (const row of rows) {
      const { contents } = row.record;
      const closed = contents.get('status') === 'Completed';
      contents.set('isclosed', closed);
      contents.set(
        'completeddatetime',
        closed ? (contents.get('completeddatetime') ?? new DatetimeValue(context.transaction.now())) : null,
      );
      contents.set('ishighpriority', contents.get('priority') === 'High');
      fillInAccount(context, row);
    }
  },
  beforeSave: (context, rows) => taskBehaviour.prepare?.(context, rows),
};
