import type { ObjectDescription, Schema } from '../schema/description.ts';

/** Standard objects on which profiles and permission sets give permissions. */
const GRANTED = new Set(
  [
    'Account',
    'Contact',
    'Opportunity',
    'Case',
    'Lead',
    'Campaign',
    'Product2',
    'Pricebook2',
    'Contract',
    'Order',
    'Asset',
    'OutboxMail',
    'BellNotification',
  ].map((name) => name.toLowerCase()),
);

/** Standard objects that have no permissions of their own but those of another. */
const FOLLOWING: Readonly<Record<string, string>> = {
  opportunitylineitem: 'Opportunity',
  opportunitycontactrole: 'Opportunity',
  opportunityhistory: 'Opportunity',
  opportunityfieldhistory: 'Opportunity',
  pricebookentry: 'Pricebook2',
  casecomment: 'Case',
  emailmessage: 'Case',
  campaignmember: 'Campaign',
  accountcontactrelation: 'Account',
};

/** Who decides about an object: permissions on the object named, or nobody (`open`: people read it; administrators change it). */
export type Governor = { readonly kind: 'object'; readonly name: string } | { readonly kind: 'open'; readonly setup: boolean };

/** Standard objects that are nobody's set-up: everyone keeps their own tasks, events and files. */
const EVERYBODYS = new Set(['task', 'event', 'contentversion', 'contentdocument', 'contentdocumentlink', 'outofoffice']);

/** Whether profiles and permission sets name this standard object. */
export function hasObjectPermissions(object: ObjectDescription): boolean {
  return GRANTED.has(object.name.toLowerCase());
}

/** The object whose permissions count for this one. */
export function governorOf(schema: Schema, object: ObjectDescription): Governor {
  const name = object.name.toLowerCase();
  if (object.kind === 'share') {
    const parent = [...object.fields.values()].find(({ type, deleteConstraint }) => type === 'reference' && deleteConstraint === 'Cascade');
    const parentObject = parent?.referenceTo[0] === undefined ? undefined : schema.object(parent.referenceTo[0]);
    return parentObject === undefined ? { kind: 'open', setup: true } : { kind: 'object', name: parentObject.name };
  }
  if (object.kind !== 'standard' || GRANTED.has(name)) {
    return { kind: 'object', name: object.name };
  }
  const followed = FOLLOWING[name];
  return followed === undefined ? { kind: 'open', setup: !EVERYBODYS.has(name) } : { kind: 'object', name: followed };
}
