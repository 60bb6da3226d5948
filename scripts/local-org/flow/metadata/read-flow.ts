import type { Component } from '../../metadata/source-tree.ts';
import type { XmlElement } from '../../metadata/xml-element.ts';
import type { FlowDescription, FlowElement, FlowVariable, Resource, ValueType } from './description.ts';
import { FlowReader } from './flow-reader.ts';
import { ELEMENTS, readNode } from './read-elements.ts';
import { readOperand } from './read-operands.ts';
import { readStart } from './read-start.ts';

/** Kinds of flows that the engine runs; a screen flow as far as it has no screens. */
const PROCESS_TYPES: ReadonlySet<string> = new Set(['AutoLaunchedFlow', 'Flow', 'InvocableProcess', 'Workflow']);

/** What a flow says besides its elements; choices matter on screens only. */
const OTHERS: ReadonlySet<string> = new Set([
  'accessType',
  'apiVersion',
  'areMetricsLoggedToDataCloud',
  'choices',
  'constants',
  'customProperties',
  'description',
  'dynamicChoiceSets',
  'environments',
  'formulas',
  'fullName',
  'interviewLabel',
  'isAdditionalPermissionRequiredToRun',
  'isOverridable',
  'isTemplate',
  'label',
  'migratedFromWorkflowRuleName',
  'overriddenFlow',
  'processMetadataValues',
  'processType',
  'runInMode',
  'sourceTemplate',
  'start',
  'startElementReference',
  'status',
  'textTemplates',
  'timeZoneSidKey',
  'triggerOrder',
  'variables',
]);

/** Reads a flow's metadata. What the engine doesn't know becomes a problem of the flow, not an error. */
export function readFlow({ name, path, xml }: Component): FlowDescription {
  const reader = new FlowReader();
  const processType = xml.textOf('processType') ?? 'Flow';
  if (!PROCESS_TYPES.has(processType)) {
    reader.problem(undefined, `the process type ${processType}`);
  }
  const elements = new Map<string, FlowElement>();
  for (const child of xml.children) {
    const read = ELEMENTS[child.name];
    if (read !== undefined) {
      const node = readNode(child);
      elements.set(node.name.toLowerCase(), read(reader, child, node));
    } else if (!OTHERS.has(child.name)) {
      reader.problem(child.textOf('name'), `the element ${child.name}`);
    }
  }
  const order = xml.numberOf('triggerOrder');
  const description = xml.textOf('description');
  return {
    name,
    path,
    label: xml.textOf('label') ?? name,
    processType,
    active: xml.textOf('status')?.toLowerCase() === 'active',
    runInMode: xml.textOf('runInMode') ?? 'DefaultMode',
    start: readStart(reader, xml),
    elements,
    variables: byName(xml.all('variables').map((variable) => readVariable(reader, variable))),
    resources: byName(readResources(reader, xml)),
    problems: reader.problems,
    ...(order !== undefined && { order }),
    ...(description !== undefined && { description }),
  };
}

function byName<T extends { readonly name: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.name.toLowerCase(), item]));
}

function readVariable(reader: FlowReader, xml: XmlElement): FlowVariable {
  const name = xml.textOf('name') ?? '';
  const value = readOperand(reader, name, xml.child('value'));
  return { name, input: xml.flag('isInput'), output: xml.flag('isOutput'), ...readType(xml), ...(value && { value }) };
}

function readType(xml: XmlElement): ValueType {
  const object = xml.textOf('objectType');
  const apexClass = xml.textOf('apexClass');
  const scale = xml.numberOf('scale');
  return {
    dataType: xml.textOf('dataType') ?? 'String',
    collection: xml.flag('isCollection'),
    ...(object !== undefined && { object }),
    ...(apexClass !== undefined && { apexClass }),
    ...(scale !== undefined && { scale }),
  };
}

function readResources(reader: FlowReader, xml: XmlElement): Resource[] {
  const nameOf = (resource: XmlElement): string => resource.textOf('name') ?? '';
  return [
    ...xml.all('constants').map((constant): Resource => {
      const value = readOperand(reader, nameOf(constant), constant.child('value'));
      return { kind: 'constant', name: nameOf(constant), type: readType(constant), value };
    }),
    ...xml.all('formulas').map((formula): Resource => {
      return { kind: 'formula', name: nameOf(formula), type: readType(formula), expression: formula.textOf('expression') ?? '' };
    }),
    ...xml.all('textTemplates').map((template): Resource => {
      return { kind: 'template', name: nameOf(template), text: template.textOf('text') ?? '' };
    }),
  ];
}
