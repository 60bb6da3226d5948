import { FlowFault } from '../fault.ts';
import type { FlowContext } from '../flow-context.ts';
import { Frame } from '../interview.ts';
import type { Interview } from '../interview.ts';
import type { FlowDescription, SubflowElement } from '../metadata/description.ts';
import { accessOf } from '../run-mode.ts';
import { assign, operandValue } from '../references.ts';
import { copied, valueOfType } from '../values.ts';

/** How deep flows may call one another. */
const MAXIMUM_DEPTH = 50;

/** Begins a subflow: its elements run until it is over. */
export function pushFrame(context: FlowContext, interview: Interview, element: SubflowElement): void {
  const flow = context.catalog.runnable(element.flow);
  if (interview.frames.length >= MAXIMUM_DEPTH) {
    throw new FlowFault(`The flow ${interview.root.flow.name} calls subflows more than ${MAXIMUM_DEPTH} levels deep.`);
  }
  const inputs = new Map(element.inputs.map(({ name, value }) => [name.toLowerCase(), operandValue(context, interview, value)]));
  const frame = new Frame(flow, accessOf(flow, interview.frame.access), element);
  setInputs(context, frame, inputs);
  interview.frames.push(frame);
  fillInDefaults(context, interview);
}

/** Gives the variables that a flow takes from outside their values; what it does not take is left out, as on the platform. */
export function setInputs(context: FlowContext, { flow, values }: Frame, inputs: ReadonlyMap<string, unknown>): void {
  for (const [name, value] of inputs) {
    const variable = flow.variables.get(name);
    if (variable?.input === true) {
      values.set(name, valueOfType(copied(value), variable, variable.name, context.timeZone));
    }
  }
}

/** Gives variables without a value their default, once an interview has come to its flow. */
export function fillInDefaults(context: FlowContext, interview: Interview): void {
  const { flow, values } = interview.frame;
  for (const [key, variable] of flow.variables) {
    if (!values.has(key)) {
      const value = operandValue(context, interview, variable.value);
      values.set(key, value === null ? emptyOf(variable.collection) : valueOfType(value, variable, variable.name, context.timeZone));
    }
  }
}

function emptyOf(collection: boolean): unknown {
  return collection ? [] : null;
}

/** Ends the innermost flow: what a subflow leaves goes to where the flow around it wants it. */
export function popFrame(context: FlowContext, interview: Interview): void {
  const frame = interview.frames.pop();
  const element = frame?.caller;
  if (frame === undefined || element === undefined) {
    return;
  }
  const caller = interview.frame;
  caller.position = element.next;
  if (element.keepsOutputs) {
    caller.values.set(element.name.toLowerCase(), outputsOf(frame.flow, frame.values));
  }
  for (const { name, target } of element.outputs) {
    assign(context, interview, target, frame.values.get(name.toLowerCase()) ?? null);
  }
}

/** The variables that a flow shows to others, by lower-case name. */
export function outputsOf(flow: FlowDescription, values: ReadonlyMap<string, unknown>): Map<string, unknown> {
  return new Map([...flow.variables].filter(([, { output }]) => output).map(([name]) => [name, values.get(name) ?? null]));
}
