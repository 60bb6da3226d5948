import type { LibraryClass } from '../declaration.ts';
import { approvalClass } from './approval.ts';
import { requestClasses } from './process-requests.ts';
import { processResultClass } from './process-result.ts';

/** The namespace `Approval`, and the class of that name; the results of locks are with those of DML. */
export const classes: readonly LibraryClass[] = [approvalClass, ...requestClasses, processResultClass];
