import { findClass, superclassOf } from '../../runtime/class-info.ts';
import type { ClassInfo, MethodInfo } from '../../runtime/class-info.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { raise } from '../../runtime/exception.ts';
import { castTo } from '../../runtime/instance-of.ts';
import { invoke } from '../../runtime/invoke.ts';
import { PRINTED } from '../../runtime/text.ts';
import { TypeValue } from './type-value.ts';

/** An instance of a class or interface whose every method asks the provider: `Test.createStub`. */
export function createStub(type: TypeValue, provider: object): unknown {
  const info = findClass(type.name) ?? raise('System.TypeException', `Cannot create a stub of ${type.name}: it is no Apex class`);
  refuseUnstubbable(info);
  const stub = class extends info.javascriptClass {};
  const methods = methodsOf(info);
  for (const method of methods) {
    Object.defineProperty(stub.prototype, method.key, { value: answering(method, provider), configurable: true });
  }
  if (methods.some(({ name, parameters }) => name.toLowerCase() === 'tostring' && parameters.length === 0)) {
    return new stub();
  }
  const printed = `${info.name.split('.').at(-1)}__sfdc_ApexStub:[]`;
  Object.defineProperty(stub.prototype, PRINTED, { value: () => printed });
  return new stub();
}

/** As on the platform: no inner class (an inner interface will do), and no class that only itself can make. */
function refuseUnstubbable({ name, kind, outer, constructors }: ClassInfo): void {
  const isInner = kind === 'class' && outer !== undefined;
  if (isInner || (constructors.length > 0 && constructors.every(({ access }) => access === 'private'))) {
    raise('System.TypeException', `Cannot create a stub of ${name}: ${isInner ? 'it is an inner class' : 'its constructors are private'}`);
  }
}

function methodsOf(info: ClassInfo): MethodInfo[] {
  const parents = [superclassOf(info), ...info.interfaces.map((name) => findClass(name))].filter((parent) => parent !== undefined);
  const inherited = parents.flatMap(methodsOf);
  return [...inherited, ...info.methods.filter((method) => !method.isStatic && method.access !== 'private')];
}

function answering({ name, returnType, parameters }: MethodInfo, provider: object): (this: unknown, ...args: unknown[]) => unknown {
  return function answer(this: unknown, ...args) {
    const types = parameters.map((parameter) => new TypeValue(parameter.type));
    const names = parameters.map((parameter) => parameter.name);
    const result = invoke(provider, 'handleMethodCall', [
      this,
      name,
      new TypeValue(returnType),
      new ApexList('Type', types),
      new ApexList('String', names),
      new ApexList('Object', args),
    ]);
    return returnType === 'void' ? undefined : castTo(result ?? null, returnType);
  };
}
