import type { SourceTree } from '../../metadata/source-tree.ts';
import type { ObjectDescription, Schema } from '../schema/description.ts';
import { loadCode } from './code.ts';
import { loadCustomMetadata } from './custom-metadata.ts';
import { loadDefinitions } from './definitions.ts';
import { loadFlowDefinitions } from './flow-definitions.ts';
import { loadEmailTemplates } from './email-templates.ts';
import { loadGroups } from './groups.ts';
import { loadOpportunityStages } from './opportunity-stages.ts';
import { loadPermissionSets } from './permission-sets.ts';
import { loadProfiles } from './profiles.ts';
import { loadStatuses } from './statuses.ts';
import type { SetUpWriter } from './set-up-writer.ts';

/**
 * Brings the org's set-up rows in line with a source tree, as a deployment does: profiles, permission sets, roles, groups, queues,
 * code, custom metadata, stages. Rows keep their ids from one start to the next, so that assignments hold.
 *
 * @throws SetUpError that names the file whose reference does not exist.
 */
export function loadSetUp(writer: SetUpWriter, tree: SourceTree, schema: Schema): void {
  loadProfiles(writer, (name) => schema.object(name) !== undefined);
  loadDefinitions(writer, schema);
  loadCode(writer, tree);
  loadFlowDefinitions(writer, tree, schema);
  for (const { name, xml } of tree.ofType('CustomPermission')) {
    writer.upsert('CustomPermission', { DeveloperName: name }, { MasterLabel: xml.textOf('label') ?? name, Language: 'en_US' });
  }
  loadGroups(writer, tree);
  loadPermissionSets(writer, tree, schema);
  loadCustomMetadata(writer, tree, schema);
  loadStatuses(writer, tree, schema);
  loadEmailTemplates(writer, tree);
  loadOpportunityStages(writer, tree, schema.object('Opportunity') as ObjectDescription);
  for (const { name, xml } of tree.ofType('CustomNotificationType')) {
    writer.upsert(
      'CustomNotificationType',
      { DeveloperName: name },
      {
        CustomNotifTypeName: name,
        MasterLabel: xml.textOf('masterLabel') ?? name,
        Desktop: xml.flag('desktop'),
        Mobile: xml.flag('mobile'),
        Language: 'en_US',
      },
    );
  }
  for (const { name, xml, parent } of tree.ofType('RecordType')) {
    const developerName = name.split('.').at(-1) ?? name;
    writer.upsert(
      'RecordType',
      { SobjectType: parent ?? '', DeveloperName: developerName },
      { Name: xml.textOf('label') ?? developerName, IsActive: xml.flag('active', true) },
    );
  }
}
