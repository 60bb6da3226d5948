import type { FieldDescription, Schema } from '../data/schema/description.ts';
import type { Component, SourceTree } from '../metadata/source-tree.ts';
import type { Finding } from './finding.ts';
import type { XmlNode } from './xml-lines.ts';

/** What references are looked up in. */
export interface Named {
  readonly tree: SourceTree;
  readonly schema: Schema;
}

/** Tells what is wrong with the name that a metadata file gives; undefined when nothing is. */
type Check = (named: Named, name: string, component: Component) => string | undefined;

const component =
  (what: string, ...types: readonly string[]): Check =>
  ({ tree }, name) =>
    isForeign(name) || types.some((type) => tree.find(type, name) !== undefined) ? undefined : `There is no ${what} ${name}`;

const object: Check = (named, name) => missingObject(named, name);

/** `Object.Field`. */
const field: Check = (named, name) => {
  const [objectName = '', fieldName = ''] = name.split('.');
  return missingObject(named, objectName) ?? missingField(named, objectName, fieldName);
};

/** A field of the object that the file belongs to. */
const ownField: Check = (named, name, owner) => (name.includes('.') ? undefined : missingField(named, objectOf(owner), name));

const tab: Check = ({ tree }, name) =>
  name.startsWith('standard-') || isForeign(name) || tree.find('CustomTab', name) !== undefined ? undefined : `There is no tab ${name}`;

const lightningComponent: Check = ({ tree }, name) => {
  if (!name.startsWith('c:')) return undefined;
  const found = tree.find('LightningComponentBundle', name.slice(2)) ?? tree.find('AuraDefinitionBundle', name.slice(2));
  return found === undefined ? `There is no component ${name}` : undefined;
};

const recordField: Check = (named, name, page) => {
  const match = /^Record\.(\w+)$/.exec(name);
  const objectName = page.xml.textOf('sobjectType');
  return match?.[1] !== undefined && objectName !== undefined ? missingField(named, objectName, match[1]) : undefined;
};

const metadataField: Check = (named, name, record) => missingField(named, `${record.name.split('.')[0] ?? ''}__mdt`, name);

const page = component('page', 'FlexiPage');
const group = component('group', 'Group');

/** Every place of a metadata file that names something else, by the path of elements that leads there. */
const PLACES: Readonly<Record<string, Check>> = {
  ...places('PermissionSet', 'MutingPermissionSet', 'Profile'),
  'PermissionSetGroup/permissionSets': component('permission set', 'PermissionSet'),
  'PermissionSetGroup/mutingPermissionSets': component('muting permission set', 'MutingPermissionSet'),
  'CustomApplication/tabs': tab,
  'CustomApplication/actionOverrides/pageOrSobjectType': object,
  'CustomTab/flexiPage': page,
  'CustomTab/lwcComponent': component('component', 'LightningComponentBundle'),
  'FlexiPage/sobjectType': object,
  'FlexiPage/flexiPageRegions/itemInstances/componentInstance/componentName': lightningComponent,
  'FlexiPage/flexiPageRegions/itemInstances/fieldInstance/fieldItem': recordField,
  'Layout/layoutSections/layoutColumns/layoutItems/field': ownField,
  'ListView/columns': ownField,
  'ListView/filters/field': ownField,
  'CompactLayout/fields': ownField,
  'CustomObject/searchLayouts/customTabListAdditionalFields': ownField,
  'CustomField/referenceTo': object,
  'CustomField/summarizedField': field,
  'CustomField/summaryForeignKey': field,
  'CustomField/valueSet/valueSetName': component('global value set', 'GlobalValueSet'),
  'CustomMetadata/values/field': metadataField,
  'Queue/queueSobject/sobjectType': object,
  'QuickAction/targetObject': object,
  'QuickAction/lightningWebComponent': component('component', 'LightningComponentBundle'),
  'SharingRules/sharingCriteriaRules/criteriaItems/field': ownField,
  'SharingRules/sharingCriteriaRules/sharedTo/group': group,
  'SharingRules/sharingOwnerRules/sharedTo/group': group,
  'SharingRules/sharingOwnerRules/sharedFrom/group': group,
  'SharingRules/sharingOwnerRules/sharedFrom/queue': component('queue', 'Queue'),
  'CustomObjectTranslation/fields/name': ownField,
  'CustomFieldTranslation/name': ownField,
  'Translations/customTabs/name': tab,
  'Translations/customApplications/name': component('application', 'CustomApplication'),
  'Translations/customLabels/name': ({ tree }, name) => (hasLabel(tree, name) ? undefined : `There is no label ${name}`),
};

function places(...roots: readonly string[]): Record<string, Check> {
  const checks: Readonly<Record<string, Check>> = {
    'applicationVisibilities/application': component('application', 'CustomApplication'),
    'classAccesses/apexClass': component('Apex class', 'ApexClass'),
    'customMetadataTypeAccesses/name': object,
    'customPermissions/name': component('custom permission', 'CustomPermission'),
    'customSettingAccesses/name': object,
    'fieldPermissions/field': field,
    'objectPermissions/object': object,
    'pageAccesses/apexPage': component('Visualforce page', 'ApexPage'),
    'tabSettings/tab': tab,
  };
  return Object.fromEntries(roots.flatMap((root) => Object.entries(checks).map(([path, check]) => [`${root}/${path}`, check])));
}

/** Looks up every name that a metadata file gives: objects, fields, classes, tabs, pages, components, groups, labels. */
export function checkReferences(named: Named, owner: Component, root: XmlNode): Finding[] {
  return walk(root, root.name).flatMap(({ node, path }) => {
    const message = PLACES[path]?.(named, node.text, owner);
    return message === undefined ? [] : [{ path: owner.path, line: node.line, message }];
  });
}

function walk(node: XmlNode, path: string): { node: XmlNode; path: string }[] {
  return [{ node, path }, ...node.children.flatMap((child) => walk(child, `${path}/${child.name}`))];
}

/** Whether the project has a custom label of this name. */
export function hasLabel(tree: SourceTree, name: string): boolean {
  return tree.ofType('CustomLabels').some(({ xml }) => xml.all('labels').some((label) => label.textOf('fullName') === name));
}

function missingObject({ schema }: Named, name: string): string | undefined {
  return isOwnName(name) && schema.object(name) === undefined ? `There is no object ${name}` : undefined;
}

function missingField({ schema }: Named, objectName: string, fieldName: string): string | undefined {
  const description = schema.object(objectName);
  if (description === undefined || !(isOwnName(fieldName) || (isOwnName(objectName) && /^[A-Z][a-z]/.test(fieldName)))) return undefined;
  return description.fields.has(fieldName.toLowerCase()) ? undefined : `There is no field ${description.name}.${fieldName}`;
}

/** The field that a permission speaks of, where it is known. */
export function fieldNamed({ schema }: Named, name: string): FieldDescription | undefined {
  const [objectName = '', fieldName = ''] = name.split('.');
  return schema.object(objectName)?.fields.get(fieldName.toLowerCase());
}

function objectOf({ type, name, parent }: Component): string {
  if (type === 'CustomObjectTranslation' || type === 'CustomFieldTranslation') return (parent ?? name).replace(/-\w+$/, '');
  if (parent !== undefined) return parent;
  return type === 'Layout' ? (name.split('-')[0] ?? name) : name;
}

/** Whether the project itself must have it: a custom name without the namespace of a package. */
function isOwnName(name: string): boolean {
  return /__\w+$/.test(name) && !isForeign(name);
}

/** Whether the name belongs to an installed package: `namespace__Name__c`, `namespace__Class`. */
function isForeign(name: string): boolean {
  return /^\w+?__\w+?__\w+$/.test(name) || /^[a-z]\w*__[A-Z]\w*$/.test(name.replace(/__(c|mdt|e|b|x|r)$/, ''));
}
