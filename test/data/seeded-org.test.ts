import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Connection } from 'jsforce';
import { influencedBookings, toCents, toDecimal } from '../../force-app/main/influence/lwc/influenceService/metrics.ts';
import type { LedgerFact } from '../../force-app/main/influence/lwc/influenceService/metrics.ts';
import { programFigures } from '../../force-app/main/influence/lwc/metricsService/figures.ts';
import { figureLines } from '../../force-app/main/influence/lwc/metricsService/lines.ts';
import { factsOf } from '../../force-app/main/influence/lwc/metricsService/rows.ts';
import type { OrgSettings, Rows } from '../../force-app/main/influence/lwc/metricsService/rows.ts';
import { reachedStages } from '../../force-app/main/influence/lwc/metricsService/stages.ts';
import type { Stage } from '../../force-app/main/influence/lwc/metricsService/stages.ts';
import { reportBookings } from '../../scripts/data/report/bookings-report.ts';
import { reportFigures } from '../../scripts/data/report/figures-report.ts';
import { formatReport } from '../../scripts/data/report/formats.ts';
import { seedProgram } from '../../scripts/data/seed/seed-program.ts';
import { connect } from '../../scripts/lib/connection.ts';
import { LocalServer } from '../benchmark/local-server.ts';
import { freePort } from '../free-port.ts';

const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const dataFolder = mkdtempSync(join(tmpdir(), 'vouchsafe-seeded-'));
let server: LocalServer;

before(async () => {
  server = await LocalServer.start(port, dataFolder);
});

after(async () => {
  await server.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

function login(name: string): Promise<Connection> {
  return connect({ localUrl: url, username: `${name}@vouchsafe.test`, password: 'vouchsafe1' });
}

async function count(connection: Connection, from: string): Promise<number> {
  return (await connection.query(`SELECT COUNT() FROM ${from}`)).totalSize;
}

test('the first start seeds a program through the real triggers', async () => {
  const manager = await login('manager');
  assert.equal(await count(manager, 'Account'), 300);
  assert.equal(await count(manager, 'Contact'), 900);
  assert.equal(await count(manager, 'Advocate__c'), 500);
  assert.equal(await count(manager, 'Opportunity'), 400);
  assert.equal(await count(manager, 'Influence_Exception__c'), 0);
  for (const status of ['Pending', 'Approved', 'Declined', 'Expired', 'Withdrawn', 'Completed', 'Missed']) {
    assert.ok((await count(manager, `Permission_Request__c WHERE Status__c = '${status}'`)) > 0, status);
  }
  assert.ok((await count(manager, "Influence_Entry__c WHERE Kind__c = 'Reversed'")) > 0);
  assert.ok((await count(manager, 'Influence_Entry__c WHERE Late_Logged__c = true')) > 0);
});

test('a second seed changes nothing', async () => {
  const manager = await login('manager');
  const linesBefore = await count(manager, 'Influence_Entry__c');
  assert.deepEqual(await seedProgram(manager, { now: new Date() }), { alreadySeeded: true, counts: {} });
  assert.equal(await count(manager, 'Influence_Entry__c'), linesBefore);
});

test('the report, the call behind the page and a plain sum of the ledger agree to the cent, in every quarter', async () => {
  const ops = await login('ops');
  const today = new Date().toISOString().slice(0, 10);
  const thisYear = Number(today.slice(0, 4));
  let quartersWithBookings = 0;
  for (const key of [1, 2, 3, 4].flatMap((number) => [`${thisYear - 1}-Q${number}`, `${thisYear}-Q${number}`])) {
    const report = await reportBookings(ops, { quarter: key, today });
    const { from, to } = report.quarter;
    const reported = report.currencies[0]?.total.cents ?? 0n;

    const ledger = await ops.requestPost<{ lines: LedgerFact[] }>(`${url}/services/local/apex/InfluenceController/getLedger`, {
      fromDate: from,
      toDate: to,
    });
    const onPage = influencedBookings(ledger.lines, () => key)[0]?.total.cents ?? 0n;

    const sums = await ops.query<{ total: number | null }>(
      `SELECT SUM(Amount__c) total FROM Influence_Entry__c WHERE Close_Date__c >= ${from} AND Close_Date__c <= ${to}`,
    );
    const summed = toCents((sums.records[0]?.total ?? 0).toFixed(2));

    assert.equal(toDecimal(onPage), toDecimal(reported), key);
    assert.equal(toDecimal(summed), toDecimal(reported), key);
    assert.match(formatReport(report, 'json'), new RegExp(`"quarter": "${key}"`));
    quartersWithBookings += reported === 0n ? 0 : 1;
  }
  assert.ok(quartersWithBookings >= 7, `${quartersWithBookings} quarters have bookings`);
});

/** Reads what the page reads, by the calls it makes. */
async function readAsThePage(ops: Connection, from: string): Promise<Rows> {
  const call = <T>(method: string, input: object): Promise<T> =>
    ops.requestPost<T>(`${url}/services/local/apex/MetricsController/${method}`, input);
  const since = `${Number(from.slice(0, 4)) - 1}${from.slice(4)}`;
  const settings = await call<OrgSettings & { stages: Stage[]; eligibilityStage?: string }>('getSettings', {});
  const stages = reachedStages(settings.stages, settings.eligibilityStage);
  const records = async (kind: string): Promise<never[]> => {
    const all: { Id: string }[] = [];
    for (;;) {
      const page = await call<{ Id: string }[]>('getRecords', { kind, since, after: all.at(-1)?.Id ?? null });
      if (page.length === 0) return all as never[];
      all.push(...page);
    }
  };
  const deals: Rows['deals'][number][] = [];
  const reachedAt: Record<string, string> = {};
  for (;;) {
    const page = await call<Pick<Rows, 'deals' | 'reachedAt'>>('getDeals', { since, stages, after: deals.at(-1)?.Id ?? null });
    if (page.deals.length === 0) break;
    deals.push(...page.deals);
    Object.assign(reachedAt, page.reachedAt);
  }
  return {
    settings,
    deals,
    reachedAt,
    influences: await records('Influences'),
    needs: await records('Needs'),
    asks: await records('Asks'),
    activities: await records('Activities'),
    advocates: await records('Advocates'),
    answers: await records('Answers'),
  };
}

test('the command prints every figure as the page shows it, and both groups of the win-rate lift are large enough', async () => {
  const ops = await login('ops');
  const report = await reportFigures(ops, { quarters: 8, metrics: [], now: new Date() });
  const facts = factsOf(await readAsThePage(ops, report.period.from));
  const onPage = figureLines(programFigures(facts, { period: report.period, toCents }));
  assert.deepEqual(
    report.figures.map(({ line }) => line),
    onPage,
  );
  const lift = onPage.find(({ metric }) => metric === 'winRateLift');
  assert.equal(lift?.hidden, false);
  for (const { metric, value } of onPage) {
    assert.notEqual(value, null, metric);
  }
});

test('the uses that figures count on won deals are those that the ledger booked', async () => {
  const ops = await login('ops');
  const facts = factsOf(await readAsThePage(ops, `${new Date().getFullYear() - 4}-01-01`));
  const entries = await ops.query<{ Opportunity_Key__c: string; Activity_Key__c: string; Kind__c: string }>(
    'SELECT Opportunity_Key__c, Activity_Key__c, Kind__c FROM Influence_Entry__c',
    { autoFetch: true, maxFetch: 10_000 },
  );
  const standing = new Map<string, number>();
  for (const { Opportunity_Key__c: deal, Activity_Key__c: activity, Kind__c: kind } of entries.records) {
    standing.set(`${deal} ${activity}`, (standing.get(`${deal} ${activity}`) ?? 0) + (kind === 'Reversed' ? -1 : 1));
  }
  const booked = [...standing].filter(([, lines]) => lines > 0).map(([key]) => key);
  const counted = facts.deals.filter(({ isWon }) => isWon).flatMap(({ key, uses }) => uses.map(({ activity }) => `${key} ${activity}`));
  assert.ok(booked.length > 50);
  assert.deepEqual(counted.sort(), booked.sort());
});

test('the org has lived through its past, and is back in the present', async () => {
  const manager = await login('manager');
  const yearAgo = new Date(Date.now() - 365 * 86_400_000).toISOString();
  const minuteAhead = new Date(Date.now() + 60_000).toISOString();
  assert.ok((await count(manager, `Opportunity WHERE CreatedDate < ${yearAgo}`)) > 100);
  assert.ok((await count(manager, `OpportunityHistory WHERE StageName = 'Closed Won' AND CreatedDate < ${yearAgo}`)) > 30);
  assert.ok((await count(manager, `Influence_Entry__c WHERE Booked_On__c < ${yearAgo}`)) > 20);
  assert.ok((await count(manager, `Reference_Request__c WHERE CreatedDate < ${yearAgo}`)) > 30);
  assert.equal(await count(manager, `Opportunity WHERE LastModifiedDate > ${minuteAhead}`), 0);
  const created = await manager.sobject('Account').create({ Name: 'Of the present' });
  const [account] = (await manager.query<{ CreatedDate: string }>(`SELECT CreatedDate FROM Account WHERE Id = '${created.id ?? ''}'`))
    .records;
  assert.ok(Math.abs(Date.parse(account?.CreatedDate.replace('+0000', 'Z') ?? '') - Date.now()) < 60_000);
});

test('the lines of each won deal add up to its amount, and those of any other deal to nothing', async () => {
  const manager = await login('manager');
  const lines = await manager.query<{ Opportunity__c: string; Amount__c: number }>(
    'SELECT Opportunity__c, Amount__c FROM Influence_Entry__c',
    {
      autoFetch: true,
      maxFetch: 10_000,
    },
  );
  const booked = new Map<string, bigint>();
  for (const line of lines.records) {
    booked.set(line.Opportunity__c, (booked.get(line.Opportunity__c) ?? 0n) + toCents(line.Amount__c));
  }
  const deals = await manager.query<{ Id: string; Amount: number; IsWon: boolean }>('SELECT Id, Amount, IsWon FROM Opportunity', {
    autoFetch: true,
    maxFetch: 10_000,
  });
  assert.ok(booked.size > 50);
  for (const deal of deals.records) {
    const cents = booked.get(deal.Id);
    if (cents !== undefined) {
      assert.equal(toDecimal(cents), toDecimal(deal.IsWon ? toCents(deal.Amount) : 0n), deal.Id);
    }
  }
});

test('the first screen of each role has something to do', async () => {
  const rep = await login('rep');
  assert.ok((await count(rep, 'Opportunity WHERE IsClosed = false')) >= 8);
  const owner = await login('owner');
  assert.ok((await count(owner, "Permission_Request__c WHERE Status__c = 'Pending'")) >= 3);
});

test('the finder has a choice of good matches for the open deals of the rep', async () => {
  const rep = await login('rep');
  const deals = await rep.query<{ Id: string }>(
    'SELECT Id FROM Opportunity WHERE IsClosed = false AND Id NOT IN (SELECT Opportunity__c FROM Reference_Request__c) ORDER BY Name LIMIT 3',
  );
  assert.equal(deals.records.length, 3);
  for (const deal of deals.records) {
    const result = await rep.requestPost<{ advocates: { baseScore: number; excludedReason?: string | null }[] }>(
      `${url}/services/local/apex/MatchingController/findAdvocates`,
      { opportunityId: deal.Id, wanted: null },
    );
    const good = result.advocates.filter((advocate) => !advocate.excludedReason && advocate.baseScore >= 0.5);
    assert.ok(good.length >= 5, `${good.length} good matches`);
  }
});
