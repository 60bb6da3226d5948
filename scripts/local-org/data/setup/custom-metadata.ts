import { SetUpError } from '../errors.ts';
import type { Component, SourceTree } from '../../metadata/source-tree.ts';
import type { Value } from '../record.ts';
import type { FieldDescription, ObjectDescription, Schema } from '../schema/description.ts';
import { DateValue } from '../values/date.ts';
import { DatetimeValue } from '../values/datetime.ts';
import { DecimalValue } from '../values/decimal.ts';
import type { SetUpWriter } from './set-up-writer.ts';

/**
 * Stores the records of custom metadata types.
 *
 * @throws SetUpError when a record's type or one of its fields does not exist, or a value does not fit its field.
 */
export function loadCustomMetadata(writer: SetUpWriter, tree: SourceTree, schema: Schema): void {
  for (const component of tree.ofType('CustomMetadata')) {
    const [typeName = '', recordName = ''] = component.name.split('.');
    const type = schema.object(`${typeName}__mdt`);
    if (type === undefined) {
      throw new SetUpError(`${component.path}: the custom metadata type ${typeName}__mdt does not exist; add it or remove the record.`);
    }
    const label = component.xml.textOf('label') ?? recordName;
    writer.upsert(
      type.name,
      { DeveloperName: recordName },
      { MasterLabel: label, Label: label, Language: 'en_US', QualifiedApiName: recordName, ...valuesOf(component, type) },
    );
  }
  for (const component of tree.ofType('CustomMetadata')) {
    relate(writer, component, tree, schema);
  }
}

/** Turns names of other records and of fields into their ids, once all records are there. */
function relate(writer: SetUpWriter, component: Component, tree: SourceTree, schema: Schema): void {
  const [typeName = '', recordName = ''] = component.name.split('.');
  const type = schema.object(`${typeName}__mdt`) as ObjectDescription;
  const values = valuesOf(component, type);
  const related: Record<string, Value> = {};
  for (const [name, value] of Object.entries(values)) {
    const target = type.fields.get(name.toLowerCase())?.referenceTo[0];
    if (typeof value !== 'string' || target === undefined) continue;
    if (target.endsWith('__mdt')) {
      const id = writer.find(target, { DeveloperName: value });
      if (id === undefined) {
        throw new SetUpError(`${component.path}: ${name} names ${target} ${value}, which does not exist; add the record or correct it.`);
      }
      related[name] = id;
    } else if (FIELD_OBJECTS.has(target) && !value.includes('.')) {
      const controlling = tree.find('CustomField', `${type.name}.${name}`)?.xml.textOf('metadataRelationshipControllingField');
      const object = values[controlling?.split('.').at(-1) ?? ''];
      if (typeof object === 'string') related[name] = `${object}.${declaredName(schema, object, value)}`;
    }
  }
  if (Object.keys(related).length > 0) writer.upsert(type.name, { DeveloperName: recordName }, related);
}

/** A field's name as its object declares it: records may name it in any case. */
function declaredName(schema: Schema, object: string, field: string): string {
  return schema.object(object)?.fields.get(field.toLowerCase())?.name ?? field;
}

/** Objects whose records are fields of the schema. */
const FIELD_OBJECTS: ReadonlySet<string> = new Set(['FieldDefinition', 'EntityParticle']);

function valuesOf(component: Component, type: ObjectDescription): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const entry of component.xml.all('values')) {
    const name = entry.textOf('field') ?? '';
    const field = type.fields.get(name.toLowerCase());
    if (field === undefined) {
      throw new SetUpError(`${component.path}: ${type.name} has no field ${name}; add the field or remove the value.`);
    }
    values[field.name] = valueOf(component, field, entry.textOf('value'));
  }
  return values;
}

function valueOf(component: Component, field: FieldDescription, text: string | undefined): Value {
  if (text === undefined) {
    return null;
  }
  try {
    switch (field.type) {
      case 'boolean':
        return text === 'true';
      case 'int':
        return Number(text);
      case 'double':
      case 'currency':
      case 'percent':
        return DecimalValue.parse(text);
      case 'date':
        return DateValue.parse(text);
      case 'datetime':
        return DatetimeValue.parse(text);
      default:
        return text;
    }
  } catch (cause) {
    throw new SetUpError(`${component.path}: ${text} is no value for the field ${field.name}; correct it.`, { cause });
  }
}
