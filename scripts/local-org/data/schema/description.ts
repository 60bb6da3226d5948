/**
 * What the org knows of its objects and fields, whether they come from the platform or from a source tree.
 * Names keep the case of their declaration; every look-up by name is case-insensitive (keys are lower case).
 */

/** The kind of a field, as a describe call reports it. */
export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'boolean'
  | 'int'
  | 'long'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'picklist'
  | 'multipicklist'
  | 'reference'
  | 'email'
  | 'phone'
  | 'url'
  | 'base64'
  | 'address'
  | 'location'
  | 'anytype';

/** One value of a picklist. */
export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly isDefault: boolean;
}

/** What happens to a lookup when the record it points at is deleted. */
export type DeleteConstraint = 'SetNull' | 'Restrict' | 'Cascade';

/** A field of an object. */
export interface FieldDescription {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly custom: boolean;
  /** Characters, for text of any kind; 0 where it does not apply. */
  readonly length: number;
  /** All digits, for numbers. */
  readonly precision: number;
  /** Digits after the point, for numbers. */
  readonly scale: number;
  /** True for a long or rich text area: it can be neither filtered nor sorted. */
  readonly longText: boolean;
  readonly htmlFormatted: boolean;
  readonly required: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  readonly nameField: boolean;
  readonly autoNumber: boolean;
  /** The display format of an auto number, such as `ADV-{000000}`. */
  readonly displayFormat?: string;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly groupable: boolean;
  /** The objects a reference may point at. */
  readonly referenceTo: readonly string[];
  /** The name by which a query walks to the parent: `Account`, `Advocate__r`. */
  readonly relationshipName?: string;
  readonly masterDetail: boolean;
  /** Of a master: 0 for the one whose owner and sharing count, 1 for the other of a junction. */
  readonly relationshipOrder?: number;
  readonly deleteConstraint?: DeleteConstraint;
  readonly picklistValues: readonly PicklistValue[];
  readonly restrictedPicklist: boolean;
  /** The global value set that the values come from. */
  readonly valueSet?: string;
  /** The field whose value says which of the values can be chosen. */
  readonly controllingField?: string;
  /** For an address or a location: the fields it is made of, by the name of the part (`city`, `latitude`). It has no column of its own. */
  readonly parts?: Readonly<Record<string, string>>;
  /** Formula source, when the value is calculated on read. */
  readonly formula?: string;
  /** Whether blank numbers count as 0 in the formula; else they make its result blank. */
  readonly blanksAsZero?: boolean;
  /** Roll-up summary, when the value is calculated from children. */
  readonly summary?: RollUpSummary;
  /** Formula source of the default value. */
  readonly defaultValue?: string;
  /** What a record must be like for this lookup to point at it. */
  readonly lookupFilter?: LookupFilter;
  readonly helpText?: string;
  readonly description?: string;
  /** The class of its values in Apex, where they are objects of a library class. */
  readonly apexType?: string;
}

/** A required filter on a lookup. */
export interface LookupFilter {
  readonly conditions: readonly LookupCondition[];
  /** How the conditions go together, by their numbers: `1 AND (2 OR 3)`; all of them when absent. */
  readonly logic?: string;
  /** What to say instead of the platform's own words. */
  readonly message?: string;
}

/** One condition of a lookup filter. */
export interface LookupCondition {
  /** A path from the target (`Contact.Account.Industry`), from the record itself (`$Source.AccountId`), or a global (`$User.Id`). */
  readonly field: string;
  readonly operation: string;
  /** A literal, or several with commas; absent when compared with another field. */
  readonly value?: string;
  /** The other field, written like `field`. */
  readonly valueField?: string;
}

/** A roll-up summary over the detail records. */
export interface RollUpSummary {
  readonly operation: 'count' | 'sum' | 'min' | 'max';
  /** `Child__c.Amount__c`; absent for a count. */
  readonly summarizedField?: string;
  /** `Child__c.Parent__c`. */
  readonly foreignKey: string;
  /** Which details count: those that meet all of these. */
  readonly filters: readonly RecordFilter[];
}

/** A condition on a record as metadata words it: a field, `equals` or another operation, and a value (or several, with commas). */
export interface RecordFilter {
  readonly field: string;
  readonly operation: string;
  readonly value: string;
}

/** The children of an object, seen from the parent. */
export interface ChildRelationship {
  readonly childObject: string;
  readonly field: string;
  /** The name used in a sub-query; absent when the relationship has none. */
  readonly relationshipName?: string;
  readonly cascadeDelete: boolean;
  readonly restrictedDelete: boolean;
}

export type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ReadWriteTransfer' | 'FullAccess' | 'ControlledByParent';

/** A validation rule: the record is refused when the formula is true. */
export interface ValidationRule {
  readonly name: string;
  readonly formula: string;
  readonly message: string;
  /** The field the message is shown at; absent for the top of the page. */
  readonly field?: string;
}

/** A named list of fields, kept by an administrator: `Schema.FieldSet`. */
export interface FieldSetDescription {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** Paths from the object, such as `Name` or `Owner.Name`. */
  readonly members: readonly { readonly path: string; readonly required: boolean }[];
}

/** An object of the org. */
export interface ObjectDescription {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly custom: boolean;
  readonly kind: 'standard' | 'custom' | 'customSetting' | 'customMetadata' | 'platformEvent' | 'share';
  readonly customSettingType?: 'Hierarchy' | 'List';
  readonly description?: string;
  /** Fields by lower-case name, in the order of their declaration, standard ones first. */
  readonly fields: ReadonlyMap<string, FieldDescription>;
  readonly childRelationships: readonly ChildRelationship[];
  readonly validationRules: readonly ValidationRule[];
  readonly fieldSets?: readonly FieldSetDescription[];
  readonly sharingModel: SharingModel;
  readonly nameField?: string;
  readonly triggerable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly queryable: boolean;
  /** Of a custom object: whether searches find its records. */
  readonly searchable?: boolean;
  /** Of a platform event: whether it is published at once, even if the transaction is undone, rather than after the commit. */
  readonly publishedAtOnce?: boolean;
  /** Of a change event: the object whose changes it tells of, and whether a channel of the org selects it. */
  readonly changesOf?: { readonly objectName: string; readonly selected: boolean };
}

/** Every object of the org, by any case of its name. */
export interface Schema {
  object(name: string): ObjectDescription | undefined;
  objects(): Iterable<ObjectDescription>;
  /** The object whose records carry this key prefix (the first three characters of an id). */
  objectOfPrefix(prefix: string): ObjectDescription | undefined;
}
