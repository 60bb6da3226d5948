/** How a lookup of a record is told in a spreadsheet, besides its Id. */
export interface NaturalName {
  /** The field of the record that is looked up, such as the mail of a contact. */
  readonly field: string;
  /** What that is in words, for messages. */
  readonly words: string;
}

/** What tells the records of an object apart, so that an import that runs twice stores each once. */
export interface ImportKey {
  /** The fields that together are given once. */
  readonly fields: readonly [string, ...string[]];
  /** A copy of the first field that is indexed; its column serves when there is none for the field itself. */
  readonly copy?: string;
}

const keys: ReadonlyMap<string, ImportKey> = new Map([
  ['Advocate__c', { fields: ['Contact__c'], copy: 'Contact_Key__c' }],
  ['Advocate_Consent__c', { fields: ['Advocate__c', 'Activity_Type__c', 'Purpose__c'] }],
]);

const naturalNames: ReadonlyMap<string, NaturalName> = new Map([
  ['Contact', { field: 'Email', words: 'mail' }],
  ['User', { field: 'Username', words: 'user name' }],
]);

/** The objects that can be imported. */
export const importableObjects: readonly string[] = [...keys.keys()];

/**
 * What tells the records of an object apart.
 *
 * @throws Error when the object can't be imported.
 */
export function keyOf(object: string): ImportKey {
  const key = keys.get(object);
  if (!key) {
    throw new Error(`"${object}" cannot be imported; choose one of ${importableObjects.join(', ')}.`);
  }
  return key;
}

/** How a record of this object is told in a spreadsheet. */
export function naturalNameOf(object: string): NaturalName {
  return naturalNames.get(object) ?? { field: 'Name', words: 'name' };
}
