import type { Value } from '../record.ts';
import { SetUpError } from '../errors.ts';
import { organizationId, settingOf } from '../setup/hierarchy-setting.ts';
import type { FormulaSources } from './object-formulas.ts';

/**
 * A global of the formula language: `$User.Field`, `$Profile.Field`, `$UserRole.Field`, `$Organization.Field`, `$Permission.Name`,
 * `$Setup.Setting__c.Field__c`, `$Label.Name`, `$CustomMetadata.Type__mdt.Record.Field__c`, `$Api.Partner_Server_URL_650`.
 * @throws SetUpError for any other.
 */
export function readGlobal(path: readonly string[], sources: FormulaSources): Value {
  const [space, name, field] = path as [string, string, string | undefined];
  const { userId } = sources.surroundings();
  switch (space.toLowerCase()) {
    case '$user':
      return name.toLowerCase() === 'id' ? userId : readField(sources, 'User', userId, name);
    case '$profile':
      return readField(sources, 'Profile', readField(sources, 'User', userId, 'ProfileId'), name);
    case '$userrole':
      return readField(sources, 'UserRole', readField(sources, 'User', userId, 'UserRoleId'), name);
    case '$organization':
      return readField(sources, 'Organization', organizationId(sources.store), name);
    case '$api':
      return apiValue(name, path);
    case '$label':
      return labelOf(name, path, sources);
    case '$custommetadata':
      return customMetadata(path, sources);
    case '$permission':
      return sources.security().hasCustomPermission(userId, name);
    case '$setup': {
      const object = sources.schema.object(name);
      if (object === undefined || field === undefined) {
        throw new SetUpError(`The formula reference ${path.join('.')} does not name a field of a custom setting.`);
      }
      return (settingOf(object, userId, sources).contents.get(field.toLowerCase()) ?? null) as Value;
    }
    default:
      throw new SetUpError(`The local org does not support the formula reference ${path.join('.')}.`);
  }
}

function labelOf(name: string, path: readonly string[], { label }: FormulaSources): Value {
  const text = label(name);
  if (text === undefined) {
    throw new SetUpError(`The formula reference ${path.join('.')} does not name a custom label.`);
  }
  return text;
}

/** `$CustomMetadata.Type__mdt.Record.Field__c`. */
function customMetadata(path: readonly string[], sources: FormulaSources): Value {
  const [, type = '', record = '', field = ''] = path;
  const object = sources.schema.object(type);
  if (object?.kind !== 'customMetadata' || !object.fields.has(field.toLowerCase())) {
    throw new SetUpError(`The formula reference ${path.join('.')} does not name a field of a custom metadata type.`);
  }
  const [row] = sources.store.select(`SELECT "Id" FROM "${object.name}" WHERE "DeveloperName" = ?`, [record]);
  return readField(sources, object.name, (row?.[0] ?? null) as Value, field);
}

/** `$Api.Partner_Server_URL_650` and its kin: the address of an interface by its version. */
function apiValue(name: string, path: readonly string[]): Value {
  const [, kind, major, minor] = /^(Partner|Enterprise)_Server_URL_(\d+)(\d)$/i.exec(name) ?? [];
  if (kind === undefined) {
    throw new SetUpError(`The local org does not support the formula reference ${path.join('.')}.`);
  }
  return `http://127.0.0.1/services/Soap/${kind.toLowerCase() === 'partner' ? 'u' : 'c'}/${major}.${minor}`;
}

function readField(sources: FormulaSources, objectName: string, id: Value, field: string): Value {
  const object = sources.schema.object(objectName);
  const record = object === undefined || typeof id !== 'string' ? undefined : sources.records.loadOne(object, id);
  return (record?.contents.get(field.toLowerCase()) ?? null) as Value;
}
