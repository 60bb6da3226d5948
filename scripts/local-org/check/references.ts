import type { FieldDescription, Schema } from '../data/schema/description.ts';
import type { Component, SourceTree } from '../metadata/source-tree.ts';
import type { Finding } from './finding.ts';
import { SITE_CLASSES, SITE_PAGES } from './site-components.ts';
import type { XmlElement } from '../metadata/xml-element.ts';

/** What references are looked up in. */
export interface Named {
  readonly tree: SourceTree;
  readonly schema: Schema;
}

/**
 * Tells what is wrong with the name that a metadata file gives; undefined when nothing is.
 *
 * @param around the element around the one with the name.
 */
type Check = (named: Named, name: string, component: Component, around: XmlElement) => string | undefined;

const component =
  (what: string, ...types: readonly string[]): Check =>
  ({ tree }, name) =>
    isForeign(name) || types.some((type) => tree.find(type, name) !== undefined) ? undefined : `There is no ${what} ${name}`;

/** A check that lets some names pass. */
const unless =
  (known: ReadonlySet<string>, check: Check): Check =>
  (named, name, owner, around) =>
    known.has(name) ? undefined : check(named, name, owner, around);

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

/** `Child__c.Lookup__c`, the lookup by which a related list hangs on the page's record. */
const relatedList: Check = (named, name, owner, around) => (/__c\.\w+__c$/.test(name) ? field(named, name, owner, around) : undefined);

/** A column of a related list, a field of its child object. */
const relatedListColumn: Check = (named, name, _owner, around) => {
  const [child = ''] = (around.child('relatedList')?.word ?? '').split('.');
  return child.endsWith('__c') && !name.includes('.') ? missingField(named, child, name) : undefined;
};

/** What opens instead of the platform's page, by the kind of it. */
const override: Check = (named, name, owner, around) => {
  const check = OVERRIDES[around.child('type')?.word ?? ''];
  return name === '' ? undefined : check?.(named, name, owner, around);
};

/** `Child__c$Field__c` and, by way of lookups and children, `Account.Children__r.Lookup__c$Field__c`, where the last is the project's own. */
const reportColumn: Check = (named, name) => {
  const [table = '', fieldName] = name.split('$');
  if (fieldName === undefined || !isOwnName(table)) return undefined;
  const [base = '', ...steps] = table.split('.');
  let objectName = base;
  for (const step of steps) {
    const next = objectBehind(named, objectName, step);
    if (next === undefined) return missingObject(named, objectName) ?? `There is no relationship ${objectName}.${step}`;
    objectName = next;
  }
  return missingObject(named, objectName) ?? (fieldName.includes('.') ? undefined : missingField(named, objectName, fieldName));
};

/** The object that a lookup or the name of a child relationship leads to. */
function objectBehind({ schema }: Named, objectName: string, step: string): string | undefined {
  const object = schema.object(objectName);
  const wanted = step.toLowerCase();
  const lookup = [...(object?.fields.values() ?? [])].find(
    ({ name, relationshipName }) => name.toLowerCase() === wanted || relationshipName?.toLowerCase() === wanted,
  );
  const child = object?.childRelationships.find(({ relationshipName }) => relationshipName?.toLowerCase() === wanted);
  return child?.childObject ?? lookup?.referenceTo[0];
}

/** A report on a report type of the project: the platform adds `__c` to its name. */
const reportType: Check = ({ tree }, name) =>
  !/^\w+__c$/.test(name) || isForeign(name) || tree.find('ReportType', name.slice(0, -3)) !== undefined
    ? undefined
    : `There is no report type ${name}`;

/** `Folder/Report`, where the folder is the project's own. */
const reportInFolder: Check = ({ tree }, name) => {
  const [folder = '', report = ''] = name.split('/');
  return tree.find('ReportFolder', folder) === undefined || tree.find('Report', report) !== undefined
    ? undefined
    : `There is no report ${name}`;
};

/** A column of a report type, in the table of an object. */
const reportTypeColumn: Check = (named, name, _owner, around) => {
  const table = around.child('table')?.word ?? '';
  return table.includes('.') || name.includes('.') || !isOwnName(name) ? undefined : missingField(named, table, name);
};

const metadataField: Check = (named, name, record) => missingField(named, `${record.name.split('.')[0] ?? ''}__mdt`, name);

const page = component('page', 'FlexiPage');
const OVERRIDES: Readonly<Record<string, Check>> = {
  Flexipage: page,
  LightningComponent: component('component', 'LightningComponentBundle', 'AuraDefinitionBundle'),
  Visualforce: component('Visualforce page', 'ApexPage'),
};
const group = component('group', 'Group');
const recordType = component('record type', 'RecordType');

/** Every place of a metadata file that names something else, by the path of elements that leads there. */
const PLACES: Readonly<Record<string, Check>> = {
  ...places('PermissionSet', 'MutingPermissionSet', 'Profile'),
  'PermissionSetGroup/permissionSets': component('permission set', 'PermissionSet'),
  'PermissionSetGroup/mutingPermissionSets': component('muting permission set', 'MutingPermissionSet'),
  'CustomApplication/tabs': tab,
  'CustomApplication/utilityBar': page,
  'CustomApplication/actionOverrides/content': override,
  'CustomApplication/actionOverrides/pageOrSobjectType': object,
  'CustomTab/flexiPage': page,
  'CustomTab/lwcComponent': component('component', 'LightningComponentBundle'),
  'FlexiPage/sobjectType': object,
  'FlexiPage/flexiPageRegions/itemInstances/componentInstance/componentName': lightningComponent,
  'FlexiPage/flexiPageRegions/itemInstances/fieldInstance/fieldItem': recordField,
  'Layout/layoutSections/layoutColumns/layoutItems/field': ownField,
  'Layout/relatedLists/relatedList': relatedList,
  'Layout/relatedLists/fields': relatedListColumn,
  'ListView/columns': ownField,
  'ListView/filters/field': ownField,
  'CompactLayout/fields': ownField,
  'CustomObject/actionOverrides/content': override,
  'CustomObject/searchLayouts/customTabListAdditionalFields': ownField,
  'CustomField/referenceTo': object,
  'CustomField/summarizedField': field,
  'CustomField/summaryForeignKey': field,
  'CustomField/valueSet/valueSetName': component('global value set', 'GlobalValueSet'),
  'Dashboard/dashboardGridLayout/dashboardGridComponents/dashboardComponent/report': reportInFolder,
  'CustomMetadata/values/field': metadataField,
  'Queue/queueSobject/sobjectType': object,
  'QuickAction/targetObject': object,
  'QuickAction/lightningWebComponent': component('component', 'LightningComponentBundle'),
  'Report/reportType': reportType,
  'Report/columns/field': reportColumn,
  'Report/filter/criteriaItems/column': reportColumn,
  'Report/groupingsAcross/field': reportColumn,
  'Report/groupingsDown/field': reportColumn,
  'Report/sortColumn': reportColumn,
  'Report/timeFrameFilter/dateColumn': reportColumn,
  'ReportType/baseObject': object,
  'ReportType/sections/columns/field': reportTypeColumn,
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
    'classAccesses/apexClass': unless(SITE_CLASSES, component('Apex class', 'ApexClass')),
    'customMetadataTypeAccesses/name': object,
    'customPermissions/name': component('custom permission', 'CustomPermission'),
    'customSettingAccesses/name': object,
    'fieldPermissions/field': field,
    'objectPermissions/object': object,
    'recordTypeVisibilities/recordType': recordType,
    'pageAccesses/apexPage': unless(SITE_PAGES, component('Visualforce page', 'ApexPage')),
    'tabSettings/tab': tab,
  };
  return Object.fromEntries(roots.flatMap((root) => Object.entries(checks).map(([path, check]) => [`${root}/${path}`, check])));
}

/** Looks up every name that a metadata file gives: objects, fields, classes, tabs, pages, components, groups, labels. */
export function checkReferences(named: Named, owner: Component): Finding[] {
  return walk(owner.xml, owner.xml, owner.xml.name).flatMap(({ node, around, path }) => {
    const message = PLACES[path]?.(named, node.word, owner, around);
    return message === undefined ? [] : [{ path: owner.path, line: node.line, message }];
  });
}

function walk(node: XmlElement, around: XmlElement, path: string): { node: XmlElement; around: XmlElement; path: string }[] {
  return [{ node, around, path }, ...node.children.flatMap((child) => walk(child, node, `${path}/${child.name}`))];
}

/** Whether the project has a custom label of this name. */
export function hasLabel(tree: SourceTree, name: string): boolean {
  return tree.ofType('CustomLabels').some(({ xml }) => xml.all('labels').some((label) => label.textOf('fullName') === name));
}

/** That an object of the project's own does not exist. */
export function missingObject({ schema, tree }: Named, name: string): string | undefined {
  return isOwnName(name) && schema.object(name) === undefined && tree.find('CustomObject', name) === undefined
    ? `There is no object ${name}`
    : undefined;
}

/** What the layout of a custom metadata type shows besides its fields. */
const SHOWN_OF_METADATA: ReadonlySet<string> = new Set(['IsProtected', 'CreatedById', 'LastModifiedById']);

/** That a field does not exist, where the project itself must have it. */
export function missingField({ schema, tree }: Named, objectName: string, fieldName: string): string | undefined {
  const description = schema.object(objectName);
  if (description === undefined || !(isOwnName(fieldName) || (isOwnName(objectName) && /^[A-Z][a-z]/.test(fieldName)))) return undefined;
  const known =
    description.fields.has(fieldName.toLowerCase()) ||
    (description.kind === 'customMetadata' && SHOWN_OF_METADATA.has(fieldName)) ||
    tree.find('CustomField', `${objectName}.${fieldName}`) !== undefined;
  return known ? undefined : `There is no field ${description.name}.${fieldName}`;
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
export function isForeign(name: string): boolean {
  return /^\w+?__\w+?__\w+$/.test(name) || /^[a-z]\w*__[A-Z]\w*$/.test(name.replace(/__(c|mdt|e|b|x|r)$/, ''));
}
