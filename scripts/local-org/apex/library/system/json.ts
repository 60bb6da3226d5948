import { raiseNull } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { bindTyped, bindUntyped } from './json-binding.ts';
import { JsonGenerator } from './json-generator.ts';
import { JsonTokenParser } from './json-parser.ts';
import { readJson } from './json-reader.ts';
import { writeJson } from './json-writer.ts';
import type { TypeValue } from './type-value.ts';

const read = (text: string | null): ReturnType<typeof readJson> => readJson(text ?? raiseNull('Argument 1 cannot be null'));

function deserialize(strict: boolean): (text: string | null, type: TypeValue | null) => unknown {
  return (text, type) => bindTyped(read(text), (type ?? raiseNull('Argument 2 cannot be null')).name, strict);
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
