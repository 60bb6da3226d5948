import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Results of the compiler by the hash of everything they depend on; a file each. */
export class CompileCache {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** What was kept under a key; undefined when there is nothing, or nothing readable. */
  read<T>(key: string): T | undefined {
    const path = this.pathOf(key);
    if (!existsSync(path)) {
      return undefined;
    }
    try {
      return JSON.parse(readFileSync(path, 'utf8')) as T;
    } catch {
      // A half-written file of an interrupted run is as good as none: it is written anew.
      return undefined;
    }
  }

  write(key: string, value: unknown): void {
    mkdirSync(this.folder, { recursive: true });
    const path = this.pathOf(key);
    const temporary = `${path}.${process.pid}`;
    writeFileSync(temporary, JSON.stringify(value));
    renameSync(temporary, path);
  }

  private pathOf(key: string): string {
    return join(this.folder, `${key}.json`);
  }
}

export function hashOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(part).update('\u0000');
  }
  return hash.digest('hex').slice(0, 32);
}

/** A hash of parts of the compiler's own source: what it made before it was changed is not used again. */
export function fingerprintOf(...parts: readonly string[]): string {
  const folder = dirname(fileURLToPath(import.meta.url));
  const files = parts.flatMap((part) =>
    readdirSync(join(folder, part))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, part, name)),
  );
  return hashOf(...files.sort().map((file) => readFileSync(file, 'utf8')));
}
