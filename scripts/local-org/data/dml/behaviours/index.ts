import type { ObjectDescription } from '../../schema/description.ts';
import { caseBehaviour, taskBehaviour } from './activities-and-cases.ts';
import type { ObjectBehaviour } from './behaviour.ts';
import { eventBehaviour } from './events.ts';
import { contentVersionBehaviour } from './files.ts';
import { leadBehaviour } from './leads.ts';
import { opportunityBehaviour } from './opportunity.ts';
import { opportunityLineItemBehaviour } from './opportunity-line-item.ts';
import { checkOwners, keepOwnerShares } from './owners.ts';
import { personNames } from './person-names.ts';
import { priceBookEntryBehaviour } from './price-book-entry.ts';
import { settingBehaviour } from './settings.ts';
import { shareBehaviour } from './shares.ts';
import { groupMemberBehaviour, permissionSetAssignmentBehaviour, userBehaviour, userRoleBehaviour } from './users.ts';

const BEHAVIOURS: Readonly<Record<string, ObjectBehaviour>> = {
  Case: caseBehaviour,
  Contact: { prepare: personNames, beforeSave: personNames },
  ContentVersion: contentVersionBehaviour,
  Event: eventBehaviour,
  GroupMember: groupMemberBehaviour,
  Lead: leadBehaviour,
  Opportunity: opportunityBehaviour,
  OpportunityLineItem: opportunityLineItemBehaviour,
  PermissionSetAssignment: permissionSetAssignmentBehaviour,
  PricebookEntry: priceBookEntryBehaviour,
  Task: taskBehaviour,
  User: userBehaviour,
  UserRole: userRoleBehaviour,
};

/** What goes for every object of a kind. */
const BY_KIND: Readonly<Record<string, ObjectBehaviour>> = { customSetting: settingBehaviour, share: shareBehaviour };

const known = new WeakMap<ObjectDescription, ObjectBehaviour>();

/** What the platform does by itself with records of this object. */
export function behaviourOf(object: ObjectDescription): ObjectBehaviour {
  let behaviour = known.get(object);
  if (behaviour === undefined) {
    behaviour = BY_KIND[object.kind] ?? withOwner(object, BEHAVIOURS[object.name] ?? {});
    known.set(object, behaviour);
  }
  return behaviour;
}

function withOwner(object: ObjectDescription, behaviour: ObjectBehaviour): ObjectBehaviour {
  if (object.fields.get('ownerid')?.createable !== true) {
    return behaviour;
  }
  return {
    ...behaviour,
    beforeSave: (context, rows) => {
      behaviour.beforeSave?.(context, rows);
      checkOwners(context, rows);
    },
    afterSave: (context, rows) => {
      behaviour.afterSave?.(context, rows);
      keepOwnerShares(context, rows);
    },
  };
}
