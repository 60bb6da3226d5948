import type { FieldDescription, ObjectDescription } from '../schema/description.ts';
import type { SearchGroup } from './ast.ts';

/** Standard objects whose records a search finds. */
const SEARCHABLE: ReadonlySet<string> = new Set(
  (
    'Account Asset Campaign Case Contact ContentVersion Contract Event Group Idea Lead Location Note Opportunity Order Pricebook2 Product2 ' +
    'Quote Solution Task User WorkOrder'
  ).split(' '),
);

/** Objects of which every text is searched, whatever fields the search names. */
const ALWAYS_WHOLE: ReadonlySet<string> = new Set(['ContentVersion', 'Product2', 'Solution']);

/** What counts as a name besides the name field. */
const FURTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  Account: ['Website', 'Site'],
  Asset: ['SerialNumber'],
  Case: ['SuppliedName', 'SuppliedCompany', 'Subject'],
  Contact: ['FirstName', 'LastName', 'AssistantName'],
  Event: ['Subject'],
  Lead: ['FirstName', 'LastName', 'Company'],
  Note: ['Title'],
  Task: ['Subject'],
  User: ['FirstName', 'LastName', 'CommunityNickname'],
};

/** Whether searches find records of the object: a custom one says so itself (`enableSearch`). */
export function isSearchable(object: ObjectDescription): boolean {
  return object.kind === 'custom' ? object.searchable === true : SEARCHABLE.has(object.name);
}

const TEXT_TYPES: ReadonlySet<FieldDescription['type']> = new Set(['string', 'textarea', 'email', 'phone', 'url']);

/** The fields of an object that a search of this group looks into: texts that are stored, no picklists, numbers or formulas. */
export function searchedFields(object: ObjectDescription, group: SearchGroup): FieldDescription[] {
  const texts = [...object.fields.values()].filter(({ type, formula }) => TEXT_TYPES.has(type) && formula === undefined);
  switch (ALWAYS_WHOLE.has(object.name) ? 'all' : group) {
    case 'all':
    case 'sidebar':
      return texts;
    case 'name':
      return texts.filter((field) => field.nameField || FURTHER_NAMES[object.name]?.includes(field.name));
    case 'email':
      return texts.filter(({ type }) => type === 'email');
    case 'phone':
      return texts.filter(({ type }) => type === 'phone');
  }
}
