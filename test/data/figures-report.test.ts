import assert from 'node:assert/strict';
import { test } from 'node:test';
import { METRICS } from '../../force-app/main/influence/lwc/metricsService/lines.ts';
import { figureWords } from '../../force-app/main/influence/lwc/metricsService/words.ts';
import type { FigureTexts } from '../../force-app/main/influence/lwc/metricsService/words.ts';
import { reachedStages } from '../../force-app/main/influence/lwc/metricsService/stages.ts';
import { formatFigures } from '../../scripts/data/report/figure-formats.ts';
import { commandName, reportFigures } from '../../scripts/data/report/figures-report.ts';
import type { FiguresReport } from '../../scripts/data/report/figures-report.ts';
import { RecordingConnection } from './recording-connection.ts';

const now = new Date('2026-11-21T20:00:00Z');
const stages = [
  { ApiName: 'Qualification', SortOrder: 1, IsClosed: false, IsWon: false },
  { ApiName: 'Proposal', SortOrder: 2, IsClosed: false, IsWon: false },
  { ApiName: 'Closed Won', SortOrder: 3, IsClosed: true, IsWon: true },
  { ApiName: 'Closed Lost', SortOrder: 4, IsClosed: true, IsWon: false },
];

function org(more: [RegExp, object[]][] = []): RecordingConnection {
  return new RecordingConnection([
    ...more,
    [/FROM Organization/, [{ FiscalYearStartMonth: 1, UsesStartDateAsFiscalYearName: false, TimeZoneSidKey: 'America/Los_Angeles' }]],
    [/FROM OpportunityStage/, stages],
    [/FROM User/, [{ ProfileId: 'profile' }]],
    [/FROM Activity_Type__mdt/, [{ MasterLabel: 'Reference Call' }]],
    [/FROM Influence_Entry__c/, [{ Currency__c: 'USD' }]],
  ]);
}

function report(connection: RecordingConnection, metrics: (typeof METRICS)[number][] = []): Promise<FiguresReport> {
  return reportFigures(connection.asConnection(), { quarter: '2026-Q3', quarters: 2, metrics, now });
}

test('every figure has words, a definition and an n, also in an empty org', async () => {
  const { figures, period, quarters } = await report(org());
  assert.deepEqual(
    figures.map(({ line }) => line.metric),
    METRICS,
  );
  assert.deepEqual([period, quarters], [{ from: '2026-04-01', to: '2026-09-30' }, ['2026-Q2', '2026-Q3']]);
  for (const { words } of figures) {
    assert.ok(words.name && words.value && words.n && words.definition);
    assert.doesNotMatch(words.n + words.definition, /\{\d\}/);
  }
});

test('one figure alone is computed from what the org says, in its currency', async () => {
  const deal = { Id: 'deal', Name: 'Deal', OwnerId: 'seller', CloseDate: '2027-01-01', CreatedDate: '2026-05-01T12:00:00.000+0000' };
  const connection = org([
    [/FROM Opportunity\s/, [{ ...deal, Amount: 1234.5, IsClosed: false, IsWon: false }]],
    [
      /FROM Reference_Influence__c/,
      [
        {
          Id: 'influence',
          Opportunity__c: 'deal',
          Used_On__c: '2026-06-01',
          CreatedDate: '2026-06-01T12:00:00.000+0000',
          CreatedById: 'seller',
          Reference_Activity__c: 'activity',
          Reference_Activity__r: {
            Status__c: 'Completed',
            Confirmed_By__c: 'seller',
            Activity_Type__c: 'Reference Call',
            Advocate__c: 'advocate',
          },
        },
      ],
    ],
  ]);
  const found = await report(connection, ['pipeline']);
  assert.equal(found.figures[0]?.words.value, '$1,235');
  const json = JSON.parse(formatFigures(found, 'json')) as { figures: { value: string; currency: string; counts: number[] }[] };
  assert.deepEqual([json.figures[0]?.value, json.figures[0]?.currency, json.figures[0]?.counts], ['1234.50', 'USD', [1, 0]]);
  assert.match(formatFigures(found, 'csv'), /pipeline,1234\.50,currency,USD,/);
  assert.match(formatFigures(found, 'table'), /Influenced pipeline: \$1,235\n {2}n: Deals: 1;/);
});

test('the rules that hold are those of the user, then of the profile, then of the org, field by field', async () => {
  const connection = org([
    [
      /FROM Vouchsafe_Policy__c/,
      [
        { SetupOwnerId: '00D000000000001', Eligibility_Stage__c: 'Proposal', Amount_Field__c: 'Total__c' },
        { SetupOwnerId: 'profile', Eligibility_Stage__c: null, Amount_Field__c: 'Net__c' },
        { SetupOwnerId: 'somebody', Eligibility_Stage__c: 'Qualification', Amount_Field__c: 'Gross__c' },
      ],
    ],
  ]);
  const { stage } = await report(connection);
  assert.match(stage, /Proposal/);
  assert.match(connection.queries.find((query) => /FROM Opportunity\s/.test(query)) ?? '', /Name, Net__c,/);
  assert.match(connection.queries.find((query) => query.includes('FROM OpportunityHistory')) ?? '', /IN \('Proposal', 'Closed Won'\)/);
});

test('a stage counts from where it stands on; lost is never on the way', () => {
  assert.deepEqual(reachedStages(stages, null), ['Qualification', 'Proposal', 'Closed Won']);
  assert.deepEqual(reachedStages(stages, 'Proposal'), ['Proposal', 'Closed Won']);
  assert.throws(() => reachedStages(stages, 'Gone'), /name the stage "Gone"/);
});

const texts: FigureTexts = {
  figures: Object.fromEntries(
    METRICS.map((metric) => [metric, { name: metric, definition: 'day {0}', n: '{0} of {1}' }]),
  ) as FigureTexts['figures'],
  points: '{0} points',
  days: '{0} days',
  times: '{0} each',
  interval: '{0} from {1} to {2}',
  hidden: 'too few',
  nothing: 'nothing',
};

test('a value is written with its unit, its sign and its interval', () => {
  const words = (line: Partial<Parameters<typeof figureWords>[0]>): string =>
    figureWords({ metric: 'winRateLift', unit: 'points', value: null, hidden: false, n: [1, 2], ...line }, texts, 60, 'en-US').value;
  assert.equal(words({ value: 0.0825, interval: { low: -0.031, high: 0.19 } }), '+8.3 points from -3.1 to +19');
  assert.equal(words({ unit: 'days', value: -12.5 }), '-12.5 days');
  assert.equal(words({ unit: 'share', value: 0.4286 }), '42.9%');
  assert.equal(words({ unit: 'times', value: 1.25 }), '1.3 each');
  assert.equal(words({ unit: 'cents', value: 123_456n, currencyCode: 'EUR' }), '€1,235');
  assert.equal(words({ hidden: true }), 'too few');
  assert.equal(words({}), 'nothing');
});

test('names on the command line are words joined by hyphens', () => {
  assert.equal(commandName('winRateLift'), 'win-rate-lift');
});
