import { CARRIED_TYPES } from './carried-types.ts';

/** How the files of a source tree map to metadata types, by the ending before `-meta.xml`. */

/** Types the local org acts on, or that describe pages and code it shows. */
const USED: Record<string, string> = {
  object: 'CustomObject',
  field: 'CustomField',
  validationRule: 'ValidationRule',
  listView: 'ListView',
  sharingReason: 'SharingReason',
  recordType: 'RecordType',
  compactLayout: 'CompactLayout',
  fieldSet: 'FieldSet',
  webLink: 'WebLink',
  businessProcess: 'BusinessProcess',
  index: 'Index',
  cls: 'ApexClass',
  trigger: 'ApexTrigger',
  page: 'ApexPage',
  dwl: 'DataWeaveResource',
  component: 'ApexComponent',
  labels: 'CustomLabels',
  permissionset: 'PermissionSet',
  permissionsetgroup: 'PermissionSetGroup',
  mutingpermissionset: 'MutingPermissionSet',
  profile: 'Profile',
  customPermission: 'CustomPermission',
  md: 'CustomMetadata',
  app: 'CustomApplication',
  tab: 'CustomTab',
  flexipage: 'FlexiPage',
  layout: 'Layout',
  quickAction: 'QuickAction',
  queue: 'Queue',
  group: 'Group',
  role: 'Role',
  sharingRules: 'SharingRules',
  notiftype: 'CustomNotificationType',
  resource: 'StaticResource',
  globalValueSet: 'GlobalValueSet',
  standardValueSet: 'StandardValueSet',
  settings: 'Settings',
  email: 'EmailTemplate',
  translation: 'Translations',
  objectTranslation: 'CustomObjectTranslation',
  fieldTranslation: 'CustomFieldTranslation',
  globalValueSetTranslation: 'GlobalValueSetTranslation',
};

/** Automation that the platform runs and the local org does not. */
const AUTOMATION: Record<string, string> = {
  flow: 'Flow',
  workflow: 'Workflow',
  approvalProcess: 'ApprovalProcess',
};

const TYPES: ReadonlyMap<string, string> = new Map(Object.entries({ ...CARRIED_TYPES, ...USED, ...AUTOMATION }));

/** The files of an Aura bundle that carry its metadata. */
const AURA_ENDINGS: ReadonlySet<string> = new Set(['cmp', 'app', 'evt', 'intf', 'design', 'tokens']);

/** The Metadata API's name for files `*.<ending>-meta.xml`; `undefined` when the local org doesn't know the type. */
export function typeOfEnding(ending: string, parentFolders: readonly string[]): string | undefined {
  if (parentFolders.includes('aura') && AURA_ENDINGS.has(ending)) {
    return 'AuraDefinitionBundle';
  }
  if (ending === 'js' && parentFolders.includes('lwc')) {
    return 'LightningComponentBundle';
  }
  return TYPES.get(ending);
}

/** The types that the local org knows, each with the ending of its files. */
export function knownTypes(): { readonly type: string; readonly ending: string }[] {
  return [...TYPES].map(([ending, type]) => ({ type, ending }));
}

/** The ending of the files of a type, before `-meta.xml`; `CustomLabel` is a part of a file. */
export function endingOfType(type: string): string | undefined {
  return type === 'CustomLabel' ? 'labels' : knownTypes().find((known) => known.type === type)?.ending;
}

/** Types whose file has a companion without `-meta.xml`: the code itself. */
export const TYPES_WITH_CONTENT: ReadonlySet<string> = new Set([
  'ApexClass',
  'ApexTrigger',
  'ApexPage',
  'ApexComponent',
  'DataWeaveResource',
]);

/** Types whose files lie in a folder of their object: `objects/<object>/fields/...`. */
export const TYPES_OF_OBJECTS: ReadonlySet<string> = new Set([
  'CustomField',
  'ValidationRule',
  'ListView',
  'SharingReason',
  'RecordType',
  'CompactLayout',
  'FieldSet',
  'WebLink',
  'BusinessProcess',
  'Index',
]);
