/**
 * A process that bundles components once and ends: `node bundle-process.ts REQUEST`, the request as JSON. What is wrong with the
 * components goes to the error stream as one sentence, with exit code 1.
 */
import { writeFileSync } from 'node:fs';
import { readProject } from '../../metadata/read-project.ts';
import { bundleApplication, bundleSyntheticShadow } from './bundle-application.ts';

export interface BundleRequest {
  readonly folders: readonly string[];
  readonly root: string;
  readonly compiledFolder: string;
  /** The folder to write the scripts into. */
  readonly target: string;
  /** The file to write the answer into. */
  readonly factsFile: string;
}

export interface BundleAnswer {
  readonly schemaReferences: readonly { readonly reference: string; readonly importer: string }[];
}

if (import.meta.main) {
  const request = JSON.parse(process.argv[2] ?? '{}') as BundleRequest;
  try {
    const tree = readProject(request.folders);
    const [schemaReferences] = await Promise.all([bundleApplication(tree, request), bundleSyntheticShadow(request)]);
    const answer: BundleAnswer = { schemaReferences };
    writeFileSync(request.factsFile, JSON.stringify(answer));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
