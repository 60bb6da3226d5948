import { coerce, isMisfit } from '../data/dml/coerce.ts';
import { SObjectRecord } from '../data/record.ts';
import type { Content } from '../data/record.ts';
import type { FieldDescription } from '../data/schema/description.ts';
import { classInfoOf, instanceFields } from '../apex/runtime/class-info.ts';
import { fromApex, toApex } from '../apex/runtime/flow-values.ts';
import { FlowFault } from './fault.ts';
import type { FlowContext } from './flow-context.ts';
import { globalValue } from './global-variables.ts';
import type { Frame, Interview } from './interview.ts';
import type { FlowVariable, Operand, Path } from './metadata/description.ts';
import { asText, copied, isPlain, toDate, toDatetime, valueOfType } from './values.ts';

/** The value of an operand; null for an absent one. */
export function operandValue(context: FlowContext, interview: Interview, operand: Operand | undefined): unknown {
  switch (operand?.kind) {
    case undefined:
      return null;
    case 'value':
      return operand.value;
    case 'text':
      return mergedText(context, interview, operand.text);
    case 'reference':
      return valueAt(context, interview, operand.path);
    case 'formula':
      return context.formulas.evaluate(context, interview, operand.expression, { dataType: operand.dataType, collection: false });
  }
}

/** A text with every `{!reference}` replaced by its value. */
export function mergedText(context: FlowContext, interview: Interview, text: string): string {
  return text.replaceAll(/\{!\s*([^}]+?)\s*\}/g, (_, path: string) => asText(valueAt(context, interview, path.split('.') as [string])));
}

/** The value that a path leads to; null where something on the way is missing. */
export function valueAt(context: FlowContext, interview: Interview, path: Path): unknown {
  const { frame } = interview;
  const [first, ...rest] = path;
  const name = first.toLowerCase();
  if (first.startsWith('$')) {
    const root = triggeringRecord(interview, name);
    return root === undefined ? globalValue(context, interview, path) : walk(context, root, rest);
  }
  if (frame.values.has(name)) {
    return walk(context, frame.values.get(name), rest);
  }
  const resource = frame.flow.resources.get(name);
  switch (resource?.kind) {
    case 'constant':
      return valueOfType(operandValue(context, interview, resource.value), resource.type, resource.name, context.timeZone);
    case 'formula':
      return context.formulas.evaluate(context, interview, resource.expression, resource.type, resource.name);
    case 'template':
      return mergedText(context, interview, resource.text);
    case undefined:
      return missing(frame, first);
  }
}

/** `$Record` and `$Record__Prior`; undefined for other globals. */
function triggeringRecord({ trigger, frame, root }: Interview, name: string): SObjectRecord | null | undefined {
  if (name === '$record' && frame === root) {
    return trigger?.record ?? null;
  }
  return name === '$record__prior' && frame === root ? (trigger?.prior ?? null) : undefined;
}

/** An element that has not run yet, or a variable without a value, is null; a name that nothing has is a mistake. */
function missing({ flow }: Frame, name: string): null {
  const key = name.toLowerCase();
  const isOutcome = [...flow.elements.values()].some(
    (element) => element.kind === 'decision' && element.outcomes.some((outcome) => outcome.name.toLowerCase() === key),
  );
  if (isOutcome || flow.elements.has(key) || flow.variables.has(key) || key === '') {
    return null;
  }
  throw new FlowFault(`The flow ${flow.name} refers to ${name}, which it does not have.`);
}

function walk(context: FlowContext, start: unknown, path: readonly string[]): unknown {
  let current: unknown = start ?? null;
  for (const [index, step] of path.entries()) {
    if (current instanceof SObjectRecord) {
      return recordValue(context, current, path.slice(index));
    }
    current = memberOf(current, step);
  }
  return current;
}

function memberOf(value: unknown, name: string): unknown {
  if (value instanceof Map) {
    return (value as ReadonlyMap<string, unknown>).get(name.toLowerCase()) ?? null;
  }
  const info = classInfoOf(value);
  const field = info && instanceFields(info).find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  return field === undefined ? null : fromApex((value as Record<string, unknown>)[field.key]);
}

/** A field of a record or of a parent, which is read from the database where the record does not carry it. */
function recordValue(context: FlowContext, record: SObjectRecord, path: readonly string[]): unknown {
  const [first] = path as [string];
  const carried = record.contents.get(first.toLowerCase());
  if (carried instanceof SObjectRecord && path.length > 1) {
    return recordValue(context, carried, path.slice(1));
  }
  if (path.length === 1 && !(carried instanceof SObjectRecord) && carried !== undefined) {
    return fromApex(carried);
  }
  return fromApex(context.org.formulas.valueAt(record, path));
}

/** Puts a value where a path leads: into a variable, a field of a record variable, or a member of an Apex value. */
export function assign(context: FlowContext, interview: Interview, path: Path, value: unknown): void {
  const { frame } = interview;
  const [first, ...rest] = path;
  const name = first.toLowerCase();
  const [field] = rest;
  if (field !== undefined) {
    assignMember(context, memberHolder(context, interview, [first, ...rest.slice(0, -1)]), rest.at(-1) as string, value);
    return;
  }
  const variable = frame.flow.variables.get(name);
  if (variable === undefined && !frame.values.has(name)) {
    throw new FlowFault(`The flow ${frame.flow.name} assigns a value to ${first}, which it does not have.`);
  }
  const kept = copied(value);
  frame.values.set(name, variable === undefined ? kept : valueOfType(kept, variable, first, context.timeZone));
}

/** The record or instance whose field is assigned; a record variable without a value begins with an empty record. */
function memberHolder(context: FlowContext, interview: Interview, path: Path): unknown {
  const holder = valueAt(context, interview, path);
  if (holder !== null || path.length > 1) {
    return holder;
  }
  const variable = interview.frame.flow.variables.get(path[0].toLowerCase());
  const made = variable && emptyValue(context, variable);
  interview.frame.values.set(path[0].toLowerCase(), made ?? null);
  return made;
}

function emptyValue(context: FlowContext, variable: FlowVariable): unknown {
  const object = variable.dataType === 'SObject' && variable.object !== undefined ? context.org.schema.object(variable.object) : undefined;
  return object && new SObjectRecord(object);
}

function assignMember(context: FlowContext, holder: unknown, name: string, value: unknown): void {
  if (holder instanceof SObjectRecord) {
    const field = holder.description.fields.get(name.toLowerCase());
    if (field === undefined) {
      throw new FlowFault(`The object ${holder.description.name} has no field ${name}.`);
    }
    holder.contents.set(name.toLowerCase(), fieldValue(context, field, value));
    return;
  }
  const info = classInfoOf(holder);
  const member = info && instanceFields(info).find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (member === undefined) {
    throw new FlowFault(`The flow failed to assign a value to ${name}: what it belongs to has no value.`);
  }
  (holder as Record<string, unknown>)[member.key] = toApex(value, member.type);
}

/** A value as a field of a record keeps it. Throws `FlowFault` when it does not fit. */
export function fieldValue(context: FlowContext, field: FieldDescription, value: unknown): Content {
  const converted = coerce(field, inKind(context, field, value) as Content);
  if (isMisfit(converted)) {
    throw new FlowFault(`The flow failed to assign a value to ${field.name}: ${converted.message}`);
  }
  return converted;
}

function inKind(context: FlowContext, field: FieldDescription, value: unknown): unknown {
  switch (field.type) {
    case 'date':
      return toDate(value, context.timeZone) ?? value;
    case 'datetime':
      return toDatetime(value, context.timeZone) ?? value;
    case 'string':
    case 'textarea':
    case 'picklist':
    case 'multipicklist':
    case 'email':
    case 'phone':
    case 'url':
      return isPlain(value) && value !== null ? asText(value) : value;
    default:
      return value;
  }
}
