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

/** Classes with tests in the order of their names, with their test methods in the order they are written; only those asked for. */
export function discoverTests(program: Program, wanted: readonly string[] | undefined): TestClass[] {
  return [...program.allClasses()]
    .filter((info) => !info.outer)
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .map((info) => ({
      info,
      setups: info.methods.filter((method) => has(method, 'testsetup')),
      methods: info.methods.filter(
        (method) => has(method, 'istest') && method.returnType === 'void' && isWanted(wanted, info.name, method.name),
      ),
    }))
    .filter((test) => test.methods.length > 0);
}

/** Whether a test method is among those asked for, as `Class` or `Class.method` in any case; all are when none is named. */
export function isWanted(wanted: readonly string[] | undefined, className: string, methodName: string): boolean {
  const names = [className.toLowerCase(), `${className}.${methodName}`.toLowerCase()];
  return wanted === undefined || wanted.some((name) => names.includes(name.toLowerCase()));
}
