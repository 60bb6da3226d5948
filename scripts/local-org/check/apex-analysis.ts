import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceTree } from '../metadata/source-tree.ts';
import type { CheckResult, Finding } from './finding.ts';
import { runJava } from './java.ts';

interface AnalysedFile {
  readonly path: string;
  readonly messages: readonly { readonly start: { readonly line: number }; readonly category: string; readonly message: string }[];
}

/** Holds the Apex of a project against the platform's types with apex-ls, a checker of others that knows the whole system library. */
export async function checkWithApexLs(project: string): Promise<CheckResult> {
  const { output, errors } = await runJava('io.github.apexdevtools.apexls.CheckForIssues', ['-f', 'json', '-n', '-w', project]);
  let files: readonly AnalysedFile[];
  try {
    ({ files } = JSON.parse(output) as { files: readonly AnalysedFile[] });
  } catch (cause) {
    throw new Error(`apex-ls failed: ${errors.trim() || output.trim()}`, { cause });
  }
  const findings = files.flatMap(({ path, messages }) =>
    messages.map(({ start, category, message }) => ({ path, line: start.line, message: `${message} (apex-ls ${category})` })),
  );
  return { findings };
}

interface Violation {
  readonly rule: string;
  readonly message: string;
  readonly codeLocation: { readonly file: string; readonly startLine: number };
}

/** Runs PMD with the rules of `config/pmd-ruleset.xml` over the classes and triggers of a project. */
export async function checkWithPmd(tree: SourceTree, ruleSet: string): Promise<CheckResult> {
  const filesToScan = [...tree.ofType('ApexClass'), ...tree.ofType('ApexTrigger')].flatMap((component) => component.contentPath ?? []);
  if (filesToScan.length === 0) return { findings: [] };
  const folder = mkdtempSync(join(tmpdir(), 'pmd-'));
  try {
    const input = join(folder, 'input.json');
    const results = join(folder, 'results.json');
    writeFileSync(input, JSON.stringify({ ruleSetInputFile: ruleSet, runDataPerLanguage: { apex: { filesToScan } } }));
    const { exitCode, output, errors } = await runJava('com.salesforce.sfca.pmdwrapper.PmdWrapper', ['run', input, results]);
    if (exitCode !== 0) throw new Error(`PMD failed: ${errors.trim() || output.trim()}`);
    const { violations } = JSON.parse(readFileSync(results, 'utf8')) as { violations: readonly Violation[] };
    return { findings: violations.map(findingOf) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function findingOf({ rule, message, codeLocation }: Violation): Finding {
  return { path: codeLocation.file, line: codeLocation.startLine, message: `${message} (PMD ${rule})` };
}
