import type { XmlElement } from '../../metadata/xml-element.ts';
import type { FlowElement } from './description.ts';
import type { FlowReader } from './flow-reader.ts';
import type { Node } from './read-elements.ts';
import { pathIn, readFieldAssignments, readFilters, readOperand } from './read-operands.ts';

/** `recordLookups`: Get Records. */
export function readLookup(reader: FlowReader, xml: XmlElement, node: Node): FlowElement {
  reader.expect(xml, node.name, [
    'assignNullValuesIfNoRecordsFound',
    'filterLogic',
    'filters',
    'getFirstRecordOnly',
    'limit',
    'object',
    'outputAssignments',
    'outputReference',
    'queriedFields',
    'sortField',
    'sortOrder',
    'storeOutputAutomatically',
  ]);
  const target = pathIn(xml, 'outputReference');
  const sortField = xml.textOf('sortField');
  const limit = readOperand(reader, node.name, xml.child('limit'));
  const fieldTargets = xml
    .all('outputAssignments')
    .map((output) => ({ field: output.textOf('field') ?? '', target: pathIn(output, 'assignToReference') ?? ([''] as const) }));
  return {
    ...node,
    kind: 'lookup',
    object: xml.textOf('object') ?? '',
    filters: readFilters(reader, node.name, xml),
    logic: xml.textOf('filterLogic') ?? 'and',
    // Without automatic storage, a variable that takes one record says so by its kind.
    firstOnly: xml.flag('getFirstRecordOnly') || fieldTargets.length > 0,
    descending: xml.textOf('sortOrder') === 'Desc',
    fields: xml.textsOf('queriedFields'),
    fieldTargets,
    nullWhenNone: xml.flag('assignNullValuesIfNoRecordsFound'),
    ...(target && { target }),
    ...(sortField !== undefined && { sortField }),
    ...(limit && { limit }),
  };
}

/** `recordCreates`: Create Records. */
export function readCreate(reader: FlowReader, xml: XmlElement, node: Node): FlowElement {
  reader.expect(xml, node.name, [
    'assignRecordIdToReference',
    'doesUpsert',
    'doesUpsertAllOrNone',
    'inputAssignments',
    'inputReference',
    'object',
    'storeOutputAutomatically',
    'upsertExternalIdField',
    'upsertStandardIdField',
  ]);
  const upsertField = xml.flag('doesUpsert')
    ? (xml.textOf('upsertExternalIdField') ?? xml.textOf('upsertStandardIdField') ?? 'Id')
    : undefined;
  if (upsertField !== undefined && !xml.flag('doesUpsertAllOrNone', true)) {
    reader.problem(node.name, 'an upsert that keeps some records when others fail');
  }
  const object = xml.textOf('object');
  const input = pathIn(xml, 'inputReference');
  const idTarget = pathIn(xml, 'assignRecordIdToReference');
  return {
    ...node,
    kind: 'create',
    assignments: readFieldAssignments(reader, node.name, xml),
    ...(object !== undefined && { object }),
    ...(input && { input }),
    ...(idTarget && { idTarget }),
    ...(upsertField !== undefined && { upsertField }),
  };
}

/** `recordUpdates`: Update Records. */
export function readUpdate(reader: FlowReader, xml: XmlElement, node: Node): FlowElement {
  reader.expect(xml, node.name, ['filterLogic', 'filters', 'inputAssignments', 'inputReference', 'object']);
  const object = xml.textOf('object');
  const input = pathIn(xml, 'inputReference');
  return {
    ...node,
    kind: 'update',
    filters: readFilters(reader, node.name, xml),
    logic: xml.textOf('filterLogic') ?? 'and',
    assignments: readFieldAssignments(reader, node.name, xml),
    ...(object !== undefined && { object }),
    ...(input && { input }),
  };
}

/** `recordDeletes`: Delete Records. */
export function readDelete(reader: FlowReader, xml: XmlElement, node: Node): FlowElement {
  reader.expect(xml, node.name, ['filterLogic', 'filters', 'inputReference', 'object']);
  const object = xml.textOf('object');
  const input = pathIn(xml, 'inputReference');
  return {
    ...node,
    kind: 'delete',
    filters: readFilters(reader, node.name, xml),
    logic: xml.textOf('filterLogic') ?? 'and',
    ...(object !== undefined && { object }),
    ...(input && { input }),
  };
}
