import type { LibraryClass, Native, NativeProperty } from './declaration.ts';

/** An object that only carries properties. */
export class PropertyBag {
  readonly type: string;
  readonly values = new Map<string, unknown>();

  constructor(type: string) {
    this.type = type;
  }
}

/** A class of which Apex makes objects to fill their properties, given by name and type. */
export function propertyClass(name: string, properties: Readonly<Record<string, string>>): LibraryClass {
  const members: Record<string, Native | NativeProperty> = { 'new()': () => new PropertyBag(name) };
  for (const [property, type] of Object.entries(properties)) {
    members[`${type} ${property}`] = {
      get: (self: PropertyBag) => self.values.get(property) ?? null,
      set: (self: PropertyBag, value: unknown): void => {
        self.values.set(property, value);
      },
    };
  }
  return { name, isInstance: (value) => value instanceof PropertyBag && value.type === name, members };
}
