import type { ObjectDescription } from '../../data/schema/description.ts';
import type { UiApiContext } from './context.ts';
import { escapeLike } from './list-views.ts';
import { nameFieldOf, queryRecords } from './record-query.ts';
import type { RecordRepresentation } from './record-query.ts';

const MOST_SUGGESTIONS = 25;

/** What else a person goes by to tell records of the same name apart. */
const SECOND_LINE: Readonly<Record<string, string>> = {
  Account: 'BillingCountry',
  Contact: 'Title',
  Opportunity: 'StageName',
  User: 'Username',
};

/** Records of an object whose name contains the text: what a lookup suggests. Of users, only active ones. */
export function suggestRecords(context: UiApiContext, target: ObjectDescription, text: string): RecordRepresentation[] {
  const name = nameFieldOf(target);
  const second = SECOND_LINE[target.name];
  const conditions = [`${name} LIKE :pattern`, ...(target.name === 'User' ? ['IsActive = TRUE'] : [])];
  return queryRecords(context, target, [name, ...(second ? [second] : [])], {
    text: `WHERE ${conditions.join(' AND ')} ORDER BY ${name} LIMIT ${MOST_SUGGESTIONS}`,
    binds: new Map([['pattern', `%${escapeLike(text)}%`]]),
  });
}
