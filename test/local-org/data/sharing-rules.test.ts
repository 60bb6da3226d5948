import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Org } from '../../../scripts/local-org/data/org.ts';
import { SYSTEM } from '../../../scripts/local-org/data/transaction.ts';
import { readProject } from '../../../scripts/local-org/metadata/read-project.ts';
import { insertOne, newUser, WORKSHOP_FOLDER } from './workshop.ts';

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const JOBS = [
  { Key__c: 'Brakes', Status__c: 'Open', Hours__c: 2, Skills__c: 'Weld;Turn', Urgent__c: true },
  { Key__c: 'Gearbox', Status__c: 'Done', Hours__c: 9, Skills__c: 'Turn', Urgent__c: false },
  { Key__c: 'Bumper', Status__c: 'Open', Hours__c: 5, Skills__c: null, Urgent__c: false },
];

const item = (field: string, operation: string, value: string): string =>
  `<criteriaItems><field>${field}</field><operation>${operation}</operation><value>${value}</value></criteriaItems>`;

/** The workshop with a rule by these criteria, open to all, and three jobs of the administrator. */
function workshop(criteria: string, sharedTo = '<allInternalUsers></allInternalUsers>'): Org {
  const folder = mkdtempSync(join(tmpdir(), 'sharing-rules-'));
  folders.push(folder);
  cpSync(WORKSHOP_FOLDER, folder, { recursive: true });
  writeFileSync(
    join(folder, 'force-app/sharingRules/Job__c.sharingRules-meta.xml'),
    `<SharingRules xmlns="http://soap.sforce.com/2006/04/metadata"><sharingCriteriaRules><fullName>R</fullName>
      <accessLevel>Read</accessLevel><label>R</label><sharedTo>${sharedTo}</sharedTo>${criteria}</sharingCriteriaRules></SharingRules>`,
  );
  const org = new Org(readProject([folder]), {});
  for (const job of JOBS) insertOne(org, 'Job__c', job);
  return org;
}

/** The jobs that somebody sees who owns none. */
function seen(org: Org): string[] {
  const reader = newUser(org, 'reader', true);
  return org.transaction(reader, (transaction) =>
    transaction
      .query('SELECT Key__c FROM Job__c ORDER BY Key__c', { ...SYSTEM, sharing: true })
      .records.map((record) => String(record.get('Key__c'))),
  );
}

const CASES: readonly (readonly [string, readonly string[]])[] = [
  [item('Status__c', 'equals', 'Open'), ['Brakes', 'Bumper']],
  [item('Status__c', 'equals', 'Open') + item('Hours__c', 'greaterThan', '3'), ['Bumper']],
  [item('Status__c', 'equals', 'Open, Done') + item('Urgent__c', 'equals', 'True'), ['Brakes']],
  [item('Key__c', 'contains', 'BU'), ['Bumper']],
  [item('Key__c', 'startsWith', 'b'), ['Brakes', 'Bumper']],
  [item('Key__c', 'notContain', 'bu,gear'), ['Brakes']],
  [item('Skills__c', 'includes', 'Weld'), ['Brakes']],
  [item('Skills__c', 'excludes', 'Turn'), ['Bumper']],
  [
    `<booleanFilter>(2 OR 1) AND NOT 3</booleanFilter>${item('Hours__c', 'lessThan', '3')}${item('Hours__c', 'greaterThan', '8')}${item('Status__c', 'equals', 'Done')}`,
    ['Brakes'],
  ],
  [
    `<booleanFilter>1 OR 2</booleanFilter>${item('Key__c', 'equals', 'Gearbox')}${item('Urgent__c', 'equals', 'True')}`,
    ['Brakes', 'Gearbox'],
  ],
];

for (const [criteria, expected] of CASES) {
  const told = criteria
    .replace(/<\/?\w+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  test(`a sharing rule opens what meets its criteria: ${told}`, () => {
    const org = workshop(criteria);
    assert.deepEqual(seen(org), expected);
    org.close();
  });
}

test('a rule for people of portals and guests opens nothing to anybody here', () => {
  const org = workshop(item('Status__c', 'equals', 'Open'), '<allPartnerUsers></allPartnerUsers>');
  assert.deepEqual(seen(org), []);
  org.close();
});

test('filter logic that names no condition is refused when somebody asks', () => {
  const org = workshop(`<booleanFilter>1 AND 2</booleanFilter>${item('Status__c', 'equals', 'Open')}`);
  assert.throws(() => seen(org), /The filter logic "1 AND 2" says 2; it joins the conditions 1 to 1 by AND, OR and NOT\./);
  org.close();
});
