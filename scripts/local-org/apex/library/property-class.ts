import { CONTENT_KEY, keyText } from '../runtime/collections/key.ts';
import { ApexList } from '../runtime/collections/list.ts';
import type { HasContentKey } from '../runtime/collections/key.ts';
import type { LibraryClass, Native, NativeProperty } from './declaration.ts';
import { JSON_MEMBERS } from './system/json-types.ts';

/** An object that only carries properties. */
export class PropertyBag {
  readonly type: string;
  readonly values = new Map<string, unknown>();

  constructor(type: string) {
    this.type = type;
  }

  [JSON_MEMBERS](): [string, unknown][] {
    return [...this.values];
  }
}

/** One that equals another with the same properties. */
export class ComparableBag extends PropertyBag implements HasContentKey {
  [CONTENT_KEY](): string {
    const entries = [...this.values].filter(([, value]) => value !== null).sort(([left], [right]) => (left < right ? -1 : 1));
    return `${this.type}{${entries.map(([name, value]) => `${name}=${keyText(value)}`).join(',')}}`;
  }
}

export interface PropertyClassOptions {
  /** The class whose properties its objects have too. */
  readonly extends?: string;
  /** Whether two objects with the same properties are equal; otherwise each equals itself only. */
  readonly comparable?: boolean;
  /** Whether its lists are there, empty, from the start; otherwise every property begins as null. */
  readonly beginsWithLists?: boolean;
}

const parents = new Map<string, string>();

/** A class of which Apex makes objects to fill their properties, given by name and type. */
export function propertyClass(
  name: string,
  properties: Readonly<Record<string, string>>,
  { extends: parent, comparable = false, beginsWithLists = false }: PropertyClassOptions = {},
): LibraryClass {
  if (parent !== undefined) {
    parents.set(name, parent);
  }
  const lists = beginsWithLists ? listsAmong(properties) : [];
  const members: Record<string, Native | NativeProperty> = {
    'new()': () => {
      const bag = comparable ? new ComparableBag(name) : new PropertyBag(name);
      for (const [property, element] of lists) bag.values.set(property, new ApexList(element));
      return bag;
    },
  };
  for (const [property, type] of Object.entries(properties)) {
    members[`${type} ${property}`] = {
      get: (self: PropertyBag) => self.values.get(property) ?? null,
      set: (self: PropertyBag, value: unknown): void => {
        self.values.set(property, value);
      },
    };
  }
  return {
    name,
    ...(parent !== undefined && { extends: parent }),
    isInstance: (value) => value instanceof PropertyBag && descends(value.type, name),
    members,
  };
}

/** The properties that are lists, each with the type of its elements. */
function listsAmong(properties: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(properties).flatMap(([property, type]): [string, string][] => {
    const element = /^List<(.*)>$/.exec(type)?.[1];
    return element === undefined ? [] : [[property, element]];
  });
}

function descends(type: string, ancestor: string): boolean {
  const parent = parents.get(type);
  return type === ancestor || (parent !== undefined && descends(parent, ancestor));
}

/** An object of such a class with these properties, for natives that answer with one. */
export function bagOf(type: string, properties: Readonly<Record<string, unknown>>): ComparableBag {
  const bag = new ComparableBag(type);
  for (const [name, value] of Object.entries(properties)) {
    bag.values.set(name, value);
  }
  return bag;
}
