import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const OLDEST_JAVA = 11;
const LARGEST_OUTPUT = 256 * 1024 * 1024;

/** What a Java program left behind. */
export interface JavaOutcome {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

/** Whether a Java is installed that is new enough for the checkers. */
export async function hasJava(): Promise<boolean> {
  const { exitCode, errors } = await run(['-version']);
  const version = /version "(?:1\.)?(\d+)/.exec(errors)?.[1];
  return exitCode === 0 && Number(version) >= OLDEST_JAVA;
}

/** Runs a class of the libraries that come with the Code Analyzer's engine. */
export function runJava(mainClass: string, argv: readonly string[]): Promise<JavaOutcome> {
  const engine = dirname(createRequire(import.meta.url).resolve('@salesforce/code-analyzer-pmd-engine'));
  return run(['-cp', join(engine, 'java-lib', '*'), mainClass, ...argv]);
}

function run(argv: readonly string[]): Promise<JavaOutcome> {
  return new Promise((ended) => {
    execFile('java', argv, { maxBuffer: LARGEST_OUTPUT }, (error, output, errors) => {
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      ended({ exitCode, output, errors });
    });
  });
}
