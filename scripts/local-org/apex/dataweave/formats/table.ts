import { DataWeaveError } from '../values/failure.ts';
import { csv } from './csv.ts';
import { dw } from './dw.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';
import { lineDelimitedJson } from './line-delimited-json.ts';
import { plainText } from './plain-text.ts';
import { urlEncoded } from './url-encoded.ts';
import { xml } from './xml.ts';

/** Formats by content type. */
const BY_TYPE: Readonly<Record<string, Format>> = {
  'application/json': json,
  'text/json': json,
  'application/xml': xml,
  'text/xml': xml,
  'application/csv': csv,
  'text/csv': csv,
  'text/plain': plainText,
  'application/dw': dw,
  'text/x-dw': dw,
  'application/x-ndjson': lineDelimitedJson,
  'application/x-ldjson': lineDelimitedJson,
  'application/x-www-form-urlencoded': urlEncoded,
};

/** Short names of formats. */
const BY_NAME: Readonly<Record<string, string>> = {
  json: 'application/json',
  xml: 'application/xml',
  csv: 'application/csv',
  text: 'text/plain',
  dw: 'application/dw',
  weave: 'application/dw',
  ndjson: 'application/x-ndjson',
  urlencoded: 'application/x-www-form-urlencoded',
  java: 'application/java',
  apex: 'application/apex',
};

/** Types of values that stay what they are: objects of Apex. */
const OF_APEX: ReadonlySet<string> = new Set(['application/apex', 'application/java']);

/** Content types that the platform itself does not know. */
const UNKNOWN_TO_PLATFORM: ReadonlySet<string> = new Set(['application/flatfile', 'application/xlsx', 'application/avro']);

/** The content type of a format, which may be given by its short name. */
export function contentTypeOf(format: string): string {
  return BY_NAME[format] ?? format.toLowerCase();
}

/** Whether values of a content type are objects of Apex. */
export function isOfApex(contentType: string): boolean {
  return OF_APEX.has(contentTypeOf(contentType));
}

/** A format by content type, or undefined. `application/vnd.api+json` is JSON. */
export function findFormat(format: string): Format | undefined {
  const type = contentTypeOf(format);
  return BY_TYPE[type] ?? (/[+/]json$/.test(type) ? json : /[+/]xml$/.test(type) ? xml : undefined);
}

/** A format by content type. @throws DataWeaveError in the platform's words. */
export function formatOf(format: string): Format {
  const found = findFormat(format);
  if (!found) {
    throw new DataWeaveError(`Unknown content type \`${format}\``);
  }
  return found;
}

/** Whether the platform refuses a content type as well, when a script that names it runs. */
export function isUnknownToPlatform(format: string): boolean {
  return UNKNOWN_TO_PLATFORM.has(contentTypeOf(format));
}
