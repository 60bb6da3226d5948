import { coerce } from '../values/coerce.ts';
import { STREAMING_OPTIONS } from './format.ts';
import type { Format } from './format.ts';

/** `text/plain`. */
export const plainText: Format = {
  readerOptions: STREAMING_OPTIONS,
  writerOptions: STREAMING_OPTIONS,
  read: (text) => text,
  write: (value) => String(coerce(value ?? '', 'String')),
};
