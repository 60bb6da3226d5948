import type { ObjectDescription } from '../../data/schema/description.ts';
import { DatetimeValue } from '../../data/values/datetime.ts';
import { ApiError } from '../errors.ts';
import { queryAsUser } from './call.ts';
import type { RestAnswer, RestCall } from './call.ts';
import { objectOf } from './record-input.ts';

/** For how long the platform knows what was deleted. */
const REMEMBERED = 15 * 86_400_000;

/** GET /sobjects/:object/updated?start=&end=: the ids of records that were created or changed in a span of time. */
export function updatedRecords(call: RestCall): RestAnswer {
  const { object, binds, end } = spanOf(call);
  const soql = `SELECT Id FROM ${object.name} WHERE SystemModstamp >= :start AND SystemModstamp < :end ORDER BY SystemModstamp`;
  const { records } = queryAsUser(call, soql, { binds });
  return { status: 200, body: { ids: records.map(({ id }) => id), latestDateCovered: end } };
}

/** GET /sobjects/:object/deleted?start=&end=: what was deleted in a span of time, and when. */
export function deletedRecords(call: RestCall): RestAnswer {
  const { object, binds, end } = spanOf(call);
  const soql = `SELECT Id, SystemModstamp FROM ${object.name} WHERE IsDeleted = true AND SystemModstamp >= :start AND SystemModstamp < :end ORDER BY SystemModstamp`;
  const { records } = queryAsUser(call, soql, { binds, allRows: true });
  const deletedRecords = records.map((record) => ({ id: record.id, deletedDate: textOf(record.get('SystemModstamp') as DatetimeValue) }));
  const earliestDateAvailable = textOf(new DatetimeValue(call.transaction.now() - REMEMBERED));
  return { status: 200, body: { deletedRecords, earliestDateAvailable, latestDateCovered: end } };
}

function spanOf(call: RestCall): { object: ObjectDescription; binds: Map<string, DatetimeValue>; end: string } {
  const object = objectOf(call, call.parameters.object);
  if (!object.fields.has('systemmodstamp') || !object.fields.has('isdeleted')) {
    throw new ApiError(400, 'INVALID_TYPE', `${object.name} is not replicateable`);
  }
  const [start, end] = ['start', 'end'].map((name) => DatetimeValue.tryParse((call.query.get(name) ?? '').replace(' ', '+')));
  if (start === undefined || end === undefined || start.milliseconds >= end.milliseconds) {
    throw new ApiError(400, 'INVALID_REPLICATION_DATE', 'start and end must be dates with times, start before end');
  }
  const now = new DatetimeValue(call.transaction.now());
  return {
    object,
    binds: new Map([
      ['start', start],
      ['end', end],
    ]),
    end: textOf(end.milliseconds < now.milliseconds ? end : now),
  };
}

function textOf(value: DatetimeValue): string {
  return new Date(value.milliseconds).toISOString().replace('Z', '+0000');
}
