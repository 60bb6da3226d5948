import { readFileSync } from 'node:fs';
import { checkWithApexLs, checkWithPmd } from './apex-analysis.ts';
import { checkComponentImports } from './component-imports.ts';
import type { CheckResult, Finding } from './finding.ts';
import { hasJava } from './java.ts';
import { checkField } from './field-rules.ts';
import { checkFlow } from './flows.ts';
import { checkElements } from './metadata-elements.ts';
import { readMetadataTypes } from './metadata-types.ts';
import { checkWithOfficialParser } from './official-parser.ts';
import { checkPermissions } from './permission-rules.ts';
import { checkReferences } from './references.ts';
import type { Named } from './references.ts';
import { parseXmlLines } from './xml-lines.ts';

/** What to check, and by which rules. */
export interface CheckInput extends Named {
  /** The project's folder, with its `sfdx-project.json`. */
  readonly project: string;
  /** The file with PMD's rules. */
  readonly pmdRules: string;
}

/** What all checks have to say: findings by path and line, and a sentence for every check that could not be done. */
export interface CheckReport {
  readonly findings: readonly Finding[];
  readonly leftOut: readonly string[];
}

const NO_JAVA = 'apex-ls and PMD were left out: they need Java 11 or newer.';

/** Runs every check but the compiler's own: the platform's parser, apex-ls and PMD where there is Java, metadata, imports of components. */
export async function runChecks(input: CheckInput): Promise<CheckReport> {
  const results: CheckResult[] = [
    { findings: checkMetadata(input) },
    { findings: checkComponentImports(input) },
    await checkWithOfficialParser(input.tree),
    ...((await hasJava())
      ? [await checkWithApexLs(input.project), await checkWithPmd(input.tree, input.pmdRules)]
      : [{ findings: [], leftOut: NO_JAVA }]),
  ];
  return {
    findings: sorted(results.flatMap((result) => result.findings)),
    leftOut: results.flatMap((result) => result.leftOut ?? []),
  };
}

/** Checks the metadata files of a project, each once: elements and values, names of other components, rights that go together. */
export function checkMetadata({ tree, schema }: Named): Finding[] {
  const types = readMetadataTypes();
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const component of tree.components) {
    if (seen.has(component.path) || !component.path.endsWith('.xml')) continue;
    seen.add(component.path);
    const root = parseXmlLines(readFileSync(component.path, 'utf8'));
    if (root === undefined) continue;
    findings.push(...checkElements(types, component.path, root));
    findings.push(...checkField(component, root));
    findings.push(...checkReferences({ tree, schema }, component, root));
    findings.push(...checkPermissions({ tree, schema }, component, root));
    findings.push(...checkFlow({ tree, schema }, component, root));
  }
  return findings;
}

/** By path and line; what two checks say in the same words is said once. */
export function sorted(findings: readonly Finding[]): Finding[] {
  const unique = new Map(findings.map((finding) => [`${finding.path}:${finding.line}:${finding.message}`, finding]));
  return [...unique.values()].sort((one, other) => one.path.localeCompare(other.path) || one.line - other.line);
}
