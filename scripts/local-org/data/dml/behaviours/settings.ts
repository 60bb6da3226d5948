import { organizationId } from '../../setup/hierarchy-setting.ts';
import type { ObjectBehaviour } from './behaviour.ts';

/** Custom settings: a record that does not say whose it is belongs to the organization. */
export const settingBehaviour: ObjectBehaviour = {
  prepare: ({ store }, rows) => {
    for (const { record } of rows) {
      if ((record.contents.get('setupownerid') ?? null) === null) {
        record.contents.set('setupownerid', organizationId(store));
      }
    }
  },
};
