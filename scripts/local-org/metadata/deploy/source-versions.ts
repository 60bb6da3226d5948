import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFolder } from './source-folder.ts';

/** The file that names the current version. */
const POINTER = 'current';

/**
 * The source of an org that takes deployments: the version it was opened from and, while a deployment is tried out, the next one. Each
 * has a folder of its own and never moves, so that what was compiled for the trial counts when the org is opened from it.
 */
export class SourceVersions {
  readonly #folder: string;
  #number: number;

  /** `definition` is the scratch-org definition that shapes an org without source, as a file. */
  constructor(folder: string, definition: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    const pointer = join(folder, POINTER);
    this.#number = existsSync(pointer) ? Number(readFileSync(pointer, 'utf8')) : 1;
    this.#removeOthers();
    this.current.begin(definition);
    this.#point();
  }

  /** The number of the version that the org is opened from. */
  get number(): number {
    return this.#number;
  }

  /** The version that the org is opened from. */
  get current(): SourceFolder {
    return this.#version(this.#number);
  }

  /** The version after it, once it was begun. */
  get next(): SourceFolder {
    return this.#version(this.#number + 1);
  }

  /** Copies the current version, for a deployment to change. */
  begin(): SourceFolder {
    return this.current.copyTo(this.next.path);
  }

  /** Makes the next version the current one. */
  advance(): void {
    this.#number += 1;
    this.#point();
    this.#removeOthers();
  }

  /** Removes the next version. */
  discard(): void {
    rmSync(this.next.path, { recursive: true, force: true });
  }

  #version(number: number): SourceFolder {
    return new SourceFolder(join(this.#folder, String(number)));
  }

  /** The pointer is exchanged in one step: after a crash it names the one version or the other. */
  #point(): void {
    const pointer = join(this.#folder, POINTER);
    writeFileSync(`${pointer}.new`, String(this.#number));
    renameSync(`${pointer}.new`, pointer);
  }

  #removeOthers(): void {
    for (const name of readdirSync(this.#folder)) {
      if (name !== POINTER && name !== String(this.#number)) rmSync(join(this.#folder, name), { recursive: true, force: true });
    }
  }
}
