import { classInfoOf, superclassOf } from './class-info.ts';
import type { ClassInfo, MethodInfo } from './class-info.ts';

/**
 * Calls a method that Apex code defines on an instance, from a native: `invoke(job, 'execute', [context])`. The name has any case;
 * the method is found by name and number of parameters, the instance's own class first.
 */
export function invoke(instance: unknown, name: string, args: readonly unknown[] = []): unknown {
  const method = findMethod(instance, name, args.length);
  if (!method) {
    throw new Error(`${classInfoOf(instance)?.name ?? 'The value'} has no method ${name} with ${args.length} parameter(s).`);
  }
  return (instance as Record<string, (...values: readonly unknown[]) => unknown>)[method.key](...args);
}

/** Whether the instance's class, or one above it, defines the method in Apex. */
export function hasMethod(instance: unknown, name: string, parameterCount: number): boolean {
  return findMethod(instance, name, parameterCount) !== undefined;
}

const cache = new WeakMap<ClassInfo, Map<string, MethodInfo | undefined>>();

function findMethod(instance: unknown, name: string, parameterCount: number): MethodInfo | undefined {
  const info = classInfoOf(instance);
  if (!info) {
    return undefined;
  }
  let methods = cache.get(info);
  if (!methods) {
    methods = new Map();
    cache.set(info, methods);
  }
  const signature = `${name}/${parameterCount}`;
  if (!methods.has(signature)) {
    methods.set(signature, searchUpwards(info, name.toLowerCase(), parameterCount));
  }
  return methods.get(signature);
}

function searchUpwards(info: ClassInfo, name: string, parameterCount: number): MethodInfo | undefined {
  for (let level: ClassInfo | undefined = info; level; level = superclassOf(level)) {
    const found = level.methods.find(
      (method) => !method.isStatic && method.name.toLowerCase() === name && method.parameters.length === parameterCount,
    );
    if (found) {
      return found;
    }
  }
  return undefined;
}
