import type { LibraryClass } from '../declaration.ts';
import { propertyClass } from '../property-class.ts';

/** A class of `ConnectApi` that carries properties; two objects with the same ones are equal. Names are without the namespace. */
export function connectClass(name: string, properties: Readonly<Record<string, string>>, parent?: string): LibraryClass {
  return propertyClass(`ConnectApi.${name}`, properties, {
    comparable: true,
    ...(parent !== undefined && { extends: `ConnectApi.${parent}` }),
  });
}

/** An enum of `ConnectApi`. */
export function connectEnum(name: string, values: readonly string[]): LibraryClass {
  return { name: `ConnectApi.${name}`, kind: 'enum', values, members: {} };
}
