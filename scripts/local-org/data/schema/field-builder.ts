import type { FieldType } from './description.ts';
import type { FieldDraft } from './drafts.ts';

function isCompound(type: FieldType): boolean {
  return type === 'address' || type === 'location';
}

/** Fields of these types hold text that the platform neither sorts nor groups. */
function isFree(type: FieldType, options: Partial<FieldDraft>): boolean {
  return options.longText === true || type === 'base64' || isCompound(type);
}

/** A field with the platform's usual properties for its type, save those given. */
export function field(name: string, type: FieldType, options: Partial<FieldDraft> = {}): FieldDraft {
  const calculated = options.formula !== undefined || options.summary !== undefined || options.autoNumber === true || isCompound(type);
  const free = isFree(type, options);
  return {
    name,
    label: name,
    type,
    custom: false,
    precision: 0,
    scale: 0,
    longText: false,
    htmlFormatted: false,
    required: false,
    unique: false,
    caseSensitive: false,
    externalId: false,
    nameField: false,
    autoNumber: false,
    createable: !calculated,
    updateable: !calculated,
    filterable: !free,
    sortable: !free && type !== 'multipicklist',
    groupable:
      !free && type !== 'multipicklist' && type !== 'double' && type !== 'currency' && type !== 'percent' && options.formula === undefined,
    referenceTo: [],
    masterDetail: false,
    picklistValues: [],
    restrictedPicklist: false,
    ...withoutUndefined(options),
    length: options.length ?? usualLength(type),
  };
}

function usualLength(type: FieldType): number {
  switch (type) {
    case 'picklist':
      return 255;
    case 'multipicklist':
      return 4099;
    case 'email':
      return 80;
    case 'phone':
      return 40;
    case 'url':
    case 'string':
    case 'textarea':
      return 255;
    case 'id':
    case 'reference':
      return 18;
    default:
      return 0;
  }
}

function withoutUndefined<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}
