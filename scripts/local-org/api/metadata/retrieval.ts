import { readComponents } from '../../metadata/deploy/metadata-format.ts';
import type { DeployedComponent } from '../../metadata/deploy/metadata-format.ts';
import { writeComponents } from '../../metadata/deploy/metadata-writer.ts';
import type { Wanted } from '../../metadata/deploy/metadata-writer.ts';
import { writeZip } from '../../metadata/deploy/zip-archive.ts';
import type { SourceTree } from '../../metadata/source-tree.ts';
import { ApiError } from '../errors.ts';
import { escapeText } from '../soap.ts';

/** The folder of an archive that holds what belongs to no package. */
const ROOT = 'unpackaged';
const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
/** Types whose components hold those of other types: asking for all of the first gives the second too. */
const HOLDERS: Readonly<Record<string, string>> = { CustomLabel: 'CustomLabels' };

/** The archive of a `RetrieveResult`, with what was asked for and not found. */
export interface Retrieval {
  readonly archive: Buffer;
  readonly components: readonly DeployedComponent[];
  readonly missing: readonly { readonly type: string; readonly fullName: string }[];
}

/** Packs the components that a request names. `unpackaged` is the manifest of the request, as SOAP gives it. */
export function retrieve(tree: SourceTree, unpackaged: unknown, version: string): Retrieval {
  const asked = membersOf(unpackaged);
  const files = writeComponents(tree, wantedBy(asked));
  const components = readComponents(files);
  const present = new Set(components.map(({ type, fullName }) => `${type}:${fullName}`));
  const missing = asked.filter(({ type, fullName }) => fullName !== '*' && !present.has(`${type}:${fullName}`));
  const entries = new Map([...files].map(([path, content]) => [`${ROOT}/${path}`, content]));
  entries.set(`${ROOT}/package.xml`, Buffer.from(manifest(components, version)));
  return { archive: writeZip(entries), components, missing };
}

/** The components of some types, as `listMetadata` has them. */
export function listComponents(tree: SourceTree, types: readonly string[]): DeployedComponent[] {
  const names = new Set(types.map((type) => HOLDERS[type] ?? type));
  const holdsParts = (type: string): boolean => type === 'CustomObject' && types.some((wanted) => wanted !== 'CustomObject');
  const components = readComponents(writeComponents(tree, (type) => names.has(type) || types.includes(type) || holdsParts(type)));
  return components.filter(({ type }) => types.includes(type));
}

function wantedBy(asked: readonly { type: string; fullName: string }[]): Wanted {
  const wanted = new Set(asked.map(({ type, fullName }) => `${type}:${fullName}`));
  return (type, fullName) => wanted.has(`${type}:*`) || wanted.has(`${type}:${fullName}`);
}

function membersOf(unpackaged: unknown): { type: string; fullName: string }[] {
  const { types } = (unpackaged ?? {}) as { types?: unknown };
  const list = Array.isArray(types) ? types : types === undefined ? [] : [types];
  return list.flatMap((entry: unknown) => {
    const { name, members } = entry as { name?: unknown; members?: unknown };
    if (typeof name !== 'string') throw new ApiError(400, 'INVALID_TYPE', 'Each of the types of a retrieval needs its name');
    const names = Array.isArray(members) ? members : members === undefined ? [] : [members];
    return names.map((member) => ({ type: name, fullName: String(member) }));
  });
}

function manifest(components: readonly DeployedComponent[], version: string): string {
  const types = [...Map.groupBy(components, ({ type }) => type)].sort(([one], [other]) => one.localeCompare(other));
  const lines = types.map(([type, found]) => {
    const members = found.map(({ fullName }) => `<members>${escapeText(fullName)}</members>`).sort();
    return `    <types>${members.join('')}<name>${type}</name></types>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="${NAMESPACE}">\n${lines.join('\n')}\n    <version>${version}</version>\n</Package>\n`;
}
