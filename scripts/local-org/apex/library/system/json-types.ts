import type { JsonValue } from './json-reader.ts';

/** How a class of the library is made from JSON and written as JSON; most have neither. */
export interface JsonForm {
  /** Makes an object; `bind` makes values of other types. */
  read(members: ReadonlyMap<string, JsonValue>, bind: (value: JsonValue, typeName: string) => unknown): unknown;
}

const forms = new Map<string, JsonForm>();

/** Lets `JSON.deserialize` make objects of a library class. */
export function registerJsonForm(typeName: string, form: JsonForm): void {
  forms.set(typeName.toLowerCase(), form);
}

/** The form of a library class by its name in any case. */
export function jsonFormOf(typeName: string): JsonForm | undefined {
  return forms.get(typeName.toLowerCase());
}

/** Library objects that have a JSON form answer here with their members. */
export const JSON_MEMBERS = Symbol('JSON members');
