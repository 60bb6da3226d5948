import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, platform, arch } from 'node:os';
import { dirname, join } from 'node:path';
import type { SourceTree } from '../metadata/source-tree.ts';
import type { CheckResult, Finding } from './finding.ts';

/** What the serializer of the platform's own parser says of a mistake. */
interface ParseError {
  readonly message: string;
  readonly error?: { readonly error?: { readonly loc?: { readonly line: number } } };
}

/** Parses every class and trigger with the platform's own parser, where it exists as a program for this machine. */
export async function checkWithOfficialParser(tree: SourceTree): Promise<CheckResult> {
  const program = findProgram();
  if (program === undefined) {
    return { findings: [], leftOut: `The platform's parser was left out: it is not installed for ${platform()}-${arch()}.` };
  }
  const files = [...tree.ofType('ApexClass'), ...tree.ofType('ApexTrigger')].flatMap((component) => component.contentPath ?? []);
  const findings: Finding[] = [];
  const work = files.values();
  const worker = async (): Promise<void> => {
    for (const path of work) findings.push(...(await parse(program, path)));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return { findings };
}

function findProgram(): string | undefined {
  const name = `apex-ast-serializer-${platform()}-${arch()}`;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`@prettier-apex/${name}/package.json`));
    const program = join(folder, name);
    return existsSync(program) ? program : undefined;
  } catch {
    return undefined;
  }
}

function parse(program: string, path: string): Promise<Finding[]> {
  return new Promise((done, failed) => {
    const process = spawn(program, ['-l', path], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    process.stdout.on('data', (chunk) => (output += String(chunk)));
    process.stderr.on('data', (chunk) => (errors += String(chunk)));
    process.on('error', failed);
    process.on('close', () => {
      try {
        done(findingsOf(path, output));
      } catch (cause) {
        failed(new Error(`The platform's parser failed on ${path}: ${errors.trim()}`, { cause }));
      }
    });
  });
}

function findingsOf(path: string, output: string): Finding[] {
  const parsed = JSON.parse(output) as Record<string, { readonly parseErrors?: readonly ParseError[] }>;
  const errors = Object.values(parsed).flatMap((result) => result.parseErrors ?? []);
  return errors.map(({ message, error }) => ({ path, line: error?.error?.loc?.line ?? 1, message }));
}
