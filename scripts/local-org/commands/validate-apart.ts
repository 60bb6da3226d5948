import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import type { Finding } from '../check/finding.ts';
import type { Validation } from './validate.ts';

const CLI = resolve(import.meta.dirname, '../cli.ts');
const LARGEST_REPORT = 64 * 1024 * 1024;

/** What keeps an org with the source of a project from working; found out in a process and an org of its own. */
export function validateApart(project: string): Promise<readonly Finding[]> {
  const argv = ['--disable-warning=ExperimentalWarning', CLI, 'validate', '--source-dir', project];
  return new Promise((found, failed) => {
    execFile(process.execPath, argv, { maxBuffer: LARGEST_REPORT }, (error, output, errors) => {
      try {
        found((JSON.parse(output) as Validation).findings);
      } catch (cause) {
        failed(new Error(`The source could not be tried out: ${errors.trim() || String(error)}`, { cause }));
      }
    });
  });
}
