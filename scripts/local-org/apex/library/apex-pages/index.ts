import type { LibraryClass } from '../declaration.ts';
import { messageClasses } from './messages.ts';
import { standardControllerClasses } from './standard-controllers.ts';

/** The namespace `ApexPages`: what controllers of Visualforce pages use. The local org shows no such pages. */
export const classes: readonly LibraryClass[] = [...messageClasses, ...standardControllerClasses];
