import { organizationField } from '../running-user.ts';
import type { LibraryClass } from '../declaration.ts';
import { bagOf } from '../property-class.ts';
import type { PropertyBag } from '../property-class.ts';
import { connectClass } from './connect-class.ts';
import { requireRealData } from './real-data.ts';

/** What the org is. */
export const organizationClasses: readonly LibraryClass[] = [
  connectClass('OrganizationSettings', { name: 'String', orgId: 'String' }),
  {
    name: 'ConnectApi.Organization',
    members: {
      'static ConnectApi.OrganizationSettings getSettings()': (): PropertyBag => {
        requireRealData();
        return bagOf('ConnectApi.OrganizationSettings', { name: organizationField('Name'), orgId: organizationField('Id') });
      },
    },
  },
];
