import type { FieldDescription, ObjectDescription, Schema } from '../schema/description.ts';
import type { SetUpWriter } from './set-up-writer.ts';

/** The kinds of fields as `FieldDefinition.DataType` words them. */
const DATA_TYPES: Readonly<Record<FieldDescription['type'], string>> = {
  id: 'Lookup()',
  string: 'Text',
  textarea: 'Text Area',
  boolean: 'Checkbox',
  int: 'Number',
  long: 'Number',
  double: 'Number',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'Date/Time',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'Picklist (Multi-Select)',
  reference: 'Lookup',
  email: 'Email',
  phone: 'Phone',
  url: 'URL',
  base64: 'Base64',
  address: 'Address',
  location: 'Geolocation',
  anytype: 'Text',
};

/**
 * Stores what the schema says as rows of `EntityDefinition` and `FieldDefinition`, which metadata relationships point at. Their ids are
 * the API names: that is what a metadata relationship holds.
 */
export function loadDefinitions(writer: SetUpWriter, schema: Schema): void {
  writer.clear('EntityDefinition');
  writer.clear('FieldDefinition');
  const particles = schema.object('EntityParticle') !== undefined;
  if (particles) writer.clear('EntityParticle');
  for (const object of schema.objects()) {
    writer.insert('EntityDefinition', {
      Id: object.name,
      DurableId: object.name,
      QualifiedApiName: object.name,
      DeveloperName: developerName(object.name),
      MasterLabel: object.label,
      Label: object.label,
      PluralLabel: object.labelPlural,
      KeyPrefix: object.keyPrefix,
      IsCustomSetting: object.kind === 'customSetting',
      IsTriggerable: object.triggerable,
      IsQueryable: object.queryable,
    });
    for (const field of object.fields.values()) {
      writer.insert('FieldDefinition', rowOf(object, field));
      if (particles) writer.insert('EntityParticle', particleOf(object, field));
    }
  }
}

/** The same field as the object that metadata relationships may also point at. */
function particleOf(object: ObjectDescription, field: FieldDescription): Parameters<SetUpWriter['insert']>[1] {
  return {
    Id: `${object.name}.${field.name}`,
    DurableId: `${object.name}.${field.name}`,
    EntityDefinitionId: object.name,
    QualifiedApiName: field.name,
    DeveloperName: developerName(field.name),
    MasterLabel: field.label,
    Label: field.label,
  };
}

function rowOf(object: ObjectDescription, field: FieldDescription): Parameters<SetUpWriter['insert']>[1] {
  return {
    Id: `${object.name}.${field.name}`,
    DurableId: `${object.name}.${field.name}`,
    EntityDefinitionId: object.name,
    QualifiedApiName: field.name,
    DeveloperName: developerName(field.name),
    MasterLabel: field.label,
    Label: field.label,
    DataType: field.formula === undefined ? DATA_TYPES[field.type] : `Formula (${DATA_TYPES[field.type]})`,
    Length: field.length,
    Precision: field.precision,
    Scale: field.scale,
    IsCalculated: field.formula !== undefined,
    IsNillable: !field.required,
  };
}

function developerName(name: string): string {
  return name.replace(/__\w+$/, '');
}
