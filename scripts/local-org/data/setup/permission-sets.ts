import { SetUpError } from '../errors.ts';
import type { Component, SourceTree } from '../../metadata/source-tree.ts';
import type { Schema } from '../schema/description.ts';
import { USER_PERMISSIONS } from '../schema/standard/user-permissions.ts';
import type { SetUpWriter } from './set-up-writer.ts';

/**
 * Stores permission sets and groups of them with all that they grant. Access to custom metadata types and custom settings becomes
 * a read permission on these objects.
 *
 * @throws SetUpError when a set grants something that does not exist.
 */
export function loadPermissionSets(writer: SetUpWriter, tree: SourceTree, schema: Schema): void {
  for (const component of tree.ofType('PermissionSet')) {
    loadPermissionSet(writer, component, schema);
  }
  for (const component of tree.ofType('PermissionSetGroup')) {
    loadGroup(writer, component);
  }
}

function loadPermissionSet(writer: SetUpWriter, component: Component, schema: Schema): void {
  const { xml, name } = component;
  const granted = new Set(
    xml
      .all('userPermissions')
      .filter((permission) => permission.flag('enabled'))
      .map((permission) => permission.textOf('name')),
  );
  const setId = writer.upsert(
    'PermissionSet',
    { Name: name },
    {
      ...Object.fromEntries(USER_PERMISSIONS.map((permission) => [`Permissions${permission}`, granted.has(permission)] as const)),
      Label: xml.textOf('label') ?? name,
      Description: xml.textOf('description') ?? null,
      IsOwnedByProfile: false,
      IsCustom: true,
      Type: 'Regular',
    },
  );
  loadObjects(writer, component, schema, setId);
  loadFields(writer, component, schema, setId);
  loadEntities(writer, component, setId);
  writer.removeChildren('PermissionSetTabSetting', 'ParentId', setId);
  for (const tab of xml.all('tabSettings')) {
    const visibility =
      tab.textOf('visibility') === 'Visible' ? 'DefaultOn' : tab.textOf('visibility') === 'Available' ? 'DefaultOff' : 'Hidden';
    writer.insert('PermissionSetTabSetting', { ParentId: setId, Name: tab.textOf('tab') ?? '', Visibility: visibility });
  }
}

function loadObjects(writer: SetUpWriter, { xml, path }: Component, schema: Schema, setId: string): void {
  writer.removeChildren('ObjectPermissions', 'ParentId', setId);
  for (const permission of xml.all('objectPermissions')) {
    const name = permission.textOf('object') ?? '';
    if (isOutsideThisOrg(schema, name)) {
      continue;
    }
    writer.insert('ObjectPermissions', {
      ParentId: setId,
      SobjectType: existing(schema, name, path),
      PermissionsRead: permission.flag('allowRead'),
      PermissionsCreate: permission.flag('allowCreate'),
      PermissionsEdit: permission.flag('allowEdit'),
      PermissionsDelete: permission.flag('allowDelete'),
      PermissionsViewAllRecords: permission.flag('viewAllRecords'),
      PermissionsModifyAllRecords: permission.flag('modifyAllRecords'),
    });
  }
  for (const access of [...xml.all('customMetadataTypeAccesses'), ...xml.all('customSettingAccesses')].filter((each) =>
    each.flag('enabled'),
  )) {
    writer.insert('ObjectPermissions', {
      ParentId: setId,
      SobjectType: existing(schema, access.textOf('name'), path),
      PermissionsRead: true,
    });
  }
}

function loadFields(writer: SetUpWriter, { xml, path }: Component, schema: Schema, setId: string): void {
  writer.removeChildren('FieldPermissions', 'ParentId', setId);
  for (const permission of xml.all('fieldPermissions')) {
    const [objectName = '', fieldName = ''] = (permission.textOf('field') ?? '').split('.');
    for (const field of grantedFields(schema, objectName, fieldName, path)) {
      writer.insert('FieldPermissions', {
        ParentId: setId,
        SobjectType: field.object,
        Field: `${field.object}.${field.name}`,
        PermissionsRead: permission.flag('readable'),
        PermissionsEdit: permission.flag('editable'),
      });
    }
  }
}

/** The fields that a grant opens: one; two for a location; none for a standard field that the local org doesn't have. */
function grantedFields(schema: Schema, objectName: string, fieldName: string, path: string): { object: string; name: string }[] {
  const object = schema.object(objectName);
  const location = fieldName.replace(/__c$/, '');
  const names = [fieldName, `${location}__Latitude__s`, `${location}__Longitude__s`];
  const fields = names.map((name) => object?.fields.get(name.toLowerCase())).filter((field) => field !== undefined);
  if (object !== undefined && fields.length > 0) {
    return fields.map(({ name }) => ({ object: object.name, name }));
  }
  if (isOutsideThisOrg(schema, objectName) || (object !== undefined && !fieldName.includes('__'))) {
    return [];
  }
  throw new SetUpError(`${path}: it grants the field ${objectName}.${fieldName}, which does not exist; add the field or remove the grant.`);
}

/** A standard object that the local org doesn't have: nothing there can use it, so a grant of it means nothing. */
function isOutsideThisOrg(schema: Schema, objectName: string): boolean {
  return !objectName.includes('__') && schema.object(objectName) === undefined;
}

function loadEntities(writer: SetUpWriter, { xml, path }: Component, setId: string): void {
  writer.removeChildren('SetupEntityAccess', 'ParentId', setId);
  const grant = (type: string, nameField: string, name: string | undefined): void => {
    const entityId = name === undefined ? undefined : writer.find(type, { [nameField]: name });
    if (entityId === undefined) {
      throw new SetUpError(`${path}: it grants the ${type} ${name ?? ''}, which does not exist; add it or remove the grant.`);
    }
    writer.insert('SetupEntityAccess', { ParentId: setId, SetupEntityId: entityId, SetupEntityType: type });
  };
  for (const access of xml.all('classAccesses').filter((each) => each.flag('enabled'))) {
    grant('ApexClass', 'Name', access.textOf('apexClass'));
  }
  for (const permission of xml.all('customPermissions').filter((each) => each.flag('enabled'))) {
    grant('CustomPermission', 'DeveloperName', permission.textOf('name'));
  }
}

function loadGroup(writer: SetUpWriter, { xml, name, path }: Component): void {
  const groupId = writer.upsert(
    'PermissionSetGroup',
    { DeveloperName: name },
    { MasterLabel: xml.textOf('label') ?? name, Status: 'Updated' },
  );
  writer.removeChildren('PermissionSetGroupComponent', 'PermissionSetGroupId', groupId);
  for (const setName of xml.textsOf('permissionSets')) {
    const setId = writer.find('PermissionSet', { Name: setName });
    if (setId === undefined) {
      throw new SetUpError(`${path}: it holds the permission set ${setName}, which does not exist; add it or remove the line.`);
    }
    writer.insert('PermissionSetGroupComponent', { PermissionSetGroupId: groupId, PermissionSetId: setId });
  }
}

function existing(schema: Schema, name: string | undefined, path: string): string {
  const object = name === undefined ? undefined : schema.object(name);
  if (object === undefined) {
    throw new SetUpError(`${path}: it grants the object ${name ?? ''}, which does not exist; add the object or remove the grant.`);
  }
  return object.name;
}
