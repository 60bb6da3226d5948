import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DECLINE_REASONS } from 'c/declineReasons';

const FIELD = join(__dirname, '../../../objects/Permission_Request__c/fields/Decision_Reason__c.field-meta.xml');

describe('the reasons for a no', () => {
  it('are those that the field takes', () => {
    const stored = [...readFileSync(FIELD, 'utf8').matchAll(/<value>\s*<fullName>(.*?)<\/fullName>/g)].map((match) => match[1]);
    // What offering somebody else leaves behind: nobody picks it from the list.
    const offered = stored.filter((value) => value !== 'Another advocate instead');
    expect(DECLINE_REASONS.map(({ value }) => value)).toEqual(offered);
  });
});
