import type { Lambda, Parameter } from '../read/syntax.ts';
import { describeValue } from '../values/describe.ts';
import { plain } from '../values/object.ts';
import { FunctionValue } from '../values/special.ts';
import { unfitArguments } from '../values/unfit-arguments.ts';
import { evaluate } from './evaluate.ts';
import { Scope } from './scope.ts';
import { castTo, fitsParameter, typeText } from './types.ts';

/** A lambda as a value. */
export function lambdaValue(name: string, lambda: Lambda, scope: Scope): FunctionValue {
  return overloaded(name, [lambda], scope);
}

/** A function with one or more bodies: the first whose parameters take the arguments is called. */
export function overloaded(name: string, lambdas: readonly Lambda[], scope: Scope): FunctionValue {
  const arity = Math.max(...lambdas.map(({ parameters }) => parameters.length));
  const hasDefault = (index: number): boolean => lambdas.some(({ parameters }) => parameters[index]?.whenAbsent !== undefined);
  const call = (...args: unknown[]): unknown => {
    for (const exactly of [true, false]) {
      for (const lambda of lambdas) {
        const bound = bindParameters(lambda, args, scope, exactly);
        if (bound) {
          return evaluate(lambda.body, bound);
        }
      }
    }
    throw unfitArguments(
      name,
      args.map(describeValue),
      lambdas.map(({ parameters }) => parameters.map(({ type }) => (type ? typeText(type) : 'Any'))),
    );
  };
  return new FunctionValue(name, arity, call, hasDefault);
}

/** The scope of a lambda's body; undefined when it does not take the arguments. */
function bindParameters(
  { parameters, typeParameters }: Lambda,
  args: readonly unknown[],
  outer: Scope,
  exactly: boolean,
): Scope | undefined {
  const scope = new Scope(outer);
  for (const name of typeParameters) {
    scope.defineType(name, { parameters: [], node: { kind: 'named', name: 'Any', typeArguments: [], schema: [], from: 0, to: 0 } });
  }
  const given = assign(parameters, args);
  for (const [index, { name, type, whenAbsent }] of parameters.entries()) {
    const argument = given[index];
    if (argument) {
      if (type && !fitsParameter(plain(argument.value), type, scope, exactly)) {
        return undefined;
      }
      scope.define(name, type ? castTo(argument.value, type, scope, true) : argument.value);
    } else if (whenAbsent) {
      scope.define(name, evaluate(whenAbsent, scope));
    } else {
      return undefined;
    }
  }
  return scope;
}

/** Arguments go to parameters from the left, or from the right when those with defaults come first. */
function assign(parameters: readonly Parameter[], args: readonly unknown[]): ({ readonly value: unknown } | undefined)[] {
  const wrapped = args.slice(0, parameters.length).map((value) => ({ value }));
  const missing = Math.max(0, parameters.length - args.length);
  const fromRight = missing > 0 && parameters[0]?.whenAbsent !== undefined;
  return fromRight ? [...new Array<undefined>(missing).fill(undefined), ...wrapped] : wrapped;
}
