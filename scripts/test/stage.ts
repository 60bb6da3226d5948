import { spawn } from 'node:child_process';

/** What a stage counted: checks or tests. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** A word more for the stage's line, such as the coverage. */
  readonly note?: string;
}

/** One part of the test run: a command, and how to read what it printed. */
export interface Stage {
  readonly name: string;
  readonly command: string;
  readonly parameters: readonly string[];
  readonly read: (result: StageResult) => Tally;
}

export interface StageResult {
  readonly exitCode: number;
  readonly output: string;
}

/** A command that is one check: it passes or fails as a whole. */
export function singleCheck({ exitCode }: StageResult): Tally {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A command that fails without having counted a failure has failed once. */
export function withExitCode(tally: Tally, { exitCode }: StageResult): Tally {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** Runs the stage's command; what it prints is kept, not shown. */
export function runStage(stage: Stage, folder: string): Promise<StageResult> {
  return new Promise((resolve, reject) => {
    const chunks: string[] = [];
    const child = spawn(stage.command, stage.parameters, { cwd: folder, env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' } });
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
    child.on('error', (cause) => reject(new Error(`${stage.name}: ${stage.command} cannot be started; run npm ci.`, { cause })));
    child.on('close', (exitCode) => resolve({ exitCode: exitCode ?? 1, output: chunks.join('') }));
  });
}

/** Runs the work for each item, at most `limit` of them at once, in the order of the list. */
export async function inParallel<Item>(items: readonly Item[], limit: number, work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: limit }, worker));
}
