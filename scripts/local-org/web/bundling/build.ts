import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BundleAnswer, BundleRequest } from './bundle-process.ts';
import { LOCAL_MODULES, SHELL_MODULES } from './component-sources.ts';

/** What a build of the components and the shell needs. */
export interface ComponentBuildOptions {
  /** The folders with the package's source. */
  readonly folders: readonly string[];
  /** The folder that has `node_modules` in it. */
  readonly root: string;
  /** Where builds and compiled files are kept between starts. */
  readonly cacheFolder: string;
}

/** A finished build: a folder with `app.js` and `synthetic-shadow.js`, named by the content it was made of. */
export interface ComponentBuild {
  readonly name: string;
  readonly folder: string;
  /** What the components name by `@salesforce/schema`, with the file that does. */
  readonly schemaReferences: readonly { readonly reference: string; readonly importer: string }[];
}

const BUNDLE_PROCESS = path.join(import.meta.dirname, 'bundle-process.ts');
const FACTS_FILE = 'facts.json';
const UNFINISHED = '.unfinished-';
const HOUR = 3_600_000;
const OF_COMPONENTS = /(^|\/)(lwc|labels|customPermissions|staticresources)\//;

const running = new Map<string, Promise<ComponentBuild>>();

/**
 * Bundles the package's components with the shell and the base components, or finds the build that was made of the same sources.
 * It works in a process of its own: beside whatever else a start does, and giving its memory back.
 * @throws Error that names the file and says what is wrong when a component does not compile or imports what does not exist.
 */
export async function buildComponents(options: ComponentBuildOptions): Promise<ComponentBuild> {
  const name = fingerprint(options);
  const folder = path.join(options.cacheFolder, 'builds', name);
  const finished = existsSync(folder) ? readFinished(name, folder) : undefined;
  if (finished) return finished;
  const known = running.get(folder);
  if (known) return known;
  const build = bundle(options, name, folder).finally(() => running.delete(folder));
  running.set(folder, build);
  return build;
}

async function bundle(options: ComponentBuildOptions, name: string, folder: string): Promise<ComponentBuild> {
  const { folders, root, cacheFolder } = options;
  const builds = path.dirname(folder);
  mkdirSync(builds, { recursive: true });
  // A folder of its own: another process may be at the same build.
  const unfinished = mkdtempSync(`${folder}${UNFINISHED}`);
  try {
    await runBundleProcess({
      folders,
      root,
      compiledFolder: path.join(cacheFolder, 'compiled'),
      target: unfinished,
      factsFile: path.join(unfinished, FACTS_FILE),
    });
    removeEarlier(builds, name);
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } catch (error) {
    // Whoever was quicker made the very same build.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return readFinished(name, folder);
}

/** Removes builds of other sources, and what processes that were stopped left unfinished. */
function removeEarlier(builds: string, name: string): void {
  for (const earlier of readdirSync(builds)) {
    const entry = path.join(builds, earlier);
    const abandoned = earlier.includes(UNFINISHED) && Date.now() - (statSync(entry, { throwIfNoEntry: false })?.mtimeMs ?? 0) > HOUR;
    if (abandoned || (earlier !== name && !earlier.includes(UNFINISHED))) rmSync(entry, { recursive: true, force: true });
  }
}

function readFinished(name: string, folder: string): ComponentBuild {
  const { schemaReferences } = JSON.parse(readFileSync(path.join(folder, FACTS_FILE), 'utf8')) as BundleAnswer;
  return { name, folder, schemaReferences };
}

function runBundleProcess(request: BundleRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', BUNDLE_PROCESS, JSON.stringify(request)],
      (error, _output, errorText) => {
        if (error) reject(new Error(errorText.trim() || error.message));
        else resolve();
      },
    );
  });
}

function fingerprint(options: ComponentBuildOptions): string {
  const hash = createHash('sha256');
  const add = (file: string): void => void hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  for (const folder of options.folders)
    filesUnder(folder)
      .filter((file) => OF_COMPONENTS.test(file))
      .forEach(add);
  for (const folder of [LOCAL_MODULES, SHELL_MODULES, import.meta.dirname]) filesUnder(folder).forEach(add);
  add(path.join(options.root, 'package-lock.json'));
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('__tests__'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
