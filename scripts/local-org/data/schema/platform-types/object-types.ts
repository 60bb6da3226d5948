import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openArchive } from './archive.ts';
import { classFields } from './class-file.ts';

/** A field of a standard object, as far as the platform's type tables tell. */
export interface TypedField {
  readonly name: string;
  /** The Apex type: `String`, `Decimal`, `Id`, `Address`, … */
  readonly type: string;
  /** For an id that leads to a record: the object, or `SObject` when it may be of several. */
  readonly target?: string;
}

/** A standard object, as far as the platform's type tables tell: no lengths, picklists or required fields. */
export interface TypedObject {
  readonly name: string;
  readonly fields: readonly TypedField[];
  /** Objects whose records hang on this one's, by the name of the relationship. */
  readonly children: ReadonlyMap<string, string>;
}

const FOLDER = 'com/nawforce/runforce/SObjects/';
const ARCHIVE = 'dist/java-lib/sobject-types-65.0.0.jar';

let archive: ReadonlyMap<string, () => Buffer> | undefined;
let names: ReadonlyMap<string, string> | undefined;

/** The names of all standard objects by lower-case name; none where the package with the type tables is not installed. */
export function standardObjectNames(): ReadonlyMap<string, string> {
  names ??= new Map(
    [...files().keys()]
      .filter((path) => path.startsWith(FOLDER) && path.endsWith('.class'))
      .map((path) => path.slice(FOLDER.length, -'.class'.length))
      .filter((name) => !name.includes('$'))
      .map((name) => [name.toLowerCase(), name]),
  );
  return names;
}

/** What the type tables say of a standard object; `undefined` when they don't have it. */
export function typedObject(name: string): TypedObject | undefined {
  const read = files().get(`${FOLDER}${name}.class`);
  if (read === undefined) {
    return undefined;
  }
  const own = classFields(read()).filter(({ isStatic }) => !isStatic);
  const types = new Map(own.map((each) => [each.name, simpleName(each.descriptor)]));
  const fields: TypedField[] = [];
  const children = new Map<string, string>();
  for (const { name: fieldName, descriptor } of own) {
    const type = types.get(fieldName) as string;
    if (descriptor.startsWith('[')) {
      children.set(fieldName, type);
    } else if (!descriptor.startsWith(`L${FOLDER}`) || (COMPOUND_TYPES.has(type) && !types.has(`${fieldName}Id`))) {
      const target =
        MISSING_TARGETS[`${name}.${fieldName}`] ??
        (type === 'Id' || /.Id$/.test(fieldName) ? types.get(fieldName.replace(/Id$/, '')) : undefined);
      const isRecord = target !== undefined && fieldName !== 'Id' && !SCALAR_TYPES.has(target);
      if (type !== 'SObject') {
        fields.push({ name: fieldName, type, ...(isRecord && { target: target === 'Name' ? 'SObject' : target }) });
      }
    }
  }
  return { name, fields, children };
}

/** Lookups whose relationship the tables leave out. */
const MISSING_TARGETS: Readonly<Record<string, string>> = { 'FlowDefinitionView.TriggerObjectOrEventId': 'EntityDefinition' };

const COMPOUND_TYPES: ReadonlySet<string> = new Set(['Address', 'Location']);
const SCALAR_TYPES: ReadonlySet<string> = new Set(['String', 'Decimal', 'Boolean', 'Integer', 'Date', 'Datetime', 'Id', 'Blob', 'Object']);

function simpleName(descriptor: string): string {
  return descriptor.replace(/^\[?L/, '').replace(/;$/, '').split('/').at(-1) as string;
}

function files(): ReadonlyMap<string, () => Buffer> {
  archive ??= open();
  return archive;
}

function open(): ReadonlyMap<string, () => Buffer> {
  let path: string;
  try {
    path = join(dirname(createRequire(import.meta.url).resolve('@salesforce/code-analyzer-pmd-engine/package.json')), ARCHIVE);
  } catch {
    return new Map();
  }
  return existsSync(path) ? openArchive(path) : new Map();
}
