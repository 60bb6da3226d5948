import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schemaProblems } from './metadata-schema.ts';
import { componentName, elements, fields, filesEndingIn, readXml, text, texts } from './package-source.ts';
import type { Element } from './package-source.ts';

const reportTypes = new Map(filesEndingIn('.reportType-meta.xml').map((file) => [componentName(file), readXml(file)]));
const reports = new Map(
  filesEndingIn('.report-meta.xml').map((file) => [file.split('/').slice(-2).join('/').replace('.report-meta.xml', ''), readXml(file)]),
);
const dashboards = new Map(filesEndingIn('.dashboard-meta.xml').map((file) => [componentName(file), readXml(file)]));
const folders = filesEndingIn('.reportFolder-meta.xml', '.dashboardFolder-meta.xml');
const numeric = new Set(['Number', 'Currency', 'Percent']);
const dated = new Set(['Date', 'DateTime']);

function typeOf(object: string, name: string): string | undefined {
  return name === 'Name' ? 'Text' : fields.find((field) => field.object === object && field.name === name)?.type;
}

/** The columns that a report may use, `Object__c$Field__c`, with the type of their fields. */
function columnsOf(report: Element): Map<string, string | undefined> {
  const type = reportTypes.get((text(report, 'reportType') ?? '').replace(/__c$/, ''));
  assert.ok(type, text(report, 'reportType'));
  const object = text(type, 'baseObject') ?? '';
  const names = elements(type, 'sections').flatMap((section) => elements(section, 'columns').map((column) => text(column, 'field') ?? ''));
  return new Map(names.map((name) => [`${object}$${name}`, typeOf(object, name)]));
}

function groupings(report: Element): Element[] {
  return [...elements(report, 'groupingsDown'), ...elements(report, 'groupingsAcross')];
}

test('reports, their types and the dashboard hold what the Metadata API knows, and all that it asks for', () => {
  assert.equal(reports.size, 4);
  assert.equal(dashboards.size, 1);
  const problems = [
    ...[...reportTypes.values()].flatMap((type) => schemaProblems('ReportType', type)),
    ...[...reports.values()].flatMap((report) => schemaProblems('Report', report)),
    ...[...dashboards.values()].flatMap((dashboard) => schemaProblems('Dashboard', dashboard)),
    ...folders.flatMap((file) => schemaProblems(file.includes('.reportFolder') ? 'ReportFolder' : 'DashboardFolder', readXml(file))),
  ];
  assert.deepEqual(problems, []);
});

test('the check against the Metadata API finds what is unknown, missing and doubled', () => {
  const folder = { name: ['One', 'Two'], colour: ['red'], folderShares: [{ accessLevel: ['View'] }] };
  assert.deepEqual(schemaProblems('ReportFolder', folder), [
    'ReportFolder: colour is unknown',
    'ReportFolder: name is there more than once',
    'ReportFolder.folderShares: sharedTo is missing',
    'ReportFolder.folderShares: sharedToType is missing',
  ]);
});

test('every column of a report type is a field, and none of them tells who an advocate is', () => {
  for (const [name, type] of reportTypes) {
    const object = text(type, 'baseObject') ?? '';
    for (const column of elements(type, 'sections').flatMap((section) => elements(section, 'columns'))) {
      const field = text(column, 'field') ?? '';
      assert.equal(text(column, 'table'), object, name);
      assert.ok(typeOf(object, field), `${object}.${field}`);
      assert.ok(!['Contact__c', 'Contact_Key__c'].includes(field), name);
    }
  }
});

test('a report shows, groups, filters and sorts by columns of its type, each once', () => {
  for (const [name, report] of reports) {
    const known = columnsOf(report);
    const shown = elements(report, 'columns').map((column) => text(column, 'field') ?? '');
    const grouped = groupings(report).map((grouping) => text(grouping, 'field') ?? '');
    const filtered = elements(elements(report, 'filter')[0], 'criteriaItems').map((item) => text(item, 'column') ?? '');
    const sorted = groupings(report).flatMap((grouping) => texts(grouping, 'sortByName'));
    const dates = elements(report, 'timeFrameFilter').flatMap((filter) => texts(filter, 'dateColumn'));
    const used = [...shown, ...grouped, ...filtered, ...sorted, ...dates];
    assert.deepEqual(
      used.filter((column) => !known.has(column)),
      [],
      name,
    );
    assert.equal(new Set([...shown, ...grouped]).size, shown.length + grouped.length, `${name} groups by a column that it shows`);
    assert.ok(
      dates.every((column) => dated.has(known.get(column) ?? '')),
      name,
    );
  }
});

test('reports only count records and sum numbers, and sort by what they sum', () => {
  for (const [name, report] of reports) {
    assert.deepEqual(elements(report, 'aggregates'), [], `${name} has a formula of its own`);
    const summed = elements(report, 'columns').filter((column) => texts(column, 'aggregateTypes').length > 0);
    for (const column of summed) {
      assert.deepEqual(texts(column, 'aggregateTypes'), ['Sum'], name);
      assert.ok(numeric.has(columnsOf(report).get(text(column, 'field') ?? '') ?? ''), name);
    }
    const sorted = groupings(report).flatMap((grouping) => texts(grouping, 'sortByName'));
    assert.deepEqual(
      sorted.filter((column) => !summed.some((one) => text(one, 'field') === column)),
      [],
      name,
    );
  }
});

test('money is never summed over currencies', () => {
  for (const [name, report] of reports) {
    const summed = elements(report, 'columns').filter((column) => texts(column, 'aggregateTypes').length > 0);
    if (summed.some((column) => text(column, 'field')?.endsWith('$Amount__c'))) {
      assert.match(text(elements(report, 'groupingsDown')[0], 'field') ?? '', /\$Currency__c$/, name);
    }
  }
});

test('a matrix is grouped both ways, a summary one way, and only days are grouped by more than days', () => {
  for (const [name, report] of reports) {
    assert.equal(text(report, 'format'), elements(report, 'groupingsAcross').length > 0 ? 'Matrix' : 'Summary', name);
    for (const grouping of groupings(report)) {
      const isDate = dated.has(columnsOf(report).get(text(grouping, 'field') ?? '') ?? '');
      assert.ok(isDate || text(grouping, 'dateGranularity') === 'Day', name);
    }
    assert.ok((text(report, 'name') ?? '').length <= 40, `${name} has a name of more than 40 characters`);
    assert.ok((text(report, 'description') ?? '').length <= 255, `${name} has a description of more than 255 characters`);
  }
});

test('the dashboard runs as whoever looks at it, and charts what its reports group and sum', () => {
  for (const dashboard of dashboards.values()) {
    assert.equal(text(dashboard, 'dashboardType'), 'LoggedInUser');
    assert.equal(text(dashboard, 'runningUser'), undefined);
    const parts = elements(elements(dashboard, 'dashboardGridLayout')[0], 'dashboardGridComponents').flatMap((part) =>
      elements(part, 'dashboardComponent'),
    );
    assert.deepEqual(parts.map((part) => text(part, 'report')).sort(), [...reports.keys()].sort());
    for (const part of parts) {
      const report = reports.get(text(part, 'report') ?? '');
      assert.ok(report);
      const grouped = groupings(report).map((grouping) => text(grouping, 'field') ?? '');
      assert.deepEqual(
        texts(part, 'groupingColumn').filter((column) => !grouped.includes(column)),
        [],
        text(part, 'report'),
      );
      const column = text(elements(part, 'chartSummary')[0], 'column');
      const summed = elements(report, 'columns').filter((one) => texts(one, 'aggregateTypes').length > 0);
      assert.ok(column === 'RowCount' || summed.some((one) => text(one, 'field') === column), text(part, 'report'));
    }
  }
});

test('folders are shared with groups of the package', () => {
  const groups = new Set(filesEndingIn('.group-meta.xml').map(componentName));
  assert.equal(folders.length, 2);
  for (const share of folders.flatMap((file) => elements(readXml(file), 'folderShares'))) {
    assert.ok(groups.has(text(share, 'sharedTo') ?? ''), text(share, 'sharedTo'));
  }
});
