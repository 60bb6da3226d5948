import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readProject } from '../metadata/read-project.ts';

const CLI = resolve(import.meta.dirname, '../cli.ts');
/** Often enough to seem at once; a look at a thousand files takes some hundredths of a second. */
const LOOK_MILLISECONDS = 500;

/**
 * Runs the tests of a project, and again whenever one of its files changes: each time in a process of its own, so that nothing of the
 * last run remains. Ends when the process is stopped.
 *
 * @param argv The options of the run, `--watch` among them.
 */
export async function watchTests(project: string, argv: readonly string[]): Promise<never> {
  const { folders } = readProject([project]);
  const options = argv.filter((option) => option !== '--watch');
  for (;;) {
    const before = fingerprint(folders);
    await runOnce(options);
    process.stderr.write('Waiting for a change; Ctrl+C ends.\n');
    while (fingerprint(folders) === before) await setTimeout(LOOK_MILLISECONDS);
  }
}

function runOnce(options: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, 'test', ...options], { stdio: 'inherit' });
  return new Promise((ended) => child.once('close', () => ended()));
}

/** The times at which the files under these folders were last changed, in one text: it differs when any of them was touched. */
function fingerprint(folders: readonly string[]): string {
  return folders
    .flatMap((folder) => filesIn(folder).map((path) => `${path} ${statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0}`))
    .join('\n');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
