import { SetUpError } from '../errors.ts';
import type { Component, SourceTree } from '../../metadata/source-tree.ts';
import type { SetUpWriter } from './set-up-writer.ts';

/** Stores roles, public groups and queues with the members that their files name; members added in the org stay. */
export function loadGroups(writer: SetUpWriter, tree: SourceTree): void {
  loadRoles(writer, tree.ofType('Role'));
  writer.upsert('Group', { Type: 'Organization' }, { Name: 'All Internal Users', DeveloperName: 'AllInternalUsers' });
  for (const { name, xml } of tree.ofType('Group')) {
    writer.upsert(
      'Group',
      { DeveloperName: name, Type: 'Regular' },
      { Name: xml.textOf('name') ?? name, DoesIncludeBosses: xml.flag('doesIncludeBosses', true) },
    );
  }
  for (const queue of tree.ofType('Queue')) {
    loadQueue(writer, queue);
  }
}

function loadRoles(writer: SetUpWriter, roles: readonly Component[]): void {
  for (const { name, xml } of roles) {
    const roleId = writer.upsert(
      'UserRole',
      { DeveloperName: name },
      {
        Name: xml.textOf('name') ?? name,
        PortalType: 'None',
        ContactAccessForAccountOwner: xml.textOf('contactAccessLevel') ?? 'None',
        OpportunityAccessForAccountOwner: xml.textOf('opportunityAccessLevel') ?? 'None',
        CaseAccessForAccountOwner: xml.textOf('caseAccessLevel') ?? 'None',
      },
    );
    for (const type of ['Role', 'RoleAndSubordinates']) {
      writer.upsert('Group', { Type: type, RelatedId: roleId }, { Name: name, DeveloperName: name });
    }
  }
  for (const { name, xml, path } of roles) {
    const parentName = xml.textOf('parentRole');
    const parentId = parentName === undefined ? null : writer.find('UserRole', { DeveloperName: parentName });
    if (parentId === undefined) {
      throw new SetUpError(`${path}: its parent role ${parentName ?? ''} does not exist; add it or remove the line.`);
    }
    writer.upsert('UserRole', { DeveloperName: name }, { ParentRoleId: parentId });
  }
}

function loadQueue(writer: SetUpWriter, { name, xml, path }: Component): void {
  const queueId = writer.upsert(
    'Group',
    { DeveloperName: name, Type: 'Queue' },
    { Name: xml.textOf('name') ?? name, Email: xml.textOf('email') ?? null, DoesSendEmailToMembers: xml.flag('doesSendEmailToMembers') },
  );
  writer.removeChildren('QueueSobject', 'QueueId', queueId);
  for (const served of xml.all('queueSobject')) {
    writer.insert('QueueSobject', { QueueId: queueId, SobjectType: served.textOf('sobjectType') ?? '' });
  }
  const members = xml.child('queueMembers');
  const add = (objectName: string, keys: Record<string, string>): void => {
    const memberId = writer.find(objectName, keys);
    if (memberId === undefined) {
      throw new SetUpError(`${path}: its member ${Object.values(keys).join(' ')} does not exist; add it or remove the line.`);
    }
    writer.upsert('GroupMember', { GroupId: queueId, UserOrGroupId: memberId });
  };
  for (const group of members?.child('publicGroups')?.textsOf('publicGroup') ?? []) {
    add('Group', { DeveloperName: group, Type: 'Regular' });
  }
  for (const role of members?.child('roles')?.textsOf('role') ?? []) {
    add('Group', { DeveloperName: role, Type: 'Role' });
  }
  for (const user of members?.child('users')?.textsOf('user') ?? []) {
    add('User', { Username: user });
  }
}
