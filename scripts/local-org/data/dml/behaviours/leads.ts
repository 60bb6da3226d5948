import { fail } from '../dml-context.ts';
import type { ObjectBehaviour } from './behaviour.ts';
import { personNames } from './person-names.ts';

/** Leads: their full name; a converted one is not changed any more. */
export const leadBehaviour: ObjectBehaviour = {
  prepare: (context, rows) => {
    personNames(context, rows);
    for (const row of rows.filter(({ old }) => old?.get('IsConverted') === true)) {
      fail(row, 'CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
    }
  },
  beforeSave: personNames,
};
