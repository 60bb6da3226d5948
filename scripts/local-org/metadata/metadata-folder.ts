import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { typeOfEnding } from './component-types.ts';
import { BadComponent, isManifest, readComponents } from './deploy/metadata-format.ts';
import { SetUpError } from './set-up-error.ts';

/** A file of a source tree that a folder in the Metadata API's format stands for. */
export interface StandsFor {
  /** Where a source tree has the file, absolute: `objects/Job__c/fields/Hours__c.field-meta.xml` under the folder. */
  readonly sourcePath: string;
  readonly content: Buffer;
  /** The file that it comes from: the whole object's, or the code that it describes. */
  readonly originalPath: string;
}

const META_ENDING = '-meta.xml';

/**
 * Whether a folder is in the Metadata API's format, as Ant and older tools keep it: a `package.xml`, and beside it folders of
 * components whose files say themselves what they are (`objects/Account.object`).
 */
export function isMetadataFolder(folder: string): boolean {
  return (
    existsSync(join(folder, 'package.xml')) &&
    readdirSync(folder, { withFileTypes: true }).some((entry) => entry.isDirectory() && holdsComponents(join(folder, entry.name)))
  );
}

function holdsComponents(folder: string): boolean {
  return readdirSync(folder).some((name) => {
    const fileName = name.endsWith(META_ENDING) ? name.slice(0, -META_ENDING.length) : name;
    return typeOfEnding(fileName.slice(fileName.lastIndexOf('.') + 1), folder.split(sep)) !== undefined;
  });
}

/**
 * The descriptions of all components of such a folder, as a source tree would have them.
 * @throws SetUpError that names the file: broken XML, a metadata type that is not known.
 */
export function readMetadataFolder(folder: string): StandsFor[] {
  try {
    return readComponents(filesOf(folder)).flatMap(({ archivePath, files }) =>
      files
        .filter(({ path }) => path.endsWith(META_ENDING))
        .map(({ path, content }) => ({ sourcePath: join(folder, path), content, originalPath: join(folder, archivePath) })),
    );
  } catch (cause) {
    if (!(cause instanceof BadComponent)) throw cause;
    throw new SetUpError(`${join(folder, cause.archivePath)}:${cause.line}: ${cause.message}`, { cause });
  }
}

/** Files in folders of components, by their path with slashes; documents are content that nothing here depends on. */
function filesOf(folder: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).replaceAll(sep, '/');
    const isComponent = name.includes('/') && !name.startsWith('documents/') && !/(?:^|\/)\./.test(name) && !isManifest(name);
    if (entry.isFile() && isComponent) files.set(name, readFileSync(path));
  }
  return files;
}
