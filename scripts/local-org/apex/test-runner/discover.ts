import type { ClassInfo, MethodInfo } from '../runtime/class-info.ts';
import type { Program } from '../runtime/program.ts';

/** A test class with what is to be run of it. */
export interface TestClass {
  readonly info: ClassInfo;
  readonly setups: readonly MethodInfo[];
  readonly methods: readonly MethodInfo[];
}

function has(method: MethodInfo, annotation: string): boolean {
  return method.annotations.some((candidate) => candidate.name === annotation);
}

/** Test classes in the order of their names, with their test methods in the order they are written; only those asked for. */
export function discoverTests(program: Program, wanted: readonly string[] | undefined): TestClass[] {
  const names = wanted?.map((name) => name.toLowerCase());
  return [...program.allClasses()]
    .filter((info) => info.isTest && !info.outer)
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .map((info) => ({
      info,
      setups: info.methods.filter((method) => has(method, 'testsetup')),
      methods: info.methods.filter((method) => has(method, 'istest') && isWanted(names, info.name, method.name)),
    }))
    .filter((test) => test.methods.length > 0);
}

/** The names asked for that no test has. */
export function unknownTests(program: Program, wanted: readonly string[] | undefined): string[] {
  return (wanted ?? []).filter((name) => discoverTests(program, [name]).length === 0);
}

function isWanted(names: readonly string[] | undefined, className: string, methodName: string): boolean {
  const [type, method] = [className.toLowerCase(), `${className}.${methodName}`.toLowerCase()];
  return names === undefined || names.includes(type) || names.includes(method);
}
