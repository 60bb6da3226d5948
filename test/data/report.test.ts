import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportBookings } from '../../scripts/data/report/bookings-report.ts';
import { formatReport } from '../../scripts/data/report/formats.ts';
import { RecordingConnection } from './recording-connection.ts';

function line(opportunity: string, amount: number, dealType: string, kind = 'Recognised'): object {
  return {
    Opportunity_Key__c: opportunity,
    Advocate_Key__c: 'advocate',
    Activity_Key__c: 'activity',
    Kind__c: kind,
    Amount__c: amount,
    Currency__c: 'USD',
    Close_Date__c: '2026-08-01',
    Deal_Type__c: dealType,
    Late_Logged__c: false,
  };
}

function org(lines: object[], fiscalYear: object = { FiscalYearStartMonth: 1, UsesStartDateAsFiscalYearName: false }): RecordingConnection {
  return new RecordingConnection([
    [/FROM Organization/, [fiscalYear]],
    [/FROM Influence_Entry__c/, lines],
  ]);
}

const lines = [
  line('one', 1000.1, 'New'),
  line('two', 2000.2, 'Renewal'),
  line('two', -2000.2, 'Renewal', 'Reversed'),
  line('two', 1500.05, 'Renewal'),
];

test('the lines of the quarter are added to the cent, by deal type', async () => {
  const connection = org(lines);
  const report = await reportBookings(connection.asConnection(), { quarter: '2026-Q3', today: '2026-11-21' });
  const json = JSON.parse(formatReport(report, 'json')) as { currencies: object[]; definition: string };
  assert.deepEqual(json.currencies, [
    {
      currency: 'USD',
      amount: '2500.15',
      lateLogged: '0.00',
      deals: 2,
      lines: 4,
      byDealType: { New: '1000.10', Expansion: '0.00', Renewal: '1500.05' },
    },
  ]);
  assert.match(json.definition, /not GAAP revenue/);
  assert.match(connection.queries.at(-1) ?? '', /Close_Date__c >= 2026-07-01 AND Close_Date__c <= 2026-09-30/);
});

test('quarters are those of the fiscal year of the org', async () => {
  const connection = org([], { FiscalYearStartMonth: 2, UsesStartDateAsFiscalYearName: false });
  const report = await reportBookings(connection.asConnection(), { quarter: '2026-Q3', today: '2026-11-21' });
  assert.equal(report.quarter.from, '2025-08-01');
  assert.equal(report.quarter.to, '2025-10-31');
});

test('without a quarter the present one is reported', async () => {
  const report = await reportBookings(org([]).asConnection(), { today: '2026-11-21' });
  assert.equal(report.quarter.key, '2026-Q4');
});

test('a quarter that is none is refused with how to write one', async () => {
  await assert.rejects(reportBookings(org([]).asConnection(), { quarter: '2026-Q5', today: '2026-11-21' }), /write it like 2026-Q3/);
});

test('the table prints figure, n and definition', async () => {
  const table = formatReport(await reportBookings(org(lines).asConnection(), { quarter: '2026-Q3', today: '2026-11-21' }), 'table');
  assert.match(table, /Total +2,500\.15 USD/);
  assert.match(table, /n = 2 deals, 4 ledger lines/);
  assert.match(table, /an association, not GAAP revenue/);
});

test('an empty quarter says so', async () => {
  const table = formatReport(await reportBookings(org([]).asConnection(), { quarter: '2026-Q3', today: '2026-11-21' }), 'table');
  assert.match(table, /Nothing was booked/);
});

test('a deal type that a spreadsheet would take for a formula is neutralised in CSV', async () => {
  const evil = [line('one', -12.5, '=HYPERLINK("http://example.com")')];
  const csv = formatReport(await reportBookings(org(evil).asConnection(), { quarter: '2026-Q3', today: '2026-11-21' }), 'csv');
  assert.match(csv, /"'=HYPERLINK\(""http:\/\/example\.com""\)",-12\.50,/);
  assert.ok(csv.split('\r\n').length > 4);
});
