import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SetUpError } from './set-up-error.ts';

/** What of a scratch-org definition shapes the local org. */
export interface ScratchDefinition {
  readonly orgName?: string;
  readonly edition?: string;
  readonly features?: readonly string[];
  /** Settings by Metadata API name, first letter lower case: `{ "opportunitySettings": {...} }`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Per standard object, its name with a small first letter: `{ "account": { "sharingModel": "read" } }`. */
  readonly objectSettings?: Readonly<Record<string, { readonly sharingModel?: string; readonly defaultRecordType?: string }>>;
}

/**
 * Reads `config/project-scratch-def.json` of the project that a folder is, or belongs to; a project without one gets a plain Developer
 * Edition.
 * @throws SetUpError when the file is not JSON.
 */
export function readScratchDefinition(folder: string): ScratchDefinition {
  const path = join(projectOf(folder) ?? folder, 'config', 'project-scratch-def.json');
  if (!existsSync(path)) {
    return { edition: 'Developer' };
  }
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ScratchDefinition;
  } catch (cause) {
    throw new SetUpError(`${path} is not valid JSON; mend the file.`, { cause });
  }
}

/** The nearest folder upwards that is a project. */
function projectOf(folder: string): string | undefined {
  const here = resolve(folder);
  if (existsSync(join(here, 'sfdx-project.json'))) return here;
  return dirname(here) === here ? undefined : projectOf(dirname(here));
}
