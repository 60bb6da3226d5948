import { SYSTEM, USER } from '../data/transaction.ts';
import type { Access } from '../data/transaction.ts';
import type { FlowDescription } from './metadata/description.ts';

/** Whose rights count in a flow: what it says itself, else those of whoever starts it. */
export function accessOf({ runInMode }: FlowDescription, startedWith: Access): Access {
  switch (runInMode) {
    case 'SystemModeWithSharing':
      return { mode: 'system', sharing: true };
    case 'SystemModeWithoutSharing':
      return SYSTEM;
    case 'UserMode':
      return USER;
    default:
      return startedWith;
  }
}
