import type { LibraryClass } from '../declaration.ts';
import { containerClass } from './container.ts';
import { operationsClass } from './operations.ts';
import { recordClasses } from './records.ts';
import { resultClasses } from './results.ts';

/** The namespace `Metadata`, as far as records of custom metadata types go. */
export const classes: readonly LibraryClass[] = [...recordClasses, ...resultClasses, containerClass, operationsClass];
