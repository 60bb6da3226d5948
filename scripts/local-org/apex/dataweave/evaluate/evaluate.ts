import type { ArrayLiteral, Directive, Entry, Expression, KeyNode, Match, ObjectLiteral, Pattern, Spread } from '../read/syntax.ts';
import { coerce } from '../values/coerce.ts';
import { equal } from '../values/compare.ts';
import { describeValue } from '../values/describe.ts';
import { DataWeaveError } from '../values/failure.ts';
import { kindOf } from '../values/kinds.ts';
import { negate } from '../values/numeric.ts';
import type { Numeric } from '../values/numeric.ts';
import { isItems, Key, NamespaceValue, ObjectValue, plain } from '../values/object.ts';
import type { EntryValue } from '../values/object.ts';
import { FunctionValue, RegexValue, TypeValue } from '../values/special.ts';
import { textOf } from '../values/text.ts';
import { lambdaValue, overloaded } from './lambda.ts';
import { binaryOperation } from './operators.ts';
import type { Scope } from './scope.ts';
import { Scope as NamesScope } from './scope.ts';
import { select } from './selectors.ts';
import { castTo, isOfType, typeText } from './types.ts';
import { updated } from './update.ts';

/** The value of an expression. @throws DataWeaveError that knows its place in the script. */
export function evaluate(node: Expression, scope: Scope): unknown {
  try {
    return valueOf(node, scope);
  } catch (error) {
    if (error instanceof DataWeaveError) {
      error.place ??= node;
    }
    throw error;
  }
}

function valueOf(node: Expression, scope: Scope): unknown {
  switch (node.kind) {
    case 'constant':
      return node.value;
    case 'interpolation':
      return node.parts.map((part) => (typeof part === 'string' ? part : String(coerce(evaluate(part, scope), 'String')))).join('');
    case 'name':
      return scope.has(node.name) ? scope.get(node.name) : typeReference(node, scope);
    case 'array':
      return arrayOf(node, scope);
    case 'object':
      return objectOf(node, scope);
    case 'if':
      return evaluate(isTrue(evaluate(node.condition, scope)) ? node.then : node.otherwise, scope);
    case 'lambda':
      return lambdaValue('lambda', node, scope);
    case 'call':
      return called(
        evaluate(node.callee, scope),
        node.args.map((arg) => evaluate(arg, scope)),
      );
    case 'unary':
      return node.operator === 'not'
        ? !isTrue(evaluate(node.operand, scope))
        : negate(coerce(evaluate(node.operand, scope), 'Number') as Numeric);
    case 'binary':
      return binary(node, scope);
    case 'cast':
      return castTo(evaluate(node.value, scope), node.type, scope);
    case 'is':
      return isOfType(plain(evaluate(node.value, scope)), node.type, scope);
    case 'selection':
      return select(evaluate(node.value, scope), node, scope);
    case 'match':
      return matched(node, scope);
    case 'update':
      return updated(evaluate(node.value, scope), node, scope);
    case 'do':
      return evaluate(node.body, declare(node.directives, scope));
  }
}

/** The name of a type is a value, too: `typeOf(x) == String`. */
function typeReference(node: Expression & { kind: 'name' }, _scope: Scope): TypeValue {
  const type = { kind: 'named', name: node.name, typeArguments: [], schema: [], from: node.from, to: node.to } as const;
  return new TypeValue(type, typeText(type));
}

/** A scope with what directives declare. */
export function declare(directives: readonly Directive[], outer: Scope): Scope {
  const scope = new NamesScope(outer);
  const functions = Map.groupBy(
    directives.filter((directive) => directive.kind === 'function'),
    ({ name }) => name,
  );
  for (const [name, overloads] of functions) {
    scope.define(
      name,
      overloaded(
        name,
        overloads.map(({ lambda }) => lambda),
        scope,
      ),
    );
  }
  for (const directive of directives) {
    if (directive.kind === 'variable') {
      scope.defineLazily(directive.name, () => {
        const value = evaluate(directive.value, scope);
        return directive.type ? castTo(value, directive.type, scope, true) : value;
      });
    } else if (directive.kind === 'namespace') {
      scope.defineNamespace(directive.name, new NamespaceValue(directive.name, directive.uri));
    } else if (directive.kind === 'type') {
      scope.defineType(directive.name, { parameters: directive.parameters, node: directive.type });
    }
  }
  return scope;
}

/** Whether a condition holds. */
export function isTrue(value: unknown): boolean {
  return coerce(value, 'Boolean') === true;
}

function called(callee: unknown, args: readonly unknown[]): unknown {
  const target = plain(callee);
  if (!(target instanceof FunctionValue)) {
    throw new DataWeaveError(`Expected a function to call but found ${describeValue(target)}`);
  }
  return target.call(...args);
}

function binary(node: Expression & { kind: 'binary' }, scope: Scope): unknown {
  switch (node.operator) {
    case 'and':
      return isTrue(evaluate(node.left, scope)) && isTrue(evaluate(node.right, scope));
    case 'or':
      return isTrue(evaluate(node.left, scope)) || isTrue(evaluate(node.right, scope));
    case 'default': {
      const value = evaluate(node.left, scope);
      return (plain(value) ?? null) === null ? evaluate(node.right, scope) : value;
    }
    default:
      return binaryOperation(node.operator, plain(evaluate(node.left, scope)), plain(evaluate(node.right, scope)));
  }
}

function arrayOf(node: ArrayLiteral, scope: Scope): unknown[] {
  const items = node.items
    .filter(({ condition }) => condition === undefined || isTrue(evaluate(condition, scope)))
    .map(({ value }) => evaluate(value, scope));
  return node.tail ? [...items, ...(coerce(evaluate(node.tail, scope), 'Array') as unknown[])] : items;
}

function objectOf(node: ObjectLiteral, scope: Scope): ObjectValue {
  return new ObjectValue(entriesOf(node.entries, scope));
}

function entriesOf(nodes: readonly (Entry | Spread)[], scope: Scope): EntryValue[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'entry') {
      return [{ key: keyOf(node.key, scope), value: evaluate(node.value, scope) }];
    }
    const wanted = node.condition === undefined || isTrue(evaluate(node.condition, scope));
    return wanted ? spread(evaluate(node.value, scope)) : [];
  });
}

/** The entries of an object, or of each object of an array. */
function spread(source: unknown): EntryValue[] {
  const value = plain(source) ?? null;
  if (value === null) {
    return [];
  }
  if (value instanceof ObjectValue) {
    return [...value.entries];
  }
  if (Array.isArray(value)) {
    return value.flatMap(spread);
  }
  throw new DataWeaveError(`Expected an Object or an Array of them between parentheses but found ${describeValue(value)}`);
}

function keyOf(node: KeyNode, scope: Scope): Key {
  const named = typeof node.name === 'string' ? node.name : plain(evaluate(node.name, scope));
  const attributes = node.attributes && new ObjectValue(entriesOf(node.attributes, scope));
  if (named instanceof Key && node.namespace === undefined && !attributes) {
    return named;
  }
  const name = textOf(named);
  if (name === undefined) {
    throw new DataWeaveError(`Cannot coerce ${describeValue(named)} to Key`);
  }
  const inherited = named instanceof Key ? named.namespace : undefined;
  return new Key(name, node.namespace === undefined ? inherited : scope.namespace(node.namespace), attributes);
}

function matched(node: Match, scope: Scope): unknown {
  const value = evaluate(node.value, scope);
  for (const { pattern, body } of node.cases) {
    const bound = bind(pattern, plain(value), scope);
    if (bound) {
      return evaluate(body, scope.with({ $: value, ...bound }));
    }
  }
  throw new DataWeaveError(`The value ${describeValue(value)} matches none of the cases`, 'MatchErrorException');
}

/** The names that a pattern gives to parts of a value; undefined when it does not match. */
function bind(pattern: Pattern, value: unknown, scope: Scope): Record<string, unknown> | undefined {
  const whole = 'name' in pattern && pattern.name !== undefined ? { [pattern.name]: value } : {};
  const when = (holds: boolean, bound: Record<string, unknown> = whole): Record<string, unknown> | undefined => (holds ? bound : undefined);
  switch (pattern.kind) {
    case 'else':
      return whole;
    case 'literal':
      return when(equal(value, evaluate(pattern.value, scope)));
    case 'type':
      return when(isOfType(value, pattern.type, scope));
    case 'condition':
      return when(isTrue(evaluate(pattern.condition, scope.with({ $: value, ...whole }))));
    case 'regex':
      return bindRegex(pattern.name, plain(evaluate(pattern.value, scope)), value);
    case 'emptyArray':
      return when(Array.isArray(value) && value.length === 0);
    case 'emptyObject':
      return when(value instanceof ObjectValue && value.entries.length === 0);
    case 'headTail':
      return isItems(value) && value.length > 0 ? { [pattern.head]: value[0], [pattern.tail]: value.slice(1) } : undefined;
    case 'keyValueTail': {
      const [first, ...rest] = value instanceof ObjectValue ? value.entries : [];
      return first && { [pattern.key]: first.key, [pattern.value]: first.value, [pattern.tail]: new ObjectValue(rest) };
    }
  }
}

/** A matching text is bound as its groups, the whole first. */
function bindRegex(name: string | undefined, pattern: unknown, value: unknown): Record<string, unknown> | undefined {
  const regex = pattern instanceof RegexValue ? pattern : new RegexValue(String(coerce(pattern, 'String')));
  const text = kindOf(value) === 'Null' ? undefined : textOf(value);
  const match = text === undefined ? null : regex.whole.exec(text);
  if (!match) {
    return undefined;
  }
  const groups = Array.from(match, (group) => group ?? null);
  return { $: groups, ...(name === undefined ? {} : { [name]: groups }) };
}
