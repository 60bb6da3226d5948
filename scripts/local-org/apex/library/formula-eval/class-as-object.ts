import type { FieldDescription, FieldType, ObjectDescription, Schema } from '../../../data/schema/description.ts';
import { instanceFields } from '../../runtime/class-info.ts';
import type { ClassInfo } from '../../runtime/class-info.ts';

const FIELD_TYPES: Readonly<Record<string, FieldType>> = {
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  decimal: 'double',
  double: 'double',
  id: 'id',
  integer: 'int',
  long: 'long',
  string: 'string',
  time: 'time',
};

/** An Apex class seen as an object of the schema, so that a formula can walk from its properties into records. */
export function classAsObject(info: ClassInfo, schema: Schema): ObjectDescription {
  const fields = new Map<string, FieldDescription>();
  for (const { name, type } of instanceFields(info)) {
    const parent = schema.object(type);
    const fieldType = parent ? 'reference' : FIELD_TYPES[type.toLowerCase()];
    if (fieldType) {
      fields.set(name.toLowerCase(), field(name, fieldType, parent?.name));
    }
  }
  return {
    name: info.name,
    label: info.name,
    labelPlural: info.name,
    keyPrefix: '',
    custom: true,
    kind: 'custom',
    fields,
    childRelationships: [],
    validationRules: [],
    sharingModel: 'Private',
    triggerable: false,
    createable: false,
    updateable: false,
    deletable: false,
    queryable: false,
  };
}

function field(name: string, type: FieldType, parent: string | undefined): FieldDescription {
  return {
    name,
    label: name,
    type,
    custom: true,
    length: 0,
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
    createable: false,
    updateable: false,
    filterable: false,
    sortable: false,
    groupable: false,
    referenceTo: parent === undefined ? [] : [parent],
    ...(parent === undefined ? {} : { relationshipName: name }),
    masterDetail: false,
    picklistValues: [],
    restrictedPicklist: false,
  };
}
