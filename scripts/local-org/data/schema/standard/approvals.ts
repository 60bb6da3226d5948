import { standardObject } from '../standard-language.ts';

const SUBMITTED = 'Account|Asset|Campaign|Case|Contact|Contract|Lead|Opportunity|Order|Product2|Quote';
const STATUSES = 'Approved|Rejected|Removed|Fault|Pending|Hold|Reassigned|Started|NoResponse';

/** Approval processes, and what becomes of the records that are submitted to them. */
export const approvalObjects = [
  standardObject({
    name: 'ProcessDefinition',
    prefix: '04a',
    system: ['audit'],
    changes: 'readonly',
    fields: `
      Name string(80) name
      DeveloperName string(80)
      Type picklist{Approval|State}
      Description textarea(1000)
      TableEnumOrId string(40)
      LockType picklist{Total|Admin|Owner|Workitem|Node|none}
      State picklist{Active|Inactive|Obsolete}`,
  }),
  standardObject({
    name: 'ProcessNode',
    prefix: '04b',
    system: ['modified'],
    changes: 'readonly',
    fields: `
      Name string(80) name
      DeveloperName string(80)
      ProcessDefinitionId reference(ProcessDefinition)
      Description textarea(1000)`,
  }),
  standardObject({
    name: 'ProcessInstance',
    prefix: '04g',
    system: ['deleted', 'audit'],
    changes: 'readonly',
    fields: `
      ProcessDefinitionId reference(ProcessDefinition)
      TargetObjectId reference(${SUBMITTED}) parent=TargetObject children=ProcessInstances cascade
      Status picklist{${STATUSES}}
      CompletedDate datetime
      LastActorId reference(User) parent=LastActor
      SubmittedById reference(User) parent=SubmittedBy`,
  }),
  standardObject({
    name: 'ProcessInstanceNode',
    prefix: '04n',
    system: ['audit'],
    changes: 'readonly',
    fields: `
      ProcessInstanceId reference(ProcessInstance) children=Nodes cascade
      ProcessNodeId reference(ProcessNode)
      ProcessNodeName string(80)
      NodeStatus picklist{${STATUSES}}
      CompletedDate datetime
      LastActorId reference(User) parent=LastActor`,
  }),
  standardObject({
    name: 'ProcessInstanceStep',
    prefix: '04h',
    system: ['created'],
    changes: 'readonly',
    fields: `
      ProcessInstanceId reference(ProcessInstance) children=Steps cascade
      StepStatus picklist{${STATUSES}}
      StepNodeId reference(ProcessNode)
      OriginalActorId reference(Group|User) parent=OriginalActor
      ActorId reference(Group|User) parent=Actor
      Comments textarea(4000)`,
  }),
  {
    ...standardObject({
      name: 'ProcessInstanceWorkitem',
      prefix: '04i',
      system: ['deleted', 'created'],
      fields: `
        ProcessInstanceId reference(ProcessInstance) readonly children=Workitems cascade
        OriginalActorId reference(Group|User) readonly parent=OriginalActor
        ActorId reference(Group|User) parent=Actor`,
    }),
    createable: false,
    triggerable: false,
  },
  {
    ...standardObject({
      name: 'RecordLock',
      prefix: '0LK',
      system: ['created'],
      changes: 'readonly',
      fields: 'RecordId string(18) unique case',
    }),
    queryable: false,
  },
];
