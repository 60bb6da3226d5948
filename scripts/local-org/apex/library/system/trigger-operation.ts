import type { LibraryClass } from '../declaration.ts';

/** `System.TriggerOperation`. */
export const triggerOperationEnum: LibraryClass = {
  name: 'System.TriggerOperation',
  kind: 'enum',
  values: ['BEFORE_INSERT', 'BEFORE_UPDATE', 'BEFORE_DELETE', 'AFTER_INSERT', 'AFTER_UPDATE', 'AFTER_DELETE', 'AFTER_UNDELETE'],
  members: {},
};
