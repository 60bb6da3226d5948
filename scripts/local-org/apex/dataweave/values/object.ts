/** Properties that `as Type {...}` gave to a value: `class`, `format`, ... */
export type Properties = Readonly<Record<string, unknown>>;

/** A namespace with the prefix that it is written with. */
export class NamespaceValue {
  readonly prefix: string;
  readonly uri: string;

  constructor(prefix: string, uri: string) {
    this.prefix = prefix;
    this.uri = uri;
  }
}

/** The key of an entry: a name, perhaps of a namespace, perhaps with attributes. */
export class Key {
  readonly name: string;
  readonly namespace: NamespaceValue | undefined;
  readonly attributes: ObjectValue | undefined;

  constructor(name: string, namespace?: NamespaceValue, attributes?: ObjectValue) {
    this.name = name;
    this.namespace = namespace;
    this.attributes = attributes;
  }
}

export interface EntryValue {
  readonly key: Key;
  readonly value: unknown;
}

/** From that many entries on, an object is searched through an index. */
const INDEXED = 12;

/** An Object: entries in order; a key may come several times. */
export class ObjectValue {
  readonly entries: readonly EntryValue[];
  readonly properties: Properties | undefined;
  private index: Map<string, EntryValue> | undefined;

  constructor(entries: readonly EntryValue[], properties?: Properties) {
    this.entries = entries;
    this.properties = properties;
  }

  /** An object of plain names. */
  static of(members: Readonly<Record<string, unknown>>): ObjectValue {
    return new ObjectValue(Object.entries(members).map(([name, value]) => ({ key: new Key(name), value })));
  }

  /** The first entry of a name; of any namespace when none is asked for. */
  find(name: string, uri?: string): EntryValue | undefined {
    if (uri === undefined && this.entries.length >= INDEXED) {
      this.index ??= indexOf(this.entries);
      return this.index.get(name);
    }
    return this.entries.find(({ key }) => matches(key, name, uri));
  }

  /** Every entry of a name. */
  findAll(name: string, uri?: string): EntryValue[] {
    return this.entries.filter(({ key }) => matches(key, name, uri));
  }

  /** The value of a name; undefined when there is none. */
  get(name: string): unknown {
    return this.find(name)?.value;
  }

  with(properties: Properties): ObjectValue {
    return new ObjectValue(this.entries, { ...this.properties, ...properties });
  }
}

function matches(key: Key, name: string, uri: string | undefined): boolean {
  return key.name === name && (uri === undefined || key.namespace?.uri === uri);
}

function indexOf(entries: readonly EntryValue[]): Map<string, EntryValue> {
  const index = new Map<string, EntryValue>();
  for (const entry of entries) {
    if (!index.has(entry.key.name)) {
      index.set(entry.key.name, entry);
    }
  }
  return index;
}

/** A value that was selected by a key with attributes or a namespace, which can still be asked for. */
export class KeyedValue {
  readonly value: unknown;
  readonly key: Key;

  constructor(value: unknown, key: Key) {
    this.value = value;
    this.key = key;
  }

  /** The value of an entry, with its key where that one says more than its name. */
  static of({ key, value }: EntryValue): unknown {
    return key.attributes || key.namespace ? new KeyedValue(value, key) : value;
  }
}

/** The value itself. */
export function plain(value: unknown): unknown {
  return value instanceof KeyedValue ? plain(value.value) : value;
}

/** Whether a value is an Array of the language. */
export function isItems(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
