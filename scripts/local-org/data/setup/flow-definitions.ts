import type { Component, SourceTree } from '../../metadata/source-tree.ts';
import type { Schema } from '../schema/description.ts';
import { DecimalValue } from '../values/decimal.ts';
import type { SetUpWriter } from './set-up-writer.ts';

/** What a flow says of rights when it says nothing. */
const USUAL_MODE = 'DefaultMode';

/** Stores the flows of a project as rows of `FlowDefinitionView` and `FlowVersionView`, where the project asks for them: one version each. */
export function loadFlowDefinitions(writer: SetUpWriter, tree: SourceTree, schema: Schema): void {
  if (schema.object('FlowDefinitionView') === undefined) return;
  const withVersions = schema.object('FlowVersionView') !== undefined;
  writer.clear('FlowDefinitionView');
  if (withVersions) writer.clear('FlowVersionView');
  for (const [index, flow] of tree.ofType('Flow').entries()) {
    const ids = { definition: idOf('300', index), version: idOf('301', index) };
    writer.insert('FlowDefinitionView', definitionOf(flow, ids));
    if (withVersions) writer.insert('FlowVersionView', versionOf(flow, ids));
  }
}

interface Ids {
  readonly definition: string;
  readonly version: string;
}

function idOf(prefix: string, index: number): string {
  return `${prefix}Lo${String(index + 1).padStart(10, '0')}AAA`;
}

function definitionOf({ name, xml }: Component, { definition, version }: Ids): Parameters<SetUpWriter['insert']>[1] {
  const start = xml.child('start');
  const isActive = isActiveFlow(xml);
  return {
    DurableId: definition,
    ApiName: name,
    Label: xml.textOf('label') ?? name,
    Description: xml.textOf('description') ?? null,
    ProcessType: xml.textOf('processType') ?? null,
    TriggerType: start?.textOf('triggerType') ?? null,
    RecordTriggerType: start?.textOf('recordTriggerType') ?? null,
    TriggerOrder: xml.numberOf('triggerOrder') ?? null,
    TriggerObjectOrEventId: start?.textOf('object') ?? null,
    TriggerObjectOrEventLabel: start?.textOf('object') ?? null,
    IsActive: isActive,
    IsTemplate: xml.flag('isTemplate'),
    ActiveVersionId: isActive ? version : null,
    LatestVersionId: version,
    VersionNumber: 1,
    ManageableState: 'unmanaged',
  };
}

function versionOf({ name, xml }: Component, { definition, version }: Ids): Parameters<SetUpWriter['insert']>[1] {
  const apiVersion = DecimalValue.parse(xml.textOf('apiVersion') ?? '49.0');
  return {
    DurableId: version,
    FlowDefinitionViewId: definition,
    Label: xml.textOf('label') ?? name,
    Description: xml.textOf('description') ?? null,
    ProcessType: xml.textOf('processType') ?? null,
    RunInMode: xml.textOf('runInMode') ?? USUAL_MODE,
    Status: xml.textOf('status') ?? 'Draft',
    ApiVersion: apiVersion,
    ApiVersionRuntime: apiVersion,
    VersionNumber: 1,
  };
}

function isActiveFlow(xml: Component['xml']): boolean {
  return xml.textOf('status')?.toLowerCase() === 'active';
}
