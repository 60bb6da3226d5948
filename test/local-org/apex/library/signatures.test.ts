import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadLibrary, nameWithoutParameters } from '../../../../scripts/local-org/apex/library/registry.ts';
import type { LibraryClass } from '../../../../scripts/local-org/apex/library/declaration.ts';
import { parseSignature } from '../../../../scripts/local-org/apex/types/signature.ts';
import type { Signature } from '../../../../scripts/local-org/apex/types/signature.ts';
import { formatTypeName } from '../../../../scripts/local-org/apex/types/type-name.ts';
import { readPlatformTypes } from './platform-types.ts';
import type { PlatformMember } from './platform-types.ts';

const folder = '../../../../node_modules/@salesforce/code-analyzer-pmd-engine/dist/java-lib/';
const platform = readPlatformTypes(fileURLToPath(new URL(`${folder}standard-types-65.0.0.jar`, import.meta.url)));

/** Classes of the local org's own: static methods of settings, which the platform has on each object; labels. */
const OWN = new Set([
  'system.hierarchysetting',
  'system.listsetting',
  'system.custommetadata',
  'system.fieldforerror',
  'system.label.site',
  'system.page',
  'system.formulavalidationexception',
]);

/** Classes that are newer than the jar, or that it lacks. */
const MISSING_IN_JAR = new Set([
  'database.paginationcursor',
  'database.cursorfetchresult',
  'cache.session.sessioncacheexception',
  'site.externalusercreateexception',
  'system.dataweavescriptexception',
]);

/** The jar runs the names of inner classes together: `Invocable.Action.Result` is `invocable.actionresult`. */
function jarName(name: string): string {
  const lower = name.toLowerCase();
  return lower === 'system.object' ? 'internal.object' : lower.replace(/^(\w+\.\w+)\.(\w+)$/, '$1$2');
}

/** The same within the types of a signature, which leave `System` out. */
function jarTypes(type: string): string {
  const joined = type.toLowerCase().replace(/\w+\.\w+\.\w+/g, jarName);
  return joined.replace(/(\w+)\.(\w+)/g, (name, outer: string, inner: string) =>
    platform.has(`system.${outer}${inner}`) ? outer + inner : name,
  );
}

/** What every value answers, and members whose types the jar describes more narrowly than Apex has them, or that are newer. */
const ALLOWED = [
  / (?:equals|hashcode|tostring|clone)\(/i,
  / start\(Database\.BatchableContext /,
  / get(?:Pagination)?Cursor(?:WithBinds)?\(/,
  /^new\(Map<String, Object> variables\)/,
  / (?:setBodyDocument|insertBefore|removeChild)\(/,
  /RelatedPersonAccountId/,
  / (?:get|contains)\(Set<String> keys\)/,
  / setFixedSearchResults\(/,
  / setCurrentPage(?:Reference)?\(/,
  / messageSegments$/,
  / Builder\(\)$/,
];

function describe({ name, isStatic, type, parameters, kind }: Signature): string {
  const types = parameters.map((parameter) => jarTypes(formatTypeName(parameter.type)));
  const result = type ? jarTypes(formatTypeName(type)) : 'void';
  return `${isStatic ? 'static ' : ''}${result} ${name.toLowerCase()}${kind === 'property' ? '' : `(${types.join(',')})`}`;
}

function describePlatform({ name, isStatic, returnType, parameters }: PlatformMember): string {
  return `${isStatic ? 'static ' : ''}${returnType} ${name === '<init>' ? 'new' : name}${parameters ? `(${parameters.join(',')})` : ''}`;
}

function unknownMembers(declared: LibraryClass): string[] {
  const name = nameWithoutParameters(declared.name).toLowerCase();
  const members = platform.get(jarName(name));
  if (!members) {
    return [`${declared.name} is no class of the platform`];
  }
  const known = new Set(members.map(describePlatform));
  return Object.keys(declared.members)
    .filter((text) => !ALLOWED.some((pattern) => pattern.test(text)))
    .filter((text) => !known.has(describe(parseSignature(text))))
    .map((text) => `${declared.name}: ${text}`);
}

test('every declared signature exists on the platform', () => {
  const { classes } = loadLibrary();
  const isKnown = (name: string): boolean => !OWN.has(name) && !MISSING_IN_JAR.has(name);
  const unknown = classes.filter((declared) => isKnown(nameWithoutParameters(declared.name).toLowerCase())).flatMap(unknownMembers);
  assert.deepEqual(unknown, []);
});

test('enums have the constants of the platform', () => {
  const { classes } = loadLibrary();
  const enums = classes.filter((declared) => declared.kind === 'enum');
  for (const declared of enums) {
    const members = platform.get(declared.name.toLowerCase()) ?? [];
    const constants = new Set(members.filter((member) => member.isStatic && !member.parameters).map((member) => member.name));
    assert.deepEqual(
      (declared.values ?? []).filter((value) => !constants.has(value.toLowerCase()) && value !== 'UNDEFINED'),
      [],
      declared.name,
    );
  }
  assert.ok(enums.length > 5);
});
