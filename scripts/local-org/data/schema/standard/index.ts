import { accountObjects } from './accounts.ts';
import { approvalObjects } from './approvals.ts';
import { activityObjects } from './activities.ts';
import { messageObjects } from './messages.ts';
import { peopleObjects } from './people.ts';
import { permissionObjects } from './permissions.ts';
import { salesObjects } from './sales.ts';
import { statusObjects } from './statuses.ts';
import { setupObjects } from './setup.ts';

/** Every standard object the local org knows. */
export const standardObjects = [
  ...accountObjects,
  ...salesObjects,
  ...activityObjects,
  ...peopleObjects,
  ...permissionObjects,
  ...setupObjects,
  ...messageObjects,
  ...approvalObjects,
  ...statusObjects,
];
