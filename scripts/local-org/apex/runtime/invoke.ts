import { classInfoOf, superclassOf } from './class-info.ts';
import type { ClassInfo, MethodInfo } from './class-info.ts';
import { isInstance } from './instance-of.ts';

/**
 * Calls a method that Apex code defines on an instance, from a native: `invoke(job, 'execute', [context])`. The name has any case; the
 * method is found by name, number of parameters and, where there are several, the values given; the instance's own class first.
 */
export function invoke(instance: unknown, name: string, args: readonly unknown[] = []): unknown {
  const methods = findMethods(instance, name, args.length);
  const method = methods.length > 1 ? chosen(methods, args) : methods[0];
  if (!method) {
    throw new Error(`${classInfoOf(instance)?.name ?? 'The value'} has no method ${name} with ${args.length} parameter(s).`);
  }
  const holder = method.isStatic ? classInfoOf(instance)?.javascriptClass : instance;
  return (holder as Record<string, (...values: readonly unknown[]) => unknown>)[method.key](...args);
}

/** Whether the instance's class, or one above it, defines the method in Apex. */
export function hasMethod(instance: unknown, name: string, parameterCount: number): boolean {
  return findMethods(instance, name, parameterCount).length > 0;
}

const cache = new WeakMap<ClassInfo, Map<string, readonly MethodInfo[]>>();
const NONE: readonly MethodInfo[] = [];

function findMethods(instance: unknown, name: string, parameterCount: number): readonly MethodInfo[] {
  const info = classInfoOf(instance);
  if (!info) {
    return NONE;
  }
  let methods = cache.get(info);
  if (!methods) {
    methods = new Map();
    cache.set(info, methods);
  }
  const signature = `${name}/${parameterCount}`;
  let found = methods.get(signature);
  if (!found) {
    found = searchUpwards(info, name.toLowerCase(), parameterCount);
    methods.set(signature, found);
  }
  return found;
}

function searchUpwards(info: ClassInfo, name: string, parameterCount: number): MethodInfo[] {
  const found: MethodInfo[] = [];
  for (let level: ClassInfo | undefined = info; level; level = superclassOf(level)) {
    for (const method of level.methods) {
      if (method.name.toLowerCase() === name && method.parameters.length === parameterCount && method.access !== 'private') {
        found.push(method);
      }
    }
  }
  return found;
}

/** Of several methods that take the values, one that takes nothing but such comes before one that takes anything. */
function chosen(methods: readonly MethodInfo[], args: readonly unknown[]): MethodInfo {
  const accepting = methods.filter((candidate) => accepts(candidate, args));
  return accepting.find(({ parameters }) => parameters.every(({ type }) => type !== 'Object')) ?? accepting[0] ?? methods[0];
}

function accepts(method: MethodInfo, args: readonly unknown[]): boolean {
  return method.parameters.every((parameter, index) => args[index] === null || isInstance(args[index], parameter.type));
}
