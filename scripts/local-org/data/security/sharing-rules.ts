import { SetUpError } from '../errors.ts';
import type { RecordFilter, Schema } from '../schema/description.ts';
import { recordFilter } from '../schema/record-filter.ts';
import type { Component, SourceTree } from '../../metadata/source-tree.ts';
import type { XmlElement } from '../../metadata/xml-element.ts';

/** A rule that opens records of an object to a group of people. */
export interface SharingRule {
  readonly object: string;
  readonly accessLevel: 'Read' | 'Edit';
  readonly sharedTo: People;
  /** Whose records are opened; absent for a rule by criteria. */
  readonly sharedFrom?: People;
  /** Which records are opened; absent for a rule by owner. */
  readonly criteria?: readonly RecordFilter[];
  /** How the criteria go together, by their numbers: `1 AND (2 OR 3)`; all of them without it. */
  readonly logic?: string;
}

/** The people a rule names; nobody, when they are guests or people of portals and partners, of whom this org has none. */
export type People = { readonly kind: 'allInternalUsers' } | { readonly kind: 'nobody' } | NamedPeople;

/** A public group, a queue, the people of a role or of a role and those below it. */
export interface NamedPeople {
  readonly kind: 'group' | 'queue' | 'role' | 'roleAndSubordinates';
  readonly name: string;
}

const PEOPLE_KINDS: Readonly<Record<string, NamedPeople['kind']>> = {
  group: 'group',
  queue: 'queue',
  role: 'role',
  roleAndSubordinates: 'roleAndSubordinates',
  roleAndSubordinatesInternal: 'roleAndSubordinates',
};

const OUTSIDERS: ReadonlySet<string> = new Set(
  'allCustomerPortalUsers allPartnerUsers channelProgramGroup channelProgramGroups guestUser portalRole portalRoleAndSubordinates'.split(
    ' ',
  ),
);

/**
 * The sharing rules of a source tree, by the object's lower-case name.
 *
 * @throws SetUpError that names the file, for a kind of people or a filter that isn't supported.
 */
export function readSharingRules(tree: SourceTree): Map<string, SharingRule[]> {
  const rules = new Map<string, SharingRule[]>();
  for (const component of tree.ofType('SharingRules')) {
    rules.set(component.name.toLowerCase(), [
      ...component.xml.all('sharingOwnerRules').map((rule) => ruleOf(component, rule)),
      ...component.xml.all('sharingCriteriaRules').map((rule) => ruleOf(component, rule)),
    ]);
  }
  return rules;
}

function ruleOf(component: Component, rule: XmlElement): SharingRule {
  const from = rule.child('sharedFrom');
  const base = {
    object: component.name,
    accessLevel: rule.textOf('accessLevel') === 'Edit' ? ('Edit' as const) : ('Read' as const),
    sharedTo: peopleOf(component, rule.child('sharedTo')),
  };
  if (rule.name === 'sharingOwnerRules') {
    return { ...base, sharedFrom: peopleOf(component, from) };
  }
  const criteria = rule.all('criteriaItems').map((item) => recordFilter(item, component.path));
  const logic = rule.textOf('booleanFilter');
  return { ...base, criteria, ...(logic !== undefined && { logic }) };
}

function peopleOf(component: Component, element: XmlElement | undefined): People {
  const [first] = element?.children ?? [];
  if (first?.name === 'allInternalUsers') {
    return { kind: 'allInternalUsers' };
  }
  if (first !== undefined && OUTSIDERS.has(first.name)) {
    return { kind: 'nobody' };
  }
  const kind = first === undefined ? undefined : PEOPLE_KINDS[first.name];
  if (first === undefined || kind === undefined) {
    throw new SetUpError(`${component.path}: a sharing rule names people of the kind ${first?.name ?? 'none'}, which isn't supported.`);
  }
  return { kind, name: first.text };
}

/** Checks that every rule's object exists, so that a misspelt file doesn't silently open nothing. */
export function checkSharingRules(rules: ReadonlyMap<string, readonly SharingRule[]>, schema: Schema): void {
  for (const [name, ofObject] of rules) {
    if (schema.object(name) === undefined && ofObject.length > 0) {
      throw new SetUpError(`There are sharing rules for ${name}, which is no object of this org; rename or remove the file.`);
    }
  }
}
