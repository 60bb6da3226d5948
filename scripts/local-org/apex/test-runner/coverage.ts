import type { CompiledProgram } from '../compiler.ts';
import type { ClassCoverage, TestReport } from '../engine-types.ts';
import type { Program } from '../runtime/program.ts';

/** Which executable lines of classes and triggers ran. Test classes don't count. */
export function measureCoverage(program: Program, compiled: CompiledProgram): TestReport['coverage'] {
  const classes: ClassCoverage[] = [];
  for (const module of compiled.modules) {
    if (module.isTest || module.executableLines.length === 0) {
      continue;
    }
    const counts = program.countersOf(module.file);
    const covered = module.executableLines.filter((line) => counts[line]);
    const uncovered = module.executableLines.filter((line) => !counts[line]);
    const totalLines = module.executableLines.length;
    classes.push({
      name: module.trigger?.name ?? module.classes[0]?.name ?? module.file,
      file: module.file,
      coveredLines: covered.length,
      totalLines,
      covered,
      uncovered,
    });
  }
  const coveredLines = sum(classes.map((entry) => entry.coveredLines));
  const totalLines = sum(classes.map((entry) => entry.totalLines));
  return { classes, coveredLines, totalLines, percent: totalLines === 0 ? 100 : (coveredLines / totalLines) * 100 };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
