import { parseTypeName, formatTypeName } from '../types/type-name.ts';
import { allocate, findClass, instanceFields, newInstance } from './class-info.ts';
import type { ClassInfo, MethodInfo } from './class-info.ts';
import { ApexList } from './collections/list.ts';
import { runCharged } from './cpu.ts';
import { enterSharing, restoreSharing } from './current.ts';
import { raise } from './exception.ts';
import { toApex } from './flow-values.ts';
import { outsideTriggers } from './trigger-context.ts';

/** A method with `@InvocableMethod`: an action by the name of its class. */
export interface InvocableMethod {
  readonly className: string;
  readonly label: string;
  readonly description: string | null;
  readonly inputs: readonly InvocableParameter[];
  readonly outputs: readonly InvocableParameter[];
  /** Calls the method once for all requests, and gives an outcome for each: null when it returns nothing. */
  invoke(requests: readonly ReadonlyMap<string, unknown>[]): readonly unknown[];
}

/** An input or output of an invocable method. */
export interface InvocableParameter {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  /** Canonical, without the list of a collection: `String`, `Account`. */
  readonly type: string;
  readonly collection: boolean;
  readonly required: boolean;
  /** The member of the class that holds it; absent for a method that takes or returns plain values. */
  readonly key?: string;
}

/** The name of the only output of a method that returns plain values. */
export const PLAIN_OUTPUT = 'output';

/** The invocable method of a class by its name in any case. */
export function findInvocable(className: string): InvocableMethod | undefined {
  const info = findClass(className);
  return info && invocableOf(info);
}

/** The invocable method of a class, if it has one. */
export function invocableOf(info: ClassInfo): InvocableMethod | undefined {
  const method = info.methods.find(({ isStatic, annotations }) => isStatic && annotations.some(({ name }) => name === 'invocablemethod'));
  if (method === undefined) {
    return undefined;
  }
  const annotation = method.annotations.find(({ name }) => name === 'invocablemethod');
  const [parameter] = method.parameters;
  return {
    className: info.name,
    label: annotation?.parameters['label'] ?? method.name,
    description: annotation?.parameters['description'] ?? null,
    inputs: parameter === undefined ? [] : parametersOf(elementOf(parameter.type), parameter.name, 'input'),
    outputs: method.returnType === 'void' ? [] : parametersOf(elementOf(method.returnType), PLAIN_OUTPUT, 'output'),
    invoke: (requests) => invoke(info, method, requests),
  };
}

/** `List<X>` -> `X`. */
function elementOf(type: string): string {
  const { name, typeArguments } = parseTypeName(type);
  return name === 'List' && typeArguments[0] ? formatTypeName(typeArguments[0]) : type;
}

function parametersOf(type: string, name: string, side: 'input' | 'output'): InvocableParameter[] {
  const info = findClass(type);
  if (info === undefined || info.kind !== 'class') {
    return [{ name, label: name, description: null, required: side === 'input', ...typeOf(type) }];
  }
  return instanceFields(info)
    .filter(({ invocable }) => invocable !== undefined)
    .map((field) => ({
      name: field.name,
      key: field.key,
      label: field.invocable?.['label'] ?? field.name,
      description: field.invocable?.['description'] ?? null,
      required: field.invocable?.['required']?.toLowerCase() === 'true',
      ...typeOf(field.type),
    }));
}

function typeOf(type: string): { type: string; collection: boolean } {
  const element = elementOf(type);
  return { type: element, collection: element !== type };
}

function invoke(info: ClassInfo, method: MethodInfo, requests: readonly ReadonlyMap<string, unknown>[]): readonly unknown[] {
  const args = method.parameters.slice(0, 1).map(({ name, type }) => {
    const element = elementOf(type);
    return new ApexList(
      element,
      requests.map((request) => requestOf(request, name, element)),
    );
  });
  const call = info.javascriptClass[method.key] as (...values: unknown[]) => unknown;
  const sharing = info.sharing === 'with' || info.sharing === 'inherited' ? enterSharing(true) : undefined;
  let result: unknown;
  try {
    result = runCharged(() => outsideTriggers(() => call.apply(info.javascriptClass, args)));
  } finally {
    if (sharing !== undefined) restoreSharing(sharing);
  }
  if (!(result instanceof ApexList)) {
    return requests.map(() => null);
  }
  if (result.size !== requests.length && method.parameters.length > 0) {
    const text = `The number of results does not match the number of interviews that were executed in a single bulk execution request.`;
    raise('System.FlowException', text);
  }
  const { elements } = result;
  return requests.map((_, index) => elements[index] ?? null);
}

/** One element of the list that the method takes: an instance with its variables filled in, or the plain value itself. */
function requestOf(request: ReadonlyMap<string, unknown>, parameter: string, type: string): unknown {
  const info = findClass(type);
  if (info === undefined || info.kind !== 'class') {
    return toApex(request.get(parameter.toLowerCase()) ?? (request.size === 1 ? [...request.values()][0] : null), type);
  }
  const instance = (newInstance(info) ?? allocate(info)) as Record<string, unknown>;
  for (const field of instanceFields(info)) {
    const name = field.name.toLowerCase();
    if (field.invocable !== undefined && request.has(name)) {
      instance[field.key] = toApex(request.get(name), field.type);
    } else if (field.invocable?.['required']?.toLowerCase() === 'true') {
      raise('System.IllegalArgumentException', `Missing required input parameter: ${field.name}`);
    }
  }
  return instance;
}
