import { PlatformError } from '../../data/errors.ts';
import type { FlowContext } from '../flow-context.ts';
import type { Interview } from '../interview.ts';
import type { DeleteElement } from '../metadata/description.ts';
import { findRecords } from '../record-query.ts';
import { valueAt } from '../references.ts';
import type { Faults } from './bulk-elements.ts';
import { recordsIn } from './create-records.ts';
import { countQuery, prepareEach, writeTogether } from './write-records.ts';

/** Deletes the records of a variable, or those that meet conditions. */
export function runDelete(context: FlowContext, interviews: readonly Interview[], element: DeleteElement): Faults {
  const { transaction } = context;
  if (element.input === undefined) {
    countQuery(context);
  }
  const { writings, faults } = prepareEach(interviews, (interview) => idsToDelete(context, interview, element));
  const failed = writeTogether('delete', writings, (ids, options) => transaction.delete([...new Set(ids)], options));
  return new Map([...faults, ...failed]);
}

function idsToDelete(context: FlowContext, interview: Interview, element: DeleteElement): readonly string[] {
  const records =
    element.input === undefined
      ? findRecords(context, interview, { ...element, object: element.object ?? '', fields: ['Id'] }, interview.frame.access)
      : recordsIn(valueAt(context, interview, element.input), element.name);
  return records.map(({ id }) => {
    if (id === null) throw new PlatformError('MISSING_ARGUMENT', 'Id not specified in a delete call');
    return id;
  });
}
