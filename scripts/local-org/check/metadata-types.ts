import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** An element of a metadata type. */
export interface MetadataElement {
  /** `string`, `number`, `boolean`, or the name of a type or of an enumeration. */
  readonly type: string;
  readonly repeated: boolean;
  readonly required: boolean;
}

/** The Metadata API's own description of its types, as Salesforce publishes it for TypeScript. */
export interface MetadataTypes {
  /** The elements of a type, inherited ones too; undefined when there is no such type. */
  elements(typeName: string): ReadonlyMap<string, MetadataElement> | undefined;
  /** The values of an enumeration; undefined when the name is none. */
  values(name: string): readonly string[] | undefined;
}

const DECLARATION = /^export type (\w+) = (?:(\w+) & )?\{\n([\s\S]*?)^\};$/gm;
const MEMBER = /^ {4}(\w+)(\??): (\w+)(\[\])?;$/gm;
const OTHER_NAME = /^export type (\w+) = (\w+);$/gm;
const ENUMERATION = /^export type (\w+) = ('.*');$/gm;

/** The version of the Metadata API that the declarations describe. */
export const DESCRIBED_API_VERSION = 65;

/** Values that the Metadata API documents, and that orgs retrieve, but the declarations leave out. */
const VALUES_BESIDES: Readonly<Record<string, readonly string[]>> = { SiteType: ['ChatterNetwork', 'ChatterNetworkPicasso'] };

/** Reads the published declarations; takes some hundredths of a second. */
export function readMetadataTypes(): MetadataTypes {
  const text = readFileSync(declarationsFile(), 'utf8');
  const own = new Map<string, { base: string | undefined; elements: Map<string, MetadataElement> }>();
  for (const [, name = '', base, body = ''] of text.matchAll(DECLARATION)) {
    const elements = new Map<string, MetadataElement>();
    for (const [, element = '', optional, type = '', array] of body.matchAll(MEMBER)) {
      elements.set(element, { type, repeated: array !== undefined, required: optional === '' && array === undefined });
    }
    own.set(name, { base, elements });
  }
  for (const [, name = '', base = ''] of text.matchAll(OTHER_NAME)) {
    if (own.has(base)) own.set(name, { base, elements: new Map() });
  }
  const enumerations = new Map<string, readonly string[]>();
  for (const [, name = '', values = ''] of text.matchAll(ENUMERATION)) {
    enumerations.set(name, [...Array.from(values.matchAll(/'([^']*)'/g), (match) => match[1] ?? ''), ...(VALUES_BESIDES[name] ?? [])]);
  }
  const elements = (typeName: string): ReadonlyMap<string, MetadataElement> | undefined => {
    const type = own.get(typeName);
    if (type === undefined) return undefined;
    return new Map([...((type.base === undefined ? undefined : elements(type.base)) ?? []), ...type.elements]);
  };
  return { elements, values: (name) => enumerations.get(name) };
}

function declarationsFile(): string {
  const module = createRequire(import.meta.url).resolve('@salesforce/types/metadata');
  return join(dirname(module), 'metadata.d.ts');
}
