import type { ApprovalProcess } from '../approval/approval-processes.ts';
import type { SetUpWriter } from './set-up-writer.ts';

/** Stores approval processes and their steps as the rows that code queries; processes that are gone from the source stay, as obsolete ones. */
export function loadApprovalDefinitions(writer: SetUpWriter, processes: readonly ApprovalProcess[]): void {
  for (const process of processes) {
    const definitionId = writer.upsert(
      'ProcessDefinition',
      { DeveloperName: process.name, TableEnumOrId: process.objectName },
      {
        Name: process.label,
        Type: 'Approval',
        Description: process.description ?? null,
        LockType: process.approverMayEdit ? 'Workitem' : 'Admin',
        State: 'Active',
      },
    );
    for (const { name, label } of process.steps) {
      writer.upsert('ProcessNode', { DeveloperName: name, ProcessDefinitionId: definitionId }, { Name: label });
    }
  }
}
