import type { CompiledProgram } from '../compiler.ts';
import type { CompiledModule } from '../emit/output.ts';
import type { ClassCoverage, CoveredByTest, TestReport } from '../engine-types.ts';
import type { Program } from '../runtime/program.ts';

/** Which executable lines of classes and triggers ran. Test classes don't count. */
export function measureCoverage(program: Program, compiled: CompiledProgram): TestReport['coverage'] {
  const classes: ClassCoverage[] = [];
  for (const module of modulesToCover(compiled)) {
    const counts = program.countersOf(module.file);
    const covered = module.executableLines.filter((line) => counts[line]);
    const uncovered = module.executableLines.filter((line) => !counts[line]);
    const totalLines = module.executableLines.length;
    classes.push({
      name: nameOf(module),
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

/** Tells the tests apart by the lines that ran in each: it looks at the counters when one has ended. */
export class CoverageByTest {
  readonly tests: CoveredByTest[] = [];
  private readonly program: Program;
  private readonly modules: readonly CompiledModule[];
  private readonly seen = new Map<string, Uint32Array>();

  constructor(program: Program, compiled: CompiledProgram) {
    this.program = program;
    this.modules = modulesToCover(compiled);
  }

  /** Notes what ran since the last look as the work of this test; without a test it belongs to none. */
  note(test?: { readonly className: string; readonly methodName: string }): void {
    const classes: { name: string; covered: number[] }[] = [];
    for (const module of this.modules) {
      const counts = this.program.countersOf(module.file);
      const before = this.seen.get(module.file);
      const covered = module.executableLines.filter((line) => (counts[line] ?? 0) > (before?.[line] ?? 0));
      if (covered.length === 0) continue;
      this.seen.set(module.file, counts.slice());
      classes.push({ name: nameOf(module), covered });
    }
    if (test !== undefined) this.tests.push({ className: test.className, methodName: test.methodName, classes });
  }
}

function modulesToCover(compiled: CompiledProgram): CompiledModule[] {
  return compiled.modules.filter((module) => !module.isTest && module.executableLines.length > 0);
}

function nameOf(module: CompiledModule): string {
  return module.trigger?.name ?? module.classes[0]?.name ?? module.file;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
