import type { FieldDescription, ObjectDescription } from './description.ts';
import type { ObjectDraft } from './drafts.ts';
import { field } from './field-builder.ts';
import { idField, systemFields } from './standard-language.ts';

/** How the share object of a standard object names its fields. */
interface StandardShare {
  readonly prefix: string;
  readonly parentField: string;
  readonly accessField: string;
  readonly otherAccessFields: readonly string[];
}

const STANDARD_SHARES: Readonly<Record<string, StandardShare>> = {
  Account: {
    prefix: '00r',
    parentField: 'AccountId',
    accessField: 'AccountAccessLevel',
    otherAccessFields: ['OpportunityAccessLevel', 'CaseAccessLevel', 'ContactAccessLevel'],
  },
  Contact: { prefix: '03s', parentField: 'ContactId', accessField: 'ContactAccessLevel', otherAccessFields: [] },
  Opportunity: { prefix: '00t', parentField: 'OpportunityId', accessField: 'OpportunityAccessLevel', otherAccessFields: [] },
  Case: { prefix: '01n', parentField: 'CaseId', accessField: 'CaseAccessLevel', otherAccessFields: [] },
  Lead: { prefix: '01o', parentField: 'LeadId', accessField: 'LeadAccessLevel', otherAccessFields: [] },
  Campaign: { prefix: '08s', parentField: 'CampaignId', accessField: 'CampaignAccessLevel', otherAccessFields: [] },
};

/** Where the share rows of an object are and how their fields are called. */
export interface ShareNames {
  readonly shareObject: string;
  readonly parentField: string;
  readonly accessField: string;
}

/** The names of an object's share object; `undefined` when the object can't be shared by rows. */
export function shareNames(object: Pick<ObjectDescription, 'name' | 'kind' | 'sharingModel'>): ShareNames | undefined {
  const standard = STANDARD_SHARES[object.name];
  if (standard !== undefined) {
    return { shareObject: `${object.name}Share`, parentField: standard.parentField, accessField: standard.accessField };
  }
  if (object.kind === 'custom' && (object.sharingModel === 'Private' || object.sharingModel === 'Read')) {
    return { shareObject: object.name.replace(/__c$/, '__Share'), parentField: 'ParentId', accessField: 'AccessLevel' };
  }
  return undefined;
}

/** The lookup of a share object to the record that is shared. */
export function shareParentField(share: ObjectDescription): FieldDescription | undefined {
  return [...share.fields.values()].find((each) => each.type === 'reference');
}

/**
 * The share object of an object, or `undefined` when it has none.
 * @param reasons Apex sharing reasons of the object, by name and label.
 * @param customPrefix The key prefix when the object is custom.
 */
export function shareObject(
  parent: ObjectDraft,
  reasons: readonly { name: string; label: string }[],
  customPrefix: () => string,
): ObjectDraft | undefined {
  const names = shareNames(parent);
  if (names === undefined) {
    return undefined;
  }
  const standard = STANDARD_SHARES[parent.name];
  const levels = picklist([
    ['Read', 'Read Only'],
    ['Edit', 'Read/Write'],
    ['All', 'Owner'],
    ['None', 'Private'],
  ]);
  const causes = picklist([
    ['Owner', 'Owner'],
    ['Manual', 'Manual Sharing'],
    ['Rule', 'Sharing Rule'],
    ...reasons.map(({ name, label }) => [name, label] as const),
  ]);
  const fields = [
    idField(),
    field(names.parentField, 'reference', {
      label: 'Parent ID',
      referenceTo: [parent.name],
      relationshipName: standard === undefined ? 'Parent' : parent.name,
      childRelationshipName: 'Shares',
      deleteConstraint: 'Cascade',
      required: true,
      updateable: false,
    }),
    field(names.accessField, 'picklist', { label: 'Access Level', picklistValues: levels, required: true, restrictedPicklist: true }),
    ...(standard?.otherAccessFields ?? []).map((name) =>
      field(name, 'picklist', { label: name, picklistValues: levels, restrictedPicklist: true }),
    ),
    field('UserOrGroupId', 'reference', {
      label: 'User/Group ID',
      referenceTo: ['Group', 'User'],
      relationshipName: 'UserOrGroup',
      required: true,
      updateable: false,
      deleteConstraint: 'Cascade',
    }),
    field('RowCause', 'picklist', { label: 'Row Cause', picklistValues: causes, restrictedPicklist: true, updateable: false }),
    ...systemFields(['deleted', 'modified'], []).filter(({ name }) => name !== 'SystemModstamp'),
  ];
  return {
    name: names.shareObject,
    label: `${parent.label} Share`,
    labelPlural: `${parent.label} Share`,
    keyPrefix: standard?.prefix ?? customPrefix(),
    custom: parent.custom,
    kind: 'share',
    fields,
    validationRules: [],
    sharingModel: 'ReadWrite',
    triggerable: false,
    createable: true,
    updateable: true,
    deletable: true,
    queryable: true,
  };
}

function picklist(values: readonly (readonly [string, string])[]): { value: string; label: string; active: boolean; isDefault: boolean }[] {
  return values.map(([value, label]) => ({ value, label, active: true, isDefault: false }));
}
