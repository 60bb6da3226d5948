import type { XmlElement } from '../../metadata/xml-element.ts';
import type { FlowSchedule, FlowStart, ScheduledPath } from './description.ts';
import type { FlowReader } from './flow-reader.ts';
import { targetOf } from './read-elements.ts';
import { readFilters } from './read-operands.ts';

const TRIGGERS: ReadonlySet<string> = new Set(['RecordBeforeSave', 'RecordAfterSave', 'RecordBeforeDelete', 'PlatformEvent', 'Scheduled']);

/** How a flow begins: its `start`, or the `startElementReference` of older ones and of processes. */
export function readStart(reader: FlowReader, flow: XmlElement): FlowStart {
  const xml = flow.child('start');
  if (flow.textOf('processType') === 'Workflow') {
    return readProcessStart(reader, flow);
  }
  if (xml === undefined) {
    return withoutTrigger(flow.textOf('startElementReference'));
  }
  reader.expect(xml, 'Start', [
    'doesRequireRecordChangedToMeetCriteria',
    'filterFormula',
    'filterLogic',
    'filters',
    'flowRunAsUser',
    'object',
    'recordTriggerType',
    'schedule',
    'scheduledPaths',
    'triggerType',
  ]);
  const trigger = xml.textOf('triggerType');
  if (trigger !== undefined && trigger !== 'None' && !TRIGGERS.has(trigger)) {
    reader.problem('Start', `the trigger ${trigger}`);
  }
  const kind = xml.textOf('recordTriggerType') ?? '';
  const schedule = trigger === 'Scheduled' ? readSchedule(reader, xml) : undefined;
  const next = targetOf(xml, 'connector') ?? flow.textOf('startElementReference');
  const object = xml.textOf('object');
  const formula = xml.textOf('filterFormula');
  return {
    onCreate: kind === 'Create' || kind === 'CreateAndUpdate',
    onUpdate: kind === 'Update' || kind === 'CreateAndUpdate',
    filters: readFilters(reader, 'Start', xml),
    logic: xml.textOf('filterLogic') ?? 'and',
    onlyWhenChanged: xml.flag('doesRequireRecordChangedToMeetCriteria'),
    paths: xml.all('scheduledPaths').map(readPath),
    ...(trigger !== undefined && trigger !== 'None' && { trigger }),
    ...(next !== undefined && { next }),
    ...(object !== undefined && { object }),
    ...(formula !== undefined && { formula }),
    ...(schedule && { schedule }),
  };
}

function withoutTrigger(next: string | undefined): FlowStart {
  return {
    onCreate: false,
    onUpdate: false,
    filters: [],
    logic: 'and',
    onlyWhenChanged: false,
    paths: [],
    ...(next !== undefined && { next }),
  };
}

function readSchedule(reader: FlowReader, start: XmlElement): FlowSchedule | undefined {
  const xml = start.child('schedule');
  const [frequency, startDate, startTime] = [xml?.textOf('frequency'), xml?.textOf('startDate'), xml?.textOf('startTime')];
  if (xml === undefined || frequency === undefined || startDate === undefined || startTime === undefined) {
    reader.problem('Start', 'a schedule without a frequency, a day and a time');
    return undefined;
  }
  reader.expect(xml, 'Start', ['frequency', 'startDate', 'startTime']);
  return { frequency, startDate, startTime };
}

function readPath(xml: XmlElement): ScheduledPath {
  const next = targetOf(xml, 'connector');
  const field = xml.textOf('recordField');
  const delay = {
    offset: xml.numberOf('offsetNumber') ?? 0,
    unit: xml.textOf('offsetUnit') ?? 'Days',
    ...(field !== undefined && { field }),
  };
  return {
    name: xml.textOf('name') ?? xml.textOf('label') ?? 'Run Asynchronously',
    ...(next !== undefined && { next }),
    ...(xml.textOf('pathType') !== 'AsyncAfterCommit' && { delay }),
  };
}

/** A process says in notes of its builder what starts it. */
function readProcessStart(reader: FlowReader, flow: XmlElement): FlowStart {
  const note = (name: string): string | undefined => {
    const value = flow
      .all('processMetadataValues')
      .find((candidate) => candidate.textOf('name') === name)
      ?.child('value');
    return value?.textOf('stringValue') ?? value?.textOf('elementReference');
  };
  const object = note('ObjectType');
  const recordVariable = note('ObjectVariable');
  const priorVariable = note('OldObjectVariable');
  if (object === undefined || recordVariable === undefined) {
    reader.problem(undefined, 'a process that does not name its object and the variable of its record');
  }
  return {
    ...withoutTrigger(flow.textOf('startElementReference')),
    trigger: 'Process',
    onCreate: true,
    onUpdate: note('TriggerType') !== 'onCreateOnly',
    ...(object !== undefined && { object }),
    ...(recordVariable !== undefined && { recordVariable }),
    ...(priorVariable !== undefined && { priorVariable }),
  };
}
