import { FormulaError } from '../data/formula/formula-error.ts';
import { Org } from '../data/org.ts';
import { buildSchema } from '../data/schema/build-schema.ts';
import type { Schema } from '../data/schema/description.ts';
import type { ScratchDefinition } from '../metadata/scratch-definition.ts';
import { SetUpError } from '../metadata/set-up-error.ts';
import { createSourceTree } from '../metadata/source-tree.ts';
import type { Component, SourceTree } from '../metadata/source-tree.ts';
import type { Finding } from './finding.ts';

/** What keeps an org from being set up of a source tree, and the schema of all that fits. */
export interface SetUpReport {
  readonly findings: readonly Finding[];
  readonly schema: Schema;
}

const PLACE = /^(\/.*?|[A-Z]:\\.*?)(?::(\d+))?: (.+)$/s;

/**
 * Sets an org up in memory, leaving out one component after the other that does not fit, so that all that is wrong is told at once.
 *
 * @throws SetUpError when what is wrong can't be left out.
 */
export function checkSetUp(tree: SourceTree, definition: ScratchDefinition): SetUpReport {
  const findings: Finding[] = [];
  const leftOut: string[] = [];
  for (let rest = tree; ;) {
    const problem = problemOf(rest, definition);
    if (problem === undefined) return { findings, schema: buildSchema(rest, definition) };
    const finding = findingOf(problem, rest);
    const unfit = rest.components.filter(({ path }) => path === finding?.path);
    if (finding === undefined || unfit.length === 0) throw problem;
    // What misses only what was left out is right as it is.
    if (!leftOut.some((name) => finding.message.includes(name))) findings.push(finding);
    leftOut.push(...unfit.map(({ name }) => name));
    rest = createSourceTree(
      rest.folders,
      rest.components.filter((component) => !unfit.includes(component)),
    );
  }
}

function problemOf(tree: SourceTree, definition: ScratchDefinition): SetUpError | undefined {
  try {
    new Org(tree, definition).close();
    return undefined;
  } catch (problem) {
    if (problem instanceof SetUpError) return problem;
    throw problem;
  }
}

/** Where a problem lies and what it is; undefined when it names no file. */
function findingOf(problem: SetUpError, tree: SourceTree): Finding | undefined {
  const [, path, line = '1', message] = PLACE.exec(problem.message) ?? [];
  if (path !== undefined && message !== undefined) return { path, line: Number(line), message };
  if (!(problem instanceof FormulaError)) return undefined;
  const owner = tree.find('CustomField', problem.where) ?? tree.find('ValidationRule', problem.where);
  return owner && { path: owner.path, line: lineOfFormula(owner), message: problem.message };
}

function lineOfFormula({ xml }: Component): number {
  const [formula] = ['formula', 'errorConditionFormula', 'defaultValue'].flatMap((name) => xml.child(name) ?? []);
  return formula?.line ?? 1;
}
