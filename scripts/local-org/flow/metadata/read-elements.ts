import type { XmlElement } from '../../metadata/xml-element.ts';
import type { FlowElement } from './description.ts';
import type { FlowReader } from './flow-reader.ts';
import { pathIn, readCriteria, readInputs, readOperand, readTargets } from './read-operands.ts';
import { readCreate, readDelete, readLookup, readUpdate } from './read-record-elements.ts';

type Read = (reader: FlowReader, xml: XmlElement, node: Node) => FlowElement;

/** What all elements have. */
export interface Node {
  readonly name: string;
  readonly label: string;
  readonly next?: string;
  readonly onFault?: string;
}

/** How each kind of element is read, by its name in the metadata. */
export const ELEMENTS: Readonly<Record<string, Read>> = {
  assignments: readAssignment,
  decisions: readDecision,
  loops: readLoop,
  recordLookups: readLookup,
  recordCreates: readCreate,
  recordUpdates: readUpdate,
  recordDeletes: readDelete,
  recordRollbacks: (reader, xml, node) => {
    reader.expect(xml, node.name, []);
    return { ...node, kind: 'rollback' };
  },
  actionCalls: readAction,
  subflows: readSubflow,
  customErrors: readCustomError,
  collectionProcessors: readCollectionProcessor,
  transforms: readTransform,
};

/** The name, label and connectors of an element. */
export function readNode(xml: XmlElement): Node {
  const name = xml.textOf('name') ?? '';
  const next = targetOf(xml, 'connector');
  const onFault = targetOf(xml, 'faultConnector');
  return { name, label: xml.textOf('label') ?? name, ...(next !== undefined && { next }), ...(onFault !== undefined && { onFault }) };
}

/** The element that a connector leads to. */
export function targetOf(xml: XmlElement, connector: string): string | undefined {
  return xml.child(connector)?.textOf('targetReference');
}

function readAssignment(reader: FlowReader, xml: XmlElement, node: Node): FlowElement {
  reader.expect(xml, node.name, ['assignmentItems']);
  const items = xml.all('assignmentItems').map((item) => ({
    target: pathIn(item, 'assignToReference') ?? ([''] as const),
    operator: item.textOf('operator') ?? 'Assign',
    value: readOperand(reader, node.name, item.child('value')),
  }));
  return { ...node, kind: 'assignment', items };
}

function readDecision(reader: FlowReader, xml: XmlElement, { name, label }: Node): FlowElement {
  reader.expect(xml, name, ['rules', 'defaultConnector', 'defaultConnectorLabel']);
  const next = targetOf(xml, 'defaultConnector');
  const outcomes = xml.all('rules').map((rule) => {
    reader.expect(rule, name, ['conditionLogic', 'conditions', 'doesRequireRecordChangedToMeetCriteria']);
    const target = targetOf(rule, 'connector');
    return {
      name: rule.textOf('name') ?? '',
      criteria: readCriteria(reader, name, rule),
      onlyWhenChanged: rule.flag('doesRequireRecordChangedToMeetCriteria'),
      ...(target !== undefined && { next: target }),
    };
  });
  return { name, label, kind: 'decision', outcomes, ...(next !== undefined && { next }) };
}

function readLoop(reader: FlowReader, xml: XmlElement, { name, label }: Node): FlowElement {
  reader.expect(xml, name, [
    'assignNextValueToReference',
    'collectionReference',
    'iterationOrder',
    'nextValueConnector',
    'noMoreValuesConnector',
  ]);
  const next = targetOf(xml, 'noMoreValuesConnector');
  const body = targetOf(xml, 'nextValueConnector');
  const variable = pathIn(xml, 'assignNextValueToReference');
  return {
    name,
    label,
    kind: 'loop',
    collection: pathIn(xml, 'collectionReference') ?? [''],
    descending: xml.textOf('iterationOrder') === 'Desc',
    ...(variable && { variable }),
    ...(next !== undefined && { next }),
    ...(body !== undefined && { body }),
  };
}

function readAction(reader: FlowReader, xml: XmlElement, node: Node): FlowElement {
  reader.expect(xml, node.name, [
    'actionName',
    'actionType',
    'dataTypeMappings',
    'flowTransactionModel',
    'inputParameters',
    'nameSegment',
    'offset',
    'outputParameters',
    'storeOutputAutomatically',
    'versionSegment',
    'versionString',
  ]);
  if ((xml.numberOf('offset') ?? 0) !== 0) {
    reader.problem(node.name, 'an action that waits for its time');
  }
  return {
    ...node,
    kind: 'action',
    type: xml.textOf('actionType') ?? '',
    action: xml.textOf('actionName') ?? '',
    inputs: readInputs(reader, node.name, xml.all('inputParameters')),
    outputs: readTargets(xml.all('outputParameters')),
  };
}

function readSubflow(reader: FlowReader, xml: XmlElement, node: Node): FlowElement {
  reader.expect(xml, node.name, ['flowName', 'inputAssignments', 'outputAssignments', 'storeOutputAutomatically']);
  return {
    ...node,
    kind: 'subflow',
    flow: xml.textOf('flowName') ?? '',
    inputs: readInputs(reader, node.name, xml.all('inputAssignments')),
    outputs: readTargets(xml.all('outputAssignments')),
    keepsOutputs: xml.flag('storeOutputAutomatically'),
  };
}

function readCustomError(reader: FlowReader, xml: XmlElement, node: Node): FlowElement {
  reader.expect(xml, node.name, ['customErrorMessages']);
  const messages = xml.all('customErrorMessages').map((message) => {
    const field = message.flag('isFieldError') ? message.textOf('fieldSelection') : undefined;
    return { text: message.textOf('errorMessage') ?? '', ...(field !== undefined && { field }) };
  });
  return { ...node, kind: 'customError', messages };
}

function readCollectionProcessor(reader: FlowReader, xml: XmlElement, node: Node): FlowElement {
  const type = xml.textOf('collectionProcessorType');
  const collection = pathIn(xml, 'collectionReference') ?? ([''] as const);
  if (type === 'SortCollectionProcessor') {
    reader.expect(xml, node.name, ['collectionProcessorType', 'collectionReference', 'limit', 'sortOptions']);
    const limit = xml.numberOf('limit');
    const options = xml.all('sortOptions').map((option) => {
      const field = option.textOf('sortField');
      return {
        descending: option.textOf('sortOrder') === 'Desc',
        nullsFirst: option.flag('doesPutEmptyStringAndNullFirst'),
        ...(field !== undefined && { field }),
      };
    });
    return { ...node, kind: 'sort', collection, options, ...(limit !== undefined && { limit }) };
  }
  if (type !== 'FilterCollectionProcessor') {
    reader.problem(node.name, `a collection processor of the type ${type ?? ''}`);
  }
  const known = ['assignNextValueToReference', 'collectionProcessorType', 'collectionReference', 'conditionLogic', 'conditions', 'formula'];
  reader.expect(xml, node.name, known);
  const formula = xml.textOf('formula');
  return {
    ...node,
    kind: 'filter',
    collection,
    variable: xml.textOf('assignNextValueToReference') ?? '',
    criteria: readCriteria(reader, node.name, xml),
    ...(formula !== undefined && { formula }),
  };
}

function readTransform(reader: FlowReader, xml: XmlElement, node: Node): FlowElement {
  const known = ['apexClass', 'dataType', 'isCollection', 'objectType', 'scale', 'storeOutputAutomatically', 'transformValues'];
  reader.expect(xml, node.name, known);
  const actions = xml
    .all('transformValues')
    .flatMap((values) => values.all('transformValueActions'))
    .map((action) => {
      const type = action.textOf('transformType') ?? '';
      if (!['Map', 'Count', 'Sum', 'GetItemByIndex'].includes(type)) {
        reader.problem(node.name, `a transformation of the type ${type}`);
      }
      const target = action.textOf('outputFieldApiName');
      return {
        type,
        value: readOperand(reader, node.name, action.child('value')),
        inputs: readInputs(reader, node.name, action.all('inputParameters')),
        ...(target !== undefined && { target }),
      };
    });
  const object = xml.textOf('objectType');
  const apexClass = xml.textOf('apexClass');
  return {
    ...node,
    kind: 'transform',
    dataType: xml.textOf('dataType') ?? 'String',
    collection: xml.flag('isCollection'),
    actions,
    ...(object !== undefined && { object }),
    ...(apexClass !== undefined && { apexClass }),
  };
}
