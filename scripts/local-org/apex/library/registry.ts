import { classes as apexPagesClasses } from './apex-pages/index.ts';
import { classes as approvalClasses } from './approval/index.ts';
import { classes as cacheClasses } from './cache/index.ts';
import { compilerClasses } from './compiler-classes.ts';
import { classes as connectApiClasses } from './connect-api/index.ts';
import type { ProjectScript } from '../dataweave/project-scripts.ts';
import { dataWeaveClasses } from './data-weave/index.ts';
import { classes as databaseClasses } from './database/index.ts';
import type { LibraryClass, Native, NativeProperty } from './declaration.ts';
import { classes as domClasses } from './dom/index.ts';
import { classes as eventBusClasses } from './event-bus/index.ts';
import { classes as flowClasses } from './flow/index.ts';
import { classes as formulaClasses } from './formula-eval/index.ts';
import { classes as invocableClasses } from './invocable/index.ts';
import { classes as messagingClasses } from './messaging/index.ts';
import { classes as metadataClasses } from './metadata/index.ts';
import { classes as schemaClasses } from './schema/index.ts';
import { classes as searchClasses } from './search/index.ts';
import { classes as systemClasses } from './system/index.ts';
import { classes as visualEditorClasses } from './visual-editor/index.ts';

/** Every class of the system library, and the way to the natives behind their members. */
export interface Library {
  readonly classes: readonly LibraryClass[];
  /** By the full name without type parameters, in any case: `system.list`. */
  find(name: string): LibraryClass | undefined;
  /** The body of a method or constructor. */
  native(className: string, signature: string): Native;
  /** The body of a property. */
  property(className: string, signature: string): NativeProperty;
  /** Changes whenever a declaration does: part of the key of compiled output. */
  readonly fingerprint: string;
}

/** The library of the local org: every namespace, the classes that the compiler gives meaning to, and those of a project's DataWeave scripts. */
export function loadLibrary(scripts: ReadonlyMap<string, ProjectScript> = new Map()): Library {
  return createLibrary([
    ...compilerClasses,
    ...systemClasses,
    ...databaseClasses,
    ...dataWeaveClasses(scripts),
    ...schemaClasses,
    ...searchClasses,
    ...domClasses,
    ...messagingClasses,
    ...metadataClasses,
    ...eventBusClasses,
    ...invocableClasses,
    ...formulaClasses,
    ...flowClasses,
    ...visualEditorClasses,
    ...connectApiClasses,
    ...cacheClasses,
    ...approvalClasses,
    ...apexPagesClasses,
  ]);
}

/** A library of the given classes. Throws when a class is declared twice. */
export function createLibrary(classes: readonly LibraryClass[]): Library {
  const byName = new Map<string, LibraryClass>();
  for (const declared of classes) {
    const key = nameWithoutParameters(declared.name).toLowerCase();
    if (byName.has(key)) {
      throw new Error(`The library declares ${declared.name} twice.`);
    }
    byName.set(key, declared);
  }
  const find = (name: string): LibraryClass | undefined => byName.get(name.toLowerCase());
  const member = (className: string, signature: string): Native | NativeProperty => {
    const found = find(className)?.members[signature];
    if (!found) {
      throw new Error(`The library has no ${className} "${signature}".`);
    }
    return found;
  };
  return {
    classes,
    find,
    native: (className, signature) => member(className, signature) as Native,
    property: (className, signature) => {
      const found = member(className, signature);
      return typeof found === 'function' ? { get: found } : found;
    },
    fingerprint: classes
      .map(
        (declared) =>
          `${declared.name}:${declared.extends ?? ''}:${(declared.values ?? []).join(',')}:${Object.keys(declared.members).join(';')}`,
      )
      .join('\n'),
  };
}

/** `System.Map<K, V>` -> `System.Map`. */
export function nameWithoutParameters(name: string): string {
  const open = name.indexOf('<');
  return open < 0 ? name : name.slice(0, open);
}
