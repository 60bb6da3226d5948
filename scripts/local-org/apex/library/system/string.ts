import type { LibraryClass } from '../declaration.ts';
import { stringComparison } from './string-comparison.ts';
import { stringConversion } from './string-conversion.ts';
import { stringEscapes } from './string-escapes.ts';
import { stringParts } from './string-parts.ts';
import { stringSearch } from './string-search.ts';

/** `System.String`. Positions count UTF-16 units, as on the platform. */
export const stringClass: LibraryClass = {
  name: 'System.String',
  isInstance: (value) => typeof value === 'string',
  members: { ...stringParts, ...stringSearch, ...stringComparison, ...stringConversion, ...stringEscapes },
};
