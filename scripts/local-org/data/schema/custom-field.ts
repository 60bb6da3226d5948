import { SetUpError } from '../../metadata/set-up-error.ts';
import type { SourceTree } from '../../metadata/source-tree.ts';
import type { XmlElement } from '../../metadata/xml-element.ts';
import { lookupCondition, recordFilter } from './record-filter.ts';
import type { FieldType, LookupFilter, PicklistValue, RollUpSummary } from './description.ts';
import type { FieldDraft } from './drafts.ts';
import { locationField } from './compound-fields.ts';
import { field } from './field-builder.ts';

const FORMULA_TEXT_LENGTH = 1300;
const FORMULA_PRECISION = 18;

const TYPES: Readonly<Record<string, FieldType>> = {
  Text: 'string',
  TextArea: 'textarea',
  LongTextArea: 'textarea',
  Html: 'textarea',
  EncryptedText: 'string',
  Number: 'double',
  Currency: 'currency',
  Percent: 'percent',
  Checkbox: 'boolean',
  Date: 'date',
  DateTime: 'datetime',
  Time: 'time',
  Email: 'email',
  Phone: 'phone',
  Url: 'url',
  Picklist: 'picklist',
  MultiselectPicklist: 'multipicklist',
  Lookup: 'reference',
  MasterDetail: 'reference',
  Hierarchy: 'reference',
  MetadataRelationship: 'reference',
  AutoNumber: 'string',
  Summary: 'double',
};

/**
 * The fields that one `*.field-meta.xml` (or a `<fields>` element of an object file) declares: one, save for a location, which has two more.
 * @throws SetUpError for a type the local org does not have.
 */
export function customFields(xml: XmlElement, objectName: string, path: string, tree: SourceTree): FieldDraft[] {
  const name = xml.textOf('fullName');
  const typeName = xml.textOf('type');
  if (name === undefined || typeName === undefined) {
    throw new SetUpError(`${path}: a field needs a fullName and a type; add them.`);
  }
  if (typeName === 'Location') {
    const base = name.replace(/__c$/, '');
    const scale = xml.numberOf('scale') ?? 6;
    const part = (suffix: string, label: string): FieldDraft =>
      field(`${base}__${suffix}__s`, 'double', {
        label: `${xml.textOf('label') ?? base} (${label})`,
        custom: true,
        precision: scale + 3,
        scale,
      });
    const [latitude, longitude] = [part('Latitude', 'Latitude'), part('Longitude', 'Longitude')];
    const whole = locationField(name, latitude.name, longitude.name, {
      label: xml.textOf('label') ?? base,
      custom: true,
      description: xml.textOf('description'),
      helpText: xml.textOf('inlineHelpText'),
    });
    return [latitude, longitude, whole];
  }
  const type = TYPES[typeName];
  if (type === undefined) {
    throw new SetUpError(`${path}: the local org does not support fields of type ${typeName} (${objectName}.${name}).`);
  }
  const formula = xml.textOf('formula');
  return [
    field(name, type, {
      label: xml.textOf('label') ?? name,
      custom: true,
      required: xml.flag('required') || typeName === 'MasterDetail',
      unique: xml.flag('unique'),
      caseSensitive: xml.flag('caseSensitive'),
      externalId: xml.flag('externalId'),
      defaultValue: xml.textOf('defaultValue'),
      helpText: xml.textOf('inlineHelpText'),
      description: xml.textOf('description'),
      formula,
      ...(formula !== undefined && { blanksAsZero: xml.textOf('formulaTreatBlanksAs') !== 'BlankAsBlank' }),
      ...lengths(xml, typeName, formula !== undefined),
      ...(type === 'reference' && relation(xml, name, typeName)),
      ...(type === 'reference' && { lookupFilter: lookupFilter(xml.child('lookupFilter'), path) }),
      ...(typeName === 'AutoNumber' && { autoNumber: true, displayFormat: xml.textOf('displayFormat') ?? '{0}', length: 30 }),
      ...(typeName === 'Summary' && { summary: summary(xml, path), precision: FORMULA_PRECISION }),
      ...((type === 'picklist' || type === 'multipicklist') && picklist(xml, path, tree)),
    }),
  ];
}

function lengths(xml: XmlElement, typeName: string, calculated: boolean): Partial<FieldDraft> {
  switch (typeName) {
    case 'Text':
      return { length: calculated ? FORMULA_TEXT_LENGTH : (xml.numberOf('length') ?? 255) };
    case 'LongTextArea':
    case 'Html':
      return { length: xml.numberOf('length') ?? 32768, longText: true, htmlFormatted: typeName === 'Html' };
    case 'EncryptedText':
      return { length: xml.numberOf('length') ?? 175 };
    case 'Number':
    case 'Currency':
    case 'Percent':
      return {
        length: 0,
        precision: calculated ? FORMULA_PRECISION : (xml.numberOf('precision') ?? 18),
        scale: xml.numberOf('scale') ?? 0,
      };
    default:
      return {};
  }
}

function relation(xml: XmlElement, name: string, typeName: string): Partial<FieldDraft> {
  const children = xml.textOf('relationshipName');
  const masterDetail = typeName === 'MasterDetail';
  const constraint = xml.textOf('deleteConstraint');
  return {
    referenceTo: [typeName === 'Hierarchy' ? 'User' : (xml.textOf('referenceTo') ?? 'EntityDefinition')],
    relationshipName: name.replace(/__c$/, '__r'),
    childRelationshipName: children === undefined ? undefined : `${children}__r`,
    masterDetail,
    ...(masterDetail && { relationshipOrder: xml.numberOf('relationshipOrder') ?? 0 }),
    deleteConstraint: masterDetail ? 'Cascade' : constraint === 'Restrict' ? 'Restrict' : constraint === 'Cascade' ? 'Cascade' : 'SetNull',
    updateable: !masterDetail || xml.flag('reparentableMasterDetail'),
  };
}

/** A filter that is switched off or only suggests changes nothing in what can be saved. */
function lookupFilter(xml: XmlElement | undefined, path: string): LookupFilter | undefined {
  if (xml === undefined || !xml.flag('active', true) || xml.flag('isOptional')) {
    return undefined;
  }
  const logic = xml.textOf('booleanFilter');
  const message = xml.textOf('errorMessage');
  return {
    conditions: xml.all('filterItems').map((item) => lookupCondition(item, path)),
    ...(logic !== undefined && { logic }),
    ...(message !== undefined && { message }),
  };
}

function summary(xml: XmlElement, path: string): RollUpSummary {
  return {
    operation: (xml.textOf('summaryOperation') ?? 'count') as RollUpSummary['operation'],
    summarizedField: xml.textOf('summarizedField'),
    foreignKey: xml.textOf('summaryForeignKey') ?? '',
    filters: xml.all('summaryFilterItems').map((item) => recordFilter(item, path)),
  };
}

function picklist(xml: XmlElement, path: string, tree: SourceTree): Partial<FieldDraft> {
  const valueSet = xml.child('valueSet');
  const controllingField = valueSet?.textOf('controllingField');
  return { ...valuesOf(valueSet, path, tree), ...(controllingField === undefined ? {} : { controllingField }) };
}

function valuesOf(valueSet: XmlElement | undefined, path: string, tree: SourceTree): Partial<FieldDraft> {
  const globalName = valueSet?.textOf('valueSetName');
  if (globalName !== undefined) {
    const globalSet = tree.find('GlobalValueSet', globalName);
    if (globalSet === undefined) {
      throw new SetUpError(`${path}: the global value set ${globalName} is not in the source; add it.`);
    }
    return { picklistValues: picklistValues(globalSet.xml.all('customValue')), restrictedPicklist: true, valueSet: globalName };
  }
  const definition = valueSet?.child('valueSetDefinition');
  return {
    picklistValues: picklistValues(definition?.all('value') ?? []),
    restrictedPicklist: valueSet?.flag('restricted') ?? false,
  };
}

/** The values of a `<value>`, `<customValue>` or `<standardValue>` list. */
export function picklistValues(values: readonly XmlElement[]): PicklistValue[] {
  return values.map((value) => {
    const name = value.textOf('fullName') ?? '';
    return { value: name, label: value.textOf('label') ?? name, active: value.flag('isActive', true), isDefault: value.flag('default') };
  });
}
