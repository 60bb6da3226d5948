import type { Native, NativeProperty } from './declaration.ts';

/** An object whose properties are kept by name. */
export interface HasValues {
  readonly values: Map<string, unknown>;
}

/**
 * Members for the properties of a library object, by name and type: each as a property, by `getX` (`isX` for those Booleans that the
 * platform names so) and by `setX`.
 */
export function accessors(properties: Readonly<Record<string, string>>): Record<string, Native | NativeProperty> {
  const members: Record<string, Native | NativeProperty> = {};
  for (const [name, type] of Object.entries(properties)) {
    const get: Native = (self: HasValues) => self.values.get(name) ?? null;
    const set: Native = (self: HasValues, value: unknown) => {
      self.values.set(name, value);
    };
    const getter = /^(?:Treat|TransactionEnd)/.test(name) ? `is${name}` : `get${name}`;
    members[`${type} ${name}`] = { get, set };
    members[`${type} ${getter}()`] = get;
    members[`void set${name}(${type} value)`] = set;
  }
  return members;
}
