import type { TestReport } from '../../apex/engine-types.ts';
import type { DeployedComponent } from '../../metadata/deploy/metadata-format.ts';

/** The share of its lines that must run in the tests that were named, in percent. */
const LEAST_COVERED = 75;

/** A class or trigger that is covered too little, as the result of a deployment tells of it. */
export interface CoverageProblem {
  readonly name: string;
  readonly message: string;
}

/** The classes and triggers of a deployment that the tests named with it cover too little: each counts for itself. */
export function coverageProblems({ coverage }: TestReport, components: readonly DeployedComponent[]): CoverageProblem[] {
  const kinds = new Map([
    ['ApexClass', 'Class'],
    ['ApexTrigger', 'Trigger'],
  ]);
  return components.flatMap(({ type, fullName }) => {
    const kind = kinds.get(type);
    const covered = kind && coverage.classes.find(({ name }) => name.toLowerCase() === fullName.toLowerCase());
    if (!covered || covered.totalLines === 0) return [];
    const percent = Math.floor((covered.coveredLines * 100) / covered.totalLines);
    const message = `Test coverage of selected Apex ${kind} is ${percent}%, at least ${LEAST_COVERED}% test coverage is required`;
    return percent < LEAST_COVERED ? [{ name: covered.name, message }] : [];
  });
}
