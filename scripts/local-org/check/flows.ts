import { problemsOf } from '../flow/flow-problems.ts';
import { readFlow } from '../flow/metadata/read-flow.ts';
import type { Component, SourceTree } from '../metadata/source-tree.ts';
import type { Finding } from './finding.ts';
import { isForeign, missingField, missingObject } from './references.ts';
import type { Named } from './references.ts';
import type { XmlElement } from '../metadata/xml-element.ts';

/** Elements whose text names a field of the object that the element around them names. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['queriedFields', 'sortField']);

/** Elements that have such a field each. */
const FIELD_HOLDERS: ReadonlySet<string> = new Set(['filters', 'inputAssignments', 'outputAssignments']);

/** Elements whose text is a path from a variable, an element or a global. */
const PATHS: ReadonlySet<string> = new Set([
  'assignToReference',
  'collectionReference',
  'elementReference',
  'inputReference',
  'leftValueReference',
  'outputReference',
]);

/** Looks up every name that a flow gives: objects, fields, classes, flows, elements, variables; and says what of it can't run here. */
export function checkFlow(named: Named, owner: Component): Finding[] {
  const root = owner.xml;
  if (root.name !== 'Flow') return [];
  const finding = ({ line }: XmlElement, message: string | undefined): Finding[] =>
    message === undefined ? [] : [{ path: owner.path, line, message }];
  const names = namesOf(root);
  const inside = (node: XmlElement): Finding[] =>
    node.children.flatMap((child) => [
      ...(PATHS.has(child.name) ? finding(child, missingName(names, child.word)) : []),
      ...(child.name === 'targetReference' ? finding(child, missingElement(names, child.word)) : []),
      ...(child.name === 'objectType' || child.name === 'object' ? finding(child, missingObject(named, child.word)) : []),
      ...inside(child),
    ]);
  return [
    ...inside(root),
    ...root.children.flatMap((element) =>
      fieldsOf(element).flatMap(({ node, object }) => finding(node, missingField(named, object, node.word))),
    ),
    ...root.children.flatMap((element) => finding(element, missingCallee(named, element))),
    ...unsupported(named, owner),
  ];
}

/** The screen flows of a project: nobody can go through their screens here. */
export function warnOfScreens(tree: SourceTree): Finding[] {
  return tree.ofType('Flow').flatMap(({ path, name, xml }) => {
    const screen = xml.child('screens');
    if (screen === undefined) return [];
    return [
      {
        path,
        line: screen.line,
        message: `The local org shows no screens of flows: ${name} can't be started here (${screen.textOf('name') ?? ''})`,
      },
    ];
  });
}

/** What an active flow without screens has that the engine doesn't know. */
function unsupported({ schema }: Named, owner: Component): Finding[] {
  const root = owner.xml;
  const flow = readFlow(owner);
  if (!flow.active || root.child('screens') !== undefined) return [];
  return problemsOf(flow, schema).map(({ element, feature }) => {
    const node = element === undefined ? undefined : nodeNamed(root, element);
    const where = element === undefined ? '' : ` (${element})`;
    return { path: owner.path, line: node?.line ?? root.line, message: `The local org does not support ${feature}${where} in a flow` };
  });
}

function nodeNamed(root: XmlElement, name: string): XmlElement | undefined {
  return name === 'Start' ? root.child('start') : root.children.find((child) => child.child('name')?.word === name);
}

/** Everything in a flow that has a name, in lower case; elements apart, as connectors lead to them only. */
interface FlowNames {
  readonly all: ReadonlySet<string>;
  readonly elements: ReadonlySet<string>;
}

const RESOURCES: ReadonlySet<string> = new Set([
  'variables',
  'constants',
  'formulas',
  'textTemplates',
  'choices',
  'dynamicChoiceSets',
  'stages',
]);

function namesOf(root: XmlElement): FlowNames {
  const nameOf = (node: XmlElement): string => node.child('name')?.word.toLowerCase() ?? '';
  const elements = root.children.filter((child) => !RESOURCES.has(child.name)).map(nameOf);
  const all = (node: XmlElement): string[] => node.children.flatMap((child) => [nameOf(child), ...all(child)]);
  const items = root.children.map((child) => child.child('assignNextValueToReference')?.word.toLowerCase() ?? '');
  return { all: new Set([...all(root), ...items]), elements: new Set(elements) };
}

function missingName({ all }: FlowNames, path: string): string | undefined {
  const [name = ''] = path.split(/[.[]/);
  return name === '' || name.startsWith('$') || all.has(name.toLowerCase()) ? undefined : `The flow has no ${name}`;
}

function missingElement({ elements }: FlowNames, name: string): string | undefined {
  return elements.has(name.toLowerCase()) ? undefined : `The flow has no element ${name}`;
}

/** The fields that an element names, each with its object. */
function fieldsOf(element: XmlElement): { node: XmlElement; object: string }[] {
  const object = element.child('object')?.word;
  if (object === undefined) return [];
  return element.children.flatMap((child) => {
    const node = OWN_FIELDS.has(child.name) ? child : FIELD_HOLDERS.has(child.name) ? child.child('field') : undefined;
    return node === undefined || node.word.includes('.') ? [] : [{ node, object }];
  });
}

/** The class or flow that an element calls. */
function missingCallee({ tree }: Named, element: XmlElement): string | undefined {
  const textOf = (name: string): string => element.child(name)?.word ?? '';
  if (element.name === 'subflows') {
    const flow = textOf('flowName');
    return isForeign(flow) || tree.find('Flow', flow) !== undefined ? undefined : `There is no flow ${flow}`;
  }
  if (element.name !== 'actionCalls' || textOf('actionType') !== 'apex') return undefined;
  const name = textOf('actionName');
  return isForeign(name) || tree.find('ApexClass', name) !== undefined ? undefined : `There is no Apex class ${name}`;
}
