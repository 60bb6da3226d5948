import { coerce } from '../values/coerce.ts';
import { Key, ObjectValue, plain } from '../values/object.ts';
import { textOf } from '../values/text.ts';
import { STREAMING_OPTIONS } from './format.ts';
import type { Format } from './format.ts';

function write(value: unknown): string {
  const parameters = new URLSearchParams();
  for (const entry of (coerce(value, 'Object') as ObjectValue).entries) {
    const content = plain(entry.value);
    for (const item of Array.isArray(content) ? content : [content]) {
      parameters.append(entry.key.name, textOf(plain(item)) ?? '');
    }
  }
  return parameters.toString();
}

/** `application/x-www-form-urlencoded`: an object of texts. */
export const urlEncoded: Format = {
  readerOptions: STREAMING_OPTIONS,
  writerOptions: STREAMING_OPTIONS,
  read: (text) => new ObjectValue([...new URLSearchParams(text)].map(([name, value]) => ({ key: new Key(name), value }))),
  write,
};
