import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SObjectRecord } from '../../scripts/local-org/data/record.ts';
import type { ObjectDescription } from '../../scripts/local-org/data/schema/description.ts';
import { SYSTEM } from '../../scripts/local-org/data/transaction.ts';
import type { OpenOrg } from '../../scripts/local-org/open-org.ts';
import { openOrg } from '../../scripts/local-org/open-org.ts';
import { WORKSHOP_FOLDER } from '../local-org/data/workshop.ts';

const ROWS = 10_000;
const MILLION = 1_000_000;
const TRIGGER = `trigger AccountTrigger on Account(before insert, after insert) {
    for (Account account : Trigger.new) {
        if (Trigger.isBefore) {
            account.Site = account.Name + ' site';
        }
    }
}`;

/** What the data floor takes, in milliseconds. */
export interface DataFigures {
  /** 10,000 accounts through insert, with a trigger before and after. */
  readonly insertWithTrigger: number;
  /** A query by an indexed field among a million accounts. */
  readonly indexedQuery: number;
}

/** Measures the data floor with a project of its own, in memory. */
export function measureData(): DataFigures {
  const project = mkdtempSync(join(tmpdir(), 'bench-data-'));
  try {
    cpSync(WORKSHOP_FOLDER, project, { recursive: true });
    const triggers = join(project, 'force-app', 'triggers');
    mkdirSync(triggers);
    writeFileSync(join(triggers, 'AccountTrigger.trigger'), TRIGGER);
    writeFileSync(
      join(triggers, 'AccountTrigger.trigger-meta.xml'),
      '<ApexTrigger><apiVersion>65.0</apiVersion><status>Active</status></ApexTrigger>',
    );
    const open = openOrg({ project, cacheFolder: join(project, '.cache') });
    const figures = { insertWithTrigger: insertRows(open), indexedQuery: queryAmongAMillion(open) };
    open.org.close();
    return figures;
  } finally {
    rmSync(project, { recursive: true });
  }
}

function insertRows({ org }: OpenOrg): number {
  const account = org.schema.object('Account') as ObjectDescription;
  const accounts = Array.from({ length: ROWS }, (_, index) => new SObjectRecord(account, new Map([['name', `Account ${index}`]])));
  const startedAt = performance.now();
  org.transaction(org.administratorId, (transaction) => transaction.insert(accounts, { ...SYSTEM, allOrNone: true }));
  return performance.now() - startedAt;
}

/** The rows are written past DML: only the query is measured. */
function queryAmongAMillion({ org }: OpenOrg): number {
  org.store.execute(`WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${MILLION})
    INSERT INTO "Account" ("Id", "Name", "OwnerId") SELECT printf('001Lo1%012d', n), 'Bulk ' || n, '${org.administratorId}' FROM numbers`);
  return org.transaction(org.administratorId, (transaction) => {
    const times = Array.from({ length: 50 }, (_, run) => {
      const startedAt = performance.now();
      transaction.query(`SELECT Id, Name FROM Account WHERE Name = 'Bulk ${run * 19_997 + 1}'`, SYSTEM);
      return performance.now() - startedAt;
    });
    return times.sort((one, other) => one - other)[times.length / 2] ?? Number.NaN;
  });
}
