import { createApexProject } from '../apex/apex-project.ts';
import type { ApexProject } from '../apex/apex-project.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** A flow's metadata around elements; active and autolaunched unless the elements say otherwise. */
export function flow(...parts: readonly string[]): string {
  const body = parts.join('\n');
  const type = body.includes('<processType>') ? '' : '<processType>AutoLaunchedFlow</processType>';
  const status = body.includes('<status>') ? '' : '<status>Active</status>';
  return `<?xml version="1.0" encoding="UTF-8"?><Flow ${NAMESPACE}><label>A flow</label>${type}${body}${status}</Flow>`;
}

/** An element of a flow: its kind, name, the element that follows, and what else it has. */
export function element(kind: string, name: string, next: string | undefined, content: string): string {
  return `<${kind}><name>${name}</name>${to('connector', next)}${content}</${kind}>`;
}

/** A connector to an element. */
export function to(connector: string, target: string | undefined): string {
  return target === undefined ? '' : `<${connector}><targetReference>${target}</targetReference></${connector}>`;
}

/** The start: what triggers it, and where it leads. */
export function start(next: string, trigger = ''): string {
  return `<start>${to('connector', next)}${trigger}</start>`;
}

/** A start by records of an object. */
export function onRecord(next: string, object: string, type: string, kind: string, more = ''): string {
  return start(next, `<object>${object}</object><recordTriggerType>${kind}</recordTriggerType><triggerType>${type}</triggerType>${more}`);
}

/** `<value>` and its kin: a reference for text that begins with `@`, else a literal. */
export function value(content: string | number | boolean, name = 'value'): string {
  const kind =
    typeof content === 'number'
      ? 'numberValue'
      : typeof content === 'boolean'
        ? 'booleanValue'
        : content.startsWith('@')
          ? 'elementReference'
          : 'stringValue';
  return `<${name}><${kind}>${kind === 'elementReference' ? String(content).slice(1) : content}</${kind}></${name}>`;
}

/** One item of an assignment. */
export function assign(target: string, operator: string, content: string | number | boolean): string {
  return `<assignmentItems><assignToReference>${target}</assignToReference><operator>${operator}</operator>${value(content)}</assignmentItems>`;
}

/** A condition of a decision, or (as `filters`) on records. */
export function condition(left: string, operator: string, right: string | number | boolean): string {
  return `<conditions><leftValueReference>${left}</leftValueReference><operator>${operator}</operator>${value(right, 'rightValue')}</conditions>`;
}

export function filter(field: string, operator: string, content: string | number | boolean): string {
  return `<filters><field>${field}</field><operator>${operator}</operator>${value(content)}</filters>`;
}

export function fieldValue(field: string, content: string | number | boolean): string {
  return `<inputAssignments><field>${field}</field>${value(content)}</inputAssignments>`;
}

/** A variable; `type` with `[]` for a collection: `String`, `Account[]`. What is no data type is an object or a class of `Apex`. */
export function variable(name: string, type: string, uses: 'in' | 'out' | 'in out' | '' = ''): string {
  const plain = type.replace('[]', '');
  const isData = ['String', 'Number', 'Boolean', 'Date', 'DateTime', 'Currency'].includes(plain);
  const [kind, detail] = isData
    ? [plain, plain === 'Number' ? '<scale>2</scale>' : '']
    : plain.startsWith('Apex:')
      ? ['Apex', `<apexClass>${plain.slice(5)}</apexClass>`]
      : ['SObject', `<objectType>${plain}</objectType>`];
  return `<variables><name>${name}</name><dataType>${kind}</dataType><isCollection>${type.endsWith('[]')}</isCollection><isInput>${uses.includes('in')}</isInput><isOutput>${uses.includes('out')}</isOutput>${detail}</variables>`;
}

export function formula(name: string, type: string, expression: string): string {
  const escaped = expression.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<formulas><name>${name}</name><dataType>${type}</dataType><expression>${escaped}</expression></formulas>`;
}

/** A project of flows by name, and of classes and other files. */
export function flowProject(flows: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}): ApexProject {
  const paths = Object.entries(flows).map(([name, xml]) => [`flows/${name}.flow-meta.xml`, xml]);
  const project = createApexProject({ ...files, ...(Object.fromEntries(paths) as Record<string, string>) });
  if (project.mistakes.length > 0) {
    throw new Error(project.mistakes.join('\n'));
  }
  return project;
}

/** Apex that starts a flow and writes variables of it: `run('Sum', "'a' => 1", 'total')`. */
export function starting(name: string, inputs: string, ...outputs: readonly string[]): string {
  const shown = outputs.map((output) => `System.debug(interview.getVariableValue('${output}'));`).join('\n');
  return `Flow.Interview interview = Flow.Interview.createInterview('${name}', new Map<String, Object>{ ${inputs} });
interview.start();
${shown}`;
}
