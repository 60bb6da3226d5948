import { STREAMING_OPTIONS } from './format.ts';
import type { Format } from './format.ts';
import { readXml } from './xml-reader.ts';
import { writeXml } from './xml-writer.ts';

/** `application/xml`: an object of one entry, the root; elements are keys, with their attributes and namespaces. */
export const xml: Format = {
  readerOptions: [...STREAMING_OPTIONS, 'nullValueOn', 'externalEntities', 'supportDtd', 'maxEntityCount', 'maxAttributeSize'],
  writerOptions: [
    ...STREAMING_OPTIONS,
    'indent',
    'writeDeclaration',
    'inlineCloseOn',
    'skipNullOn',
    'writeNilOnNull',
    'doubleQuoteInDeclaration',
    'escapeGT',
    'escapeCR',
  ],
  read: readXml,
  write: writeXml,
};
