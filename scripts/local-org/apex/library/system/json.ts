import { findClass } from '../../runtime/class-info.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import { parseTypeName } from '../../types/type-name.ts';
import type { LibraryClass } from '../declaration.ts';
import { bindTyped, bindUntyped } from './json-binding.ts';
import { JsonGenerator } from './json-generator.ts';
import { JsonTokenParser } from './json-parser.ts';
import { readJson } from './json-reader.ts';
import { writeJson } from './json-writer.ts';
import type { TypeValue } from './type-value.ts';

const read = (text: string | null): ReturnType<typeof readJson> => readJson(text ?? raiseNull('Argument cannot be null.'));

/** A collection or record that does not begin as one is refused before the rest is read. */
function requireOpening(text: string, typeName: string): void {
  const { name } = parseTypeName(typeName);
  const first = text.trimStart().charAt(0);
  const isList = /^(?:list|set)$/i.test(name);
  const isObject = /^map$/i.test(name) || findClass(name)?.kind === 'class';
  if (first !== 'n' && first !== '' && ((isList && first !== '[') || (isObject && first !== '{'))) {
    raise('System.JSONException', `Malformed JSON: Expected '${isList ? '[' : '{'}' at the beginning of ${isList ? 'List/Set' : 'object'}`);
  }
}

function deserialize(strict: boolean): (text: string | null, type: TypeValue | null) => unknown {
  return (text, type) => {
    const { name } = type ?? raiseNull('Argument 2 cannot be null');
    requireOpening(text ?? raiseNull('Argument cannot be null.'), name);
    return bindTyped(read(text), name, strict);
  };
}

function serialize(pretty: boolean): (value: unknown, suppressNulls?: boolean | null) => string {
  return (value, suppressNulls = false) => writeJson(value, { suppressNulls: suppressNulls === true, pretty });
}

/** `System.JSON`. */
export const jsonClass: LibraryClass = {
  name: 'System.JSON',
  members: {
    'static JSONGenerator createGenerator(Boolean pretty)': (pretty: boolean | null) => new JsonGenerator(pretty === true),
    'static JSONParser createParser(String text)': (text: string | null) => new JsonTokenParser(read(text)),
    'static Object deserialize(String text, System.Type type)': deserialize(false),
    'static Object deserializeStrict(String text, System.Type type)': deserialize(true),
    'static Object deserializeUntyped(String text)': (text: string | null) => bindUntyped(read(text)),
    'static String serialize(Object value)': serialize(false),
    'static String serialize(Object value, Boolean suppressNulls)': serialize(false),
    'static String serializePretty(Object value)': serialize(true),
    'static String serializePretty(Object value, Boolean suppressNulls)': serialize(true),
  },
};
