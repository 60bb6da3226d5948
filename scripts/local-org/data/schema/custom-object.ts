import { SetUpError } from '../../metadata/set-up-error.ts';
import type { Component, SourceTree } from '../../metadata/source-tree.ts';
import type { XmlElement } from '../../metadata/xml-element.ts';
import { customFields } from './custom-field.ts';
import type { ObjectDescription, SharingModel, ValidationRule } from './description.ts';
import type { FieldDraft, ObjectDraft } from './drafts.ts';
import { fieldSetsOf } from './field-sets.ts';
import { field } from './field-builder.ts';
import { idField, systemFields } from './standard-language.ts';

const SHARING_MODELS: ReadonlySet<string> = new Set([
  'Private',
  'Read',
  'ReadWrite',
  'ReadWriteTransfer',
  'FullAccess',
  'ControlledByParent',
]);

/** The custom fields a source tree adds to an object. */
export function fieldsOf(objectName: string, tree: SourceTree): FieldDraft[] {
  const separate = tree
    .childrenOf('CustomField', objectName)
    .filter((component) => component.xml.textOf('type') !== undefined && isCustomName(component.xml.textOf('fullName')))
    .flatMap((component) => customFields(component.xml, objectName, component.path, tree));
  const inline = tree
    .ofType('CustomObject')
    .filter((component) => component.name.toLowerCase() === objectName.toLowerCase())
    .flatMap((component) =>
      component.xml
        .all('fields')
        .filter((xml) => isCustomName(xml.textOf('fullName')))
        .flatMap((xml) => customFields(xml, objectName, component.path, tree)),
    );
  return [...separate, ...inline];
}

function isCustomName(name: string | undefined): boolean {
  return name !== undefined && name.endsWith('__c');
}

/** The active validation rules a source tree adds to an object. */
export function validationRulesOf(objectName: string, tree: SourceTree): ValidationRule[] {
  const inline = tree
    .ofType('CustomObject')
    .filter((component) => component.name.toLowerCase() === objectName.toLowerCase())
    .flatMap((component) => component.xml.all('validationRules').map((xml) => ({ xml, path: component.path })));
  return [...tree.childrenOf('ValidationRule', objectName), ...inline]
    .filter(({ xml }) => xml.flag('active', true))
    .map(({ xml, path }) => {
      const formula = xml.textOf('errorConditionFormula');
      if (formula === undefined) {
        throw new SetUpError(`${path}: the validation rule has no errorConditionFormula; add one.`);
      }
      return {
        name: xml.textOf('fullName') ?? '',
        formula,
        message: xml.textOf('errorMessage') ?? '',
        field: xml.textOf('errorDisplayField'),
      };
    });
}

/** Builds a custom object, custom setting, custom metadata type or platform event from its file. */
export function customObject(component: Component, tree: SourceTree, keyPrefix: string): ObjectDraft {
  const { xml, name } = component;
  const settingType = xml.textOf('customSettingsType') as ObjectDescription['customSettingType'];
  const kind = kindOf(name, settingType);
  const own = fieldsOf(name, tree);
  const fields = [idField(), ...platformFields(kind, xml, own, component.path)];
  const label = xml.textOf('label') ?? name;
  const changeable = kind === 'custom' || kind === 'customSetting';
  return {
    name,
    label,
    labelPlural: xml.textOf('pluralLabel') ?? label,
    keyPrefix,
    custom: true,
    kind,
    ...(settingType !== undefined && { customSettingType: settingType }),
    ...(xml.textOf('description') !== undefined && { description: xml.textOf('description') }),
    fields,
    validationRules: validationRulesOf(name, tree),
    fieldSets: fieldSetsOf(name, tree),
    sharingModel: kind === 'custom' ? sharingModelOf(xml, own, component.path) : 'ReadWrite',
    nameField: fields.find((candidate) => candidate.nameField)?.name,
    triggerable: (kind === 'custom' && !isBigObject(component.path)) || kind === 'platformEvent',
    createable: changeable || kind === 'platformEvent',
    updateable: changeable,
    deletable: changeable,
    queryable: kind !== 'platformEvent',
    searchable: xml.flag('enableSearch', false),
    ...(kind === 'platformEvent' && { publishedAtOnce: xml.textOf('publishBehavior') === 'PublishImmediately' }),
  };
}

function kindOf(name: string, settingType: string | undefined): ObjectDescription['kind'] {
  if (name.endsWith('__mdt')) {
    return 'customMetadata';
  }
  if (name.endsWith('__e')) {
    return 'platformEvent';
  }
  return settingType === undefined ? 'custom' : 'customSetting';
}

/** `Archive__b`: rows without a name or an owner, and without triggers. */
function isBigObject(path: string): boolean {
  return /__b\.object(?:-meta\.xml)?$/.test(path);
}

function sharingModelOf(xml: XmlElement, fields: readonly FieldDraft[], path: string): SharingModel {
  const model = xml.textOf('sharingModel') ?? (fields.some((candidate) => candidate.masterDetail) ? 'ControlledByParent' : 'ReadWrite');
  if (!SHARING_MODELS.has(model)) {
    throw new SetUpError(`${path}: the sharing model ${model} is not known; use Private, Read, ReadWrite or ControlledByParent.`);
  }
  return model as SharingModel;
}

function platformFields(kind: ObjectDescription['kind'], xml: XmlElement, own: FieldDraft[], path: string): FieldDraft[] {
  const readonly = { createable: false, updateable: false };
  switch (kind) {
    case 'customMetadata':
      return [
        field('DeveloperName', 'string', {
          label: 'Custom Metadata Record Name',
          length: 40,
          required: true,
          nameField: true,
          ...readonly,
        }),
        field('MasterLabel', 'string', { label: 'Label', length: 40, required: true, ...readonly }),
        field('Language', 'picklist', { label: 'Master Language', ...readonly }),
        field('NamespacePrefix', 'string', { label: 'Namespace Prefix', length: 15, ...readonly }),
        field('Label', 'string', { label: 'Label', length: 40, ...readonly }),
        field('QualifiedApiName', 'string', { label: 'Qualified API Name', length: 70, ...readonly }),
        ...own,
        field('SystemModstamp', 'datetime', { label: 'System Modstamp', ...readonly }),
      ];
    case 'customSetting':
      return systemFields(
        ['deleted', 'audit'],
        [
          field('Name', 'string', { label: 'Name', length: 38, nameField: true }),
          field('SetupOwnerId', 'reference', {
            label: 'Location',
            referenceTo: ['Organization', 'Profile', 'User'],
            relationshipName: 'SetupOwner',
          }),
          ...own,
        ],
      );
    case 'platformEvent':
      return [
        field('ReplayId', 'string', { label: 'Replay ID', length: 1000, ...readonly }),
        field('EventUuid', 'string', { label: 'Event UUID', length: 36, ...readonly }),
        ...systemFields(['created'], own),
      ];
    default:
      return customPlatformFields(xml, own, path);
  }
}

function customPlatformFields(xml: XmlElement, own: FieldDraft[], path: string): FieldDraft[] {
  if (isBigObject(path)) {
    return systemFields(['created'], own);
  }
  const named = xml.child('nameField');
  if (named === undefined) {
    throw new SetUpError(`${path}: a custom object needs a nameField; add one.`);
  }
  const autoNumber = named.textOf('type') === 'AutoNumber';
  const name = field('Name', 'string', {
    label: named.textOf('label') ?? 'Name',
    length: 80,
    nameField: true,
    ...(autoNumber && { autoNumber: true, displayFormat: named.textOf('displayFormat') ?? '{0}' }),
  });
  const detail = own.some((candidate) => candidate.masterDetail);
  const [deleted, ...rest] = systemFields(['deleted', 'audit', 'viewed'], []);
  const owner = detail ? [] : systemFields(['queueOwner'], []);
  return [...owner, deleted, name, ...rest, ...own];
}
