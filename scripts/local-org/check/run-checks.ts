import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkWithApexLs, checkWithPmd } from './apex-analysis.ts';
import { checkComponentImports } from './component-imports.ts';
import type { CheckResult, Finding } from './finding.ts';
import { hasJava } from './java.ts';
import { checkField } from './field-rules.ts';
import { checkFlow } from './flows.ts';
import { checkElements, maybeOfEarlierVersion } from './metadata-elements.ts';
import { DESCRIBED_API_VERSION, readMetadataTypes } from './metadata-types.ts';
import { readSourceProject } from './source-project.ts';
import { checkWithOfficialParser } from './official-parser.ts';
import { checkPermissions } from './permission-rules.ts';
import { checkReferences } from './references.ts';
import type { Named } from './references.ts';

/** What to check, and by which rules. */
export interface CheckInput extends Named {
  /** The project's folder, with its `sfdx-project.json`. */
  readonly project: string;
}

/** What all checks have to say: findings by path and line, and a sentence for every check that could not be done. */
export interface CheckReport {
  readonly findings: readonly Finding[];
  readonly leftOut: readonly string[];
}

/** The project's own rules for PMD. */
const PMD_RULES = 'config/pmd-ruleset.xml';
const NO_JAVA = 'apex-ls and PMD were left out: they need Java 11 or newer.';

/** Runs every check but the compiler's own: the platform's parser, apex-ls and PMD where there is Java, metadata, imports of components. */
export async function runChecks(input: CheckInput): Promise<CheckReport> {
  const results: CheckResult[] = [
    checkMetadataOfVersion(input),
    { findings: checkComponentImports(input) },
    await checkWithOfficialParser(input.tree),
    ...((await hasJava()) ? [await analyse(input), await checkWithRules(input)] : [{ findings: [], leftOut: NO_JAVA }]),
  ];
  return {
    findings: sorted(results.flatMap((result) => result.findings)),
    leftOut: results.flatMap((result) => result.leftOut ?? []),
  };
}

/** The checks of metadata, as far as they can be told of files that were written for an earlier version of the API. */
export function checkMetadataOfVersion(input: CheckInput): CheckResult {
  const findings = checkMetadata(input);
  const { apiVersion } = readSourceProject(input.project);
  if (apiVersion === undefined || apiVersion >= DESCRIBED_API_VERSION) return { findings };
  const sure = findings.filter((finding) => !maybeOfEarlierVersion(finding));
  const leftOut = `Elements and values unknown to version ${DESCRIBED_API_VERSION} of the Metadata API were left out: the source is of version ${apiVersion}.`;
  return { findings: sure, ...(sure.length < findings.length && { leftOut }) };
}

/** apex-ls takes a namespace for that of a package that is not there. */
async function analyse({ project }: CheckInput): Promise<CheckResult> {
  const { namespace } = readSourceProject(project);
  return namespace === undefined
    ? checkWithApexLs(project)
    : { findings: [], leftOut: `apex-ls was left out: it does not read a source with a namespace (${namespace}).` };
}

/** What PMD finds is a matter of style, so only by the rules that a project has chosen. */
export async function checkWithRules({ tree, project }: CheckInput): Promise<CheckResult> {
  const rules = join(project, PMD_RULES);
  return existsSync(rules)
    ? checkWithPmd(tree, rules)
    : { findings: [], leftOut: `PMD was left out: the project has no rules of its own in ${PMD_RULES}.` };
}

/** Checks the metadata files of a project, each once: elements and values, names of other components, rights that go together. */
export function checkMetadata({ tree, schema }: Named): Finding[] {
  const types = readMetadataTypes();
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const component of tree.components) {
    if (seen.has(component.path) || !component.path.endsWith('.xml')) continue;
    seen.add(component.path);
    findings.push(
      ...checkElements(types, component),
      ...checkField(component),
      ...checkReferences({ tree, schema }, component),
      ...checkPermissions({ tree, schema }, component),
      ...checkFlow({ tree, schema }, component),
    );
  }
  return findings;
}

/** By path and line; what two checks say in the same words is said once. */
export function sorted(findings: readonly Finding[]): Finding[] {
  const unique = new Map(findings.map((finding) => [`${finding.path}:${finding.line}:${finding.message}`, finding]));
  return [...unique.values()].sort((one, other) => one.path.localeCompare(other.path) || one.line - other.line);
}
