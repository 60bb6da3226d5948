import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore from 'ignore';

const FILE = '.forceignore';

/**
 * Tells which files a project leaves out of its deployments: what the nearest `.forceignore`, in the folder or above it, names by the rules
 * of `.gitignore`.
 */
export function forceIgnore(folder: string): (path: string) => boolean {
  const root = withForceIgnore(folder);
  if (root === undefined) return () => false;
  const rules = ignore.default().add(readFileSync(join(root, FILE), 'utf8'));
  return (path) => rules.ignores(relative(root, path).split(sep).join('/'));
}

function withForceIgnore(folder: string): string | undefined {
  if (existsSync(join(folder, FILE))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : withForceIgnore(above);
}
