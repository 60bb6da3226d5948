import type { CoveredByTest, TestReport } from '../../apex/engine-types.ts';
import type { SObjectRecord } from '../../data/record.ts';
import type { SetUpWriter } from '../../data/setup/set-up-writer.ts';

/** The coverage of each test method, by the names of classes. */
export const STORED_COVERAGE =
  'SELECT ApexTestClass.Name, TestMethodName, ApexClassOrTrigger.Name, Coverage FROM ApexCodeCoverage ORDER BY Id';

/** Ids of classes and triggers by name. */
export type CodeIds = ReadonlyMap<string, string>;

/**
 * What the latest run of each test class covered. As on the platform the sum over the classes is of the latest results, not of the
 * latest run.
 */
export class CoverageRecords {
  readonly #byTestClass: Map<string, readonly CoveredByTest[]>;

  /** @param stored What an earlier process wrote, as `STORED_COVERAGE` gives it. */
  constructor(stored: readonly SObjectRecord[] = []) {
    const tests = Map.groupBy(stored, (row) => `${nameIn(row, 'ApexTestClass')}.${String(row.get('TestMethodName'))}`);
    const covered = [...tests.values()].map((rows): CoveredByTest => ({
      className: nameIn(rows[0], 'ApexTestClass'),
      methodName: String(rows[0].get('TestMethodName')),
      classes: rows.map((row) => ({
        name: nameIn(row, 'ApexClassOrTrigger'),
        covered: (JSON.parse(String(row.get('Coverage'))) as { coveredLines: number[] }).coveredLines,
      })),
    }));
    this.#byTestClass = Map.groupBy(covered, ({ className }) => className);
  }

  /** Takes the results of a run and writes the records of coverage anew. */
  write(writer: SetUpWriter, report: TestReport, ids: CodeIds): void {
    const latest = Map.groupBy(report.coverage.byTest ?? [], (test) => test.className);
    for (const [className, tests] of latest) this.#byTestClass.set(className, tests);
    const lines = new Map(report.coverage.classes.map(({ name, covered, uncovered }) => [name, [...covered, ...uncovered]]));
    for (const object of ['ApexCodeCoverage', 'ApexCodeCoverageAggregate', 'ApexOrgWideCoverage']) writer.clear(object);
    const union = new Map([...lines.keys()].map((name) => [name, new Set<number>()]));
    for (const test of [...this.#byTestClass.values()].flat()) {
      for (const { name, covered } of test.classes) {
        const all = lines.get(name);
        if (all === undefined) continue;
        covered.forEach((line) => union.get(name)?.add(line));
        writer.insert('ApexCodeCoverage', {
          ApexTestClassId: ids.get(test.className) ?? null,
          TestMethodName: test.methodName,
          ...coverageFields(ids.get(name) ?? null, all, new Set(covered)),
        });
      }
    }
    let coveredLines = 0;
    let totalLines = 0;
    for (const [name, covered] of union) {
      const all = lines.get(name) ?? [];
      const fields = coverageFields(ids.get(name) ?? null, all, covered);
      writer.insert('ApexCodeCoverageAggregate', fields);
      coveredLines += fields.NumLinesCovered;
      totalLines += all.length;
    }
    const PercentCovered = totalLines === 0 ? 0 : Math.floor((coveredLines * 100) / totalLines);
    writer.insert('ApexOrgWideCoverage', { PercentCovered });
  }
}

function nameIn(row: SObjectRecord, parent: string): string {
  return String((row.get(parent) as SObjectRecord | null)?.get('Name') ?? '');
}

function coverageFields(id: string | null, all: readonly number[], covered: ReadonlySet<number>) {
  const inOrder = all.toSorted((one, other) => one - other);
  const coveredLines = inOrder.filter((line) => covered.has(line));
  const uncoveredLines = inOrder.filter((line) => !covered.has(line));
  return {
    ApexClassOrTriggerId: id,
    NumLinesCovered: coveredLines.length,
    NumLinesUncovered: uncoveredLines.length,
    Coverage: JSON.stringify({ coveredLines, uncoveredLines }),
  };
}
