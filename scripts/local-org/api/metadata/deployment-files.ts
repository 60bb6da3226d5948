import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deployment } from './deploy-result.ts';

const DAY = 86_400_000;
/** Deployments are remembered as long as on the platform. */
const REMEMBERED = 30 * DAY;
/** For how long what was checked may be deployed without a further test. */
export const VALIDATION_LIFETIME = 10 * DAY;

/** Where deployments are written down, so that the next process can tell of them: a file each, and its archive while it may be deployed yet. */
export class DeploymentFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** All that is remembered, oldest first. */
  load(): Deployment[] {
    const files = readdirSync(this.#folder).filter((name) => name.endsWith('.json'));
    const all = files.map((name) => JSON.parse(readFileSync(join(this.#folder, name), 'utf8')) as Deployment);
    const [kept, old] = [true, false].map((young) => all.filter(({ createdDate }) => isYoung(createdDate, REMEMBERED) === young));
    for (const { id } of old ?? []) rmSync(this.#path(id, 'json'));
    for (const { id, createdDate } of all) if (!isYoung(createdDate, VALIDATION_LIFETIME)) rmSync(this.#path(id, 'zip'), { force: true });
    return (kept ?? []).sort((one, other) => one.id.localeCompare(other.id));
  }

  /** Writes down how far a deployment is; a file is exchanged in one step. */
  save(deployment: Deployment): void {
    const path = this.#path(deployment.id, 'json');
    writeFileSync(`${path}.new`, JSON.stringify(deployment));
    renameSync(`${path}.new`, path);
  }

  /** Keeps the archive of a deployment that was only checked. */
  keepArchive(id: string, archive: Buffer): void {
    writeFileSync(this.#path(id, 'zip'), archive);
  }

  /** The archive of a deployment that was checked of late; undefined when there is none. */
  archiveOf({ id, createdDate }: Deployment): Buffer | undefined {
    const path = this.#path(id, 'zip');
    return isYoung(createdDate, VALIDATION_LIFETIME) && existsSync(path) ? readFileSync(path) : undefined;
  }

  #path(id: string, ending: string): string {
    return join(this.#folder, `${id}.${ending}`);
  }
}

function isYoung(date: string, lifetime: number): boolean {
  return Date.now() - Date.parse(date) < lifetime;
}
