import type { FieldDescription, FieldType, ObjectDescription, Schema } from '../../../data/schema/description.ts';
import { field } from '../../../data/schema/field-builder.ts';
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
      const link = parent && { referenceTo: [parent.name], relationshipName: name };
      fields.set(name.toLowerCase(), field(name, fieldType, { custom: true, createable: false, updateable: false, ...link }));
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
