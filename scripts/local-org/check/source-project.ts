import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a project says of its source as a whole. */
export interface SourceProject {
  /** The version of the Metadata API that its files are written for; undefined when it names none. */
  readonly apiVersion: number | undefined;
  /** The namespace of its package, when it has one. */
  readonly namespace: string | undefined;
}

/** Reads `sfdx-project.json`; a folder without one says nothing. */
export function readSourceProject(folder: string): SourceProject {
  const file = join(folder, 'sfdx-project.json');
  if (!existsSync(file)) return { apiVersion: undefined, namespace: undefined };
  const { sourceApiVersion, namespace } = JSON.parse(readFileSync(file, 'utf8')) as { sourceApiVersion?: string; namespace?: string };
  return {
    apiVersion: sourceApiVersion === undefined ? undefined : Number(sourceApiVersion),
    namespace: namespace === undefined || namespace === '' ? undefined : namespace,
  };
}
