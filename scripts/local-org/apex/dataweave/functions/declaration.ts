import type { Native } from '../../library/declaration.ts';
import { coercible } from '../values/coerce.ts';
import { describeValue } from '../values/describe.ts';
import { isOfKind } from '../values/kinds.ts';
import { plain } from '../values/object.ts';
import { FunctionValue } from '../values/special.ts';
import { unfitArguments } from '../values/unfit-arguments.ts';

/** The body of a function, with parameters of its own as that of a member of Apex's library. */
export type Body = Native;

/** A module of the language's library, such as `dw::core::Strings`. */
export interface FunctionModule {
  readonly name: string;
  /**
   * Bodies by signature: `capitalize(text: String)`. Parameters that may be left out end in `?`. Overloads are entries of their own, the
   * first that fits the arguments counts. `Function` takes a lambda; an expression with `$` between arguments becomes one.
   */
  readonly functions: Readonly<Record<string, Body>>;
  readonly constants?: Readonly<Record<string, unknown>>;
}

interface ParameterDeclaration {
  readonly type: string;
  readonly optional: boolean;
}

interface Overload {
  readonly parameters: readonly ParameterDeclaration[];
  readonly body: Body;
}

/** A function of the library with all its overloads. */
export interface LibraryFunction {
  readonly value: FunctionValue;
  /** Whether an argument may be a lambda. */
  takesFunction(index: number): boolean;
  takes(count: number): boolean;
}

/** The functions of a module by name. */
export function functionsOf(module: FunctionModule): Map<string, LibraryFunction> {
  const byName = new Map<string, Overload[]>();
  for (const [signature, body] of Object.entries(module.functions)) {
    const { name, parameters } = parse(signature);
    byName.set(name, [...(byName.get(name) ?? []), { parameters, body }]);
  }
  return new Map([...byName].map(([name, overloads]) => [name, libraryFunction(name, overloads)]));
}

function parse(signature: string): { name: string; parameters: ParameterDeclaration[] } {
  const [, name = '', list = ''] = /^([^(]+)\((.*)\)$/.exec(signature) ?? [];
  const parameters = list
    .split(', ')
    .filter((text) => text !== '')
    .map((text) => {
      const [parameter = '', type = 'Any'] = text.split(': ');
      return { type, optional: parameter.endsWith('?') };
    });
  return { name, parameters };
}

function libraryFunction(name: string, overloads: readonly Overload[]): LibraryFunction {
  const most = Math.max(...overloads.map(({ parameters }) => parameters.length));
  return {
    value: new FunctionValue(name, most, (...args) => call(name, overloads, args.slice(0, most))),
    takesFunction: (index) => overloads.some(({ parameters }) => parameters[index]?.type === 'Function'),
    takes: (count) => overloads.some(({ parameters }) => accepts(parameters, count)),
  };
}

function accepts(parameters: readonly ParameterDeclaration[], count: number): boolean {
  return count <= parameters.length && parameters.slice(count).every(({ optional }) => optional);
}

function call(name: string, overloads: readonly Overload[], args: readonly unknown[]): unknown {
  const values = args.map(plain);
  const fitting = overloads.filter(({ parameters }) => accepts(parameters, values.length));
  const exact = fitting.find(({ parameters }) => values.every((value, index) => isOfKind(value, parameters[index]?.type)));
  if (exact) {
    return exact.body(...values);
  }
  for (const { parameters, body } of fitting) {
    const coerced = coerceAll(values, parameters);
    if (coerced) {
      return body(...coerced);
    }
  }
  throw unfitArguments(
    name,
    values.map(describeValue),
    overloads.map(({ parameters }) => parameters.map(({ type }) => type)),
  );
}

function coerceAll(values: readonly unknown[], parameters: readonly ParameterDeclaration[]): unknown[] | undefined {
  const coerced: unknown[] = [];
  for (const [index, value] of values.entries()) {
    const type = parameters[index]?.type;
    const fit = isOfKind(value, type) ? { value } : coercible(value, type);
    if (!fit) {
      return undefined;
    }
    coerced.push(fit.value);
  }
  return coerced;
}
