import type { FieldType } from '../description.ts';
import type { FieldDraft, ObjectDraft } from '../drafts.ts';
import { addressField, locationField } from '../compound-fields.ts';
import { field } from '../field-builder.ts';
import { fieldFacts } from './field-facts.ts';
import { relationshipFields } from './child-relationships.ts';
import { standardPrefix } from './key-prefixes.ts';
import { standardObjectNames, typedObject } from './object-types.ts';
import type { TypedField, TypedObject } from './object-types.ts';
import type { SourceNames } from './source-names.ts';

/** Fields that an org has only with a feature which the local org doesn't offer (several currencies, person accounts, divisions, …). */
const OF_FEATURES =
  /^(?:CurrencyIsoCode|Division|Connection(?:Received|Sent)Id|\w*(?:State|Country)Code|Is(?:Person|Partner|CustomerPortal)\w*|Person[A-Z]\w*|RecordTypeId)$/;
/** What only the platform writes. */
const SYSTEM_FIELDS =
  /^(?:Id|IsDeleted|CreatedDate|CreatedById|LastModifiedDate|LastModifiedById|SystemModstamp|LastViewedDate|LastReferencedDate)$/;
/** Objects whose rows only the platform writes. */
const WRITTEN_BY_PLATFORM =
  /(?:Definition|DefinitionView|History|Feed|View|Particle|Log)$|^Apex|^Entity(?!Subscription)|^Login|^Process(?:Instance|Definition|Node)/;
/** Objects of such features, and those that the org makes itself: `Name`, share objects. */
const LEFT_OUT = /^(?:Name|AggregateResult|SObject|CurrencyType|DatedConversionRate|Territory2\w*)$|Share$|ChangeEvent$|__\w+$/;

const EXTENDED_BY_PRODUCTS: ReadonlySet<string> = new Set(
  'Account Contact Lead Opportunity OpportunityLineItem Case Product2 Pricebook2 PricebookEntry Campaign Contract Event Task Order Quote'.split(
    ' ',
  ),
);

const FIELD_TYPES: Readonly<Record<string, { readonly type: FieldType; readonly options?: Partial<FieldDraft> }>> = {
  Id: { type: 'reference' },
  Boolean: { type: 'boolean' },
  Integer: { type: 'int', options: { precision: 9 } },
  Long: { type: 'long', options: { precision: 18 } },
  Decimal: { type: 'double', options: { precision: 18, scale: 4 } },
  Double: { type: 'double', options: { precision: 18, scale: 4 } },
  Date: { type: 'date' },
  Datetime: { type: 'datetime' },
  Time: { type: 'time' },
  Blob: { type: 'base64' },
  Object: { type: 'anytype' },
};

/**
 * The standard objects described by hand, and those that a source names besides: as the platform's type tables have them, with types
 * and relationships, and lengths, picklists and required fields where `field-facts.ts` knows them.
 */
export function platformObjects(described: readonly ObjectDraft[], source: SourceNames): ObjectDraft[] {
  const known = new Map(described.map((draft) => [draft.name, draft]));
  const types = namedTypes(known, source);
  const added = [...types.values()].filter(({ name }) => !known.has(name)).map(objectOf);
  const completed = described.map((draft) => withNamedFields(draft, types.get(draft.name), source));
  return [...completed, ...withParents(added, types)];
}

/** Every object that is described or named, and those behind named relationships, until nothing new turns up. */
function namedTypes(known: ReadonlyMap<string, ObjectDraft>, source: SourceNames): Map<string, TypedObject> {
  const all = standardObjectNames();
  const types = new Map<string, TypedObject>();
  const waiting = [...all.values()].filter((name) => known.has(name) || (source.has(name) && !LEFT_OUT.test(name)));
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const type = types.has(name) ? undefined : typedObject(name);
    if (type === undefined) continue;
    types.set(name, type);
    for (const [relationship, child] of type.children) {
      if (isCalledAs(child, relationship) && source.has(relationship) && all.has(child.toLowerCase())) waiting.push(child);
    }
    for (const { name: fieldName, target } of type.fields) {
      if (target !== undefined && target !== 'SObject' && source.has(fieldName.replace(/Id$/, ''))) waiting.push(target);
    }
  }
  return types;
}

/**
 * An object described by hand with those of its other fields that the source names. Of the objects that products and industries add
 * fields to, the tables have more than an org has: there, what is described counts.
 */
function withNamedFields(draft: ObjectDraft, type: TypedObject | undefined, source: SourceNames): ObjectDraft {
  if (type === undefined || EXTENDED_BY_PRODUCTS.has(draft.name)) return draft;
  const present = new Set(draft.fields.map(({ name }) => name.toLowerCase()));
  const named = type.fields.filter(({ name }) => !present.has(name.toLowerCase()) && !OF_FEATURES.test(name) && source.has(name));
  return named.length === 0 ? draft : { ...draft, fields: [...draft.fields, ...named.map((each) => fieldOf(type, each))] };
}

/** Whether a relationship has the name of its records (`Assets`, `Histories` of an `AccountHistory`): other names are words of any text. */
function isCalledAs(child: string, relationship: string): boolean {
  return child.endsWith(relationship.replace(/ies$/, 'y').replace(/s$/, '')) || relationship.includes(child);
}

function objectOf(type: TypedObject): ObjectDraft {
  const label = spaced(type.name);
  const changeable = !WRITTEN_BY_PLATFORM.test(type.name);
  const facts = fieldFacts(type.name);
  const known = type.fields.filter(({ name }) => !OF_FEATURES.test(name)).map((each) => fieldOf(type, each));
  const fields = known.map((each) => ({ ...each, ...facts.get(each.name) }));
  const place = [...standardObjectNames().values()].indexOf(type.name);
  return {
    name: type.name,
    label,
    labelPlural: `${label}s`,
    keyPrefix: standardPrefix(type.name, place),
    custom: false,
    kind: 'standard',
    fields,
    validationRules: [],
    sharingModel: 'ReadWrite',
    ...(fields.some(({ nameField }) => nameField) && { nameField: fields.find(({ nameField }) => nameField)?.name }),
    triggerable: changeable,
    createable: changeable,
    updateable: changeable,
    deletable: changeable,
    queryable: true,
  };
}

function fieldOf(object: TypedObject, { name, type, target }: TypedField): FieldDraft {
  const readonly = { createable: false, updateable: false };
  const label = spaced(name.replace(/(?<=.)Id$/, ' ID'));
  if (name === 'Id') return field('Id', 'id', { label: 'Record ID', ...readonly });
  if (type === 'Id' && target === undefined) return field(name, 'string', { label, length: 18 });
  if (type === 'Address') return addressField(name, name.replace(/Address$/, ''), label, object.fields);
  if (type === 'Location') return locationField(name, 'Latitude', 'Longitude', { label });
  const { type: fieldType, options } = FIELD_TYPES[target === undefined ? type : 'Id'] ?? { type: 'string' as const };
  return field(name, fieldType, {
    label,
    ...options,
    ...(SYSTEM_FIELDS.test(name) && readonly),
    ...(name === `${object.name}Number` && { autoNumber: true, displayFormat: '{00000000}', ...readonly }),
    ...(isNameField(object, name) && { nameField: true }),
    ...(/^(?:Description|Body|HtmlBody|TextBody)$/.test(name) && fieldType === 'string' && { length: 32000, longText: true }),
    ...(target !== undefined && { referenceTo: target === 'SObject' ? [] : [target], relationshipName: name.replace(/Id$/, '') }),
  });
}

/** `Name`; on objects without one the number or the title. */
function isNameField(object: TypedObject, name: string): boolean {
  const has = (wanted: string): boolean => object.fields.some((each) => each.name === wanted);
  const nameField = ['Name', `${object.name}Number`, 'Title', 'Subject', 'MasterLabel'].find(has);
  return name === nameField;
}

/** Puts the names of relationships on the fields that lead to parents, and the objects that a lookup to several may point at. */
function withParents(drafts: readonly ObjectDraft[], types: ReadonlyMap<string, TypedObject>): ObjectDraft[] {
  return drafts.map((draft) => {
    const relationships = relationshipFields(draft, types);
    return relationships.size === 0
      ? draft
      : { ...draft, fields: draft.fields.map((each) => ({ ...each, ...relationships.get(each.name) })) };
  });
}

function spaced(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/ {2,}/g, ' ');
}
