import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { element, flow, flowProject, onRecord } from './flow-project.ts';

const project = flowProject(
  {
    Watch: flow(
      '<description>Looks</description>',
      onRecord('Look', 'Account', 'RecordAfterSave', 'Create'),
      element('assignments', 'Look', undefined, ''),
    ),
  },
  {
    'Flows.cls': `public class Flows {
      public static FlowDefinitionView watch() {
        return [SELECT DurableId, IsActive, TriggerType, ActiveVersionId, TriggerObjectOrEvent.QualifiedApiName FROM FlowDefinitionView WHERE ApiName = 'Watch'];
      }
      public static FlowVersionView version(String id) { return [SELECT FlowDefinitionViewId, Status, VersionNumber FROM FlowVersionView WHERE DurableId = :id]; }
    }`,
  },
);
after(() => project.close());

it('tells of the flows of the project in rows', () => {
  const script = `FlowDefinitionView view = Flows.watch();
    FlowVersionView version = Flows.version(view.ActiveVersionId);
    System.debug(view.IsActive + ' ' + view.TriggerType + ' ' + view.TriggerObjectOrEvent.QualifiedApiName + ' ' + version.Status + ' ' + (version.FlowDefinitionViewId == view.DurableId));`;
  assert.deepEqual(project.run(script), ['true RecordAfterSave Account Active true']);
});
