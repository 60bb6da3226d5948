import type { LibraryClass } from '../declaration.ts';
import { accessLevelClass } from './access.ts';
import { cursorClasses } from './cursor.ts';
import { databaseClass, savepointClass } from './database.ts';
import { dmlOptionsClasses } from './dml-options.ts';
import { leadConversionClasses } from './lead-conversion.ts';
import { queryLocatorClasses } from './query-locator.ts';
import { resultClasses } from './results.ts';

/** The namespace `Database`, and what goes with it in `System`. */
export const classes: readonly LibraryClass[] = [
  databaseClass,
  savepointClass,
  accessLevelClass,
  ...resultClasses,
  ...queryLocatorClasses,
  ...cursorClasses,
  ...dmlOptionsClasses,
  ...leadConversionClasses,
];
