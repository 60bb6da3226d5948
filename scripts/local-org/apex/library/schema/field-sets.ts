import type { FieldSetDescription, ObjectDescription } from '../../../data/schema/description.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raise } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { JSON_MEMBERS } from '../system/json-types.ts';
import { inUsersWords } from '../users-words.ts';
import { describeMembers } from './describe-members.ts';
import { displayType } from './display-type.ts';
import { NamedMap } from './named-map.ts';
import { sobjectFieldToken, tokenOf } from './tokens.ts';
import type { FieldToken } from './tokens.ts';

/** `Schema.SObjectTypeFieldSets`: `describe.fieldSets`. */
export class FieldSetCollection {
  readonly object: ObjectDescription;

  constructor(object: ObjectDescription) {
    this.object = object;
  }
}

/** `Schema.FieldSet`. */
class FieldSetValue {
  readonly object: ObjectDescription;
  readonly set: FieldSetDescription;

  constructor(object: ObjectDescription, set: FieldSetDescription) {
    this.object = object;
    this.set = set;
  }
}

/** `Schema.FieldSetMember`. */
class FieldSetMemberValue {
  readonly path: string;
  readonly required: boolean;
  readonly token: FieldToken;

  constructor(object: ObjectDescription, path: string, required: boolean) {
    this.path = path;
    this.required = required;
    this.token = fieldAt(object, path);
  }

  get label(): string {
    const { object, field } = this.token;
    return inUsersWords(object).fields.get(field.name.toLowerCase())?.label ?? field.label;
  }

  [JSON_MEMBERS](): [string, unknown][] {
    return [
      ['dbRequired', this.token.field.required],
      ['fieldPath', this.path],
      ['label', this.label],
      ['required', this.required],
      ['type', this.token.field.type],
    ];
  }
}

/** The field at the end of a path of relationships. */
function fieldAt(object: ObjectDescription, path: string): FieldToken {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    return sobjectFieldToken(object.name, first);
  }
  const lookup = [...object.fields.values()].find((field) => field.relationshipName?.toLowerCase() === first.toLowerCase());
  const parent = currentTransaction().schema.object(lookup?.referenceTo[0] ?? '');
  return parent ? fieldAt(parent, rest.join('.')) : raise('System.SObjectException', `Invalid relationship ${first} for ${object.name}`);
}

const known = new WeakMap<FieldSetDescription, readonly FieldSetMemberValue[]>();

/** The members are the same ones whenever they are asked for: code compares them. */
function members({ object, set }: FieldSetValue): ApexList {
  const values = known.get(set) ?? set.members.map(({ path, required }) => new FieldSetMemberValue(object, path, required));
  known.set(set, values);
  return new ApexList('Schema.FieldSetMember', [...values]);
}

/** Field sets and their members. */
export const fieldSetClasses: readonly LibraryClass[] = [
  {
    name: 'Schema.SObjectTypeFieldSets',
    isInstance: (value) => value instanceof FieldSetCollection,
    members: {
      'Map<String, Schema.FieldSet> getMap()': ({ object }: FieldSetCollection): NamedMap => {
        const map = new NamedMap('Schema.FieldSet');
        for (const set of object.fieldSets ?? []) {
          map.put(set.name.toLowerCase(), new FieldSetValue(object, set));
        }
        return map;
      },
    },
  },
  {
    name: 'Schema.FieldSet',
    isInstance: (value) => value instanceof FieldSetValue,
    members: {
      'Schema.SObjectType getSObjectType()': ({ object }: FieldSetValue) => tokenOf(object),
      ...describeMembers({
        'String getDescription': ({ set }: FieldSetValue) => set.description,
        'List<Schema.FieldSetMember> getFields': members,
        'String getLabel': ({ set }: FieldSetValue) => set.label,
        'String getName': ({ set }: FieldSetValue) => set.name,
        'String getNameSpace': () => null,
      }),
    },
  },
  {
    name: 'Schema.FieldSetMember',
    isInstance: (value) => value instanceof FieldSetMemberValue,
    members: {
      'Schema.SObjectField getSObjectField()': ({ token }: FieldSetMemberValue) => token,
      ...describeMembers({
        'Boolean getDbRequired': ({ token }: FieldSetMemberValue) => token.field.required,
        'String getFieldPath': ({ path }: FieldSetMemberValue) => path,
        'String getLabel': ({ label }: FieldSetMemberValue) => label,
        'Boolean getRequired': ({ required }: FieldSetMemberValue) => required,
        'Schema.DisplayType getType': ({ token }: FieldSetMemberValue) => displayType(token.field.type),
      }),
    },
  },
];
