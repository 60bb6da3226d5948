import type { ObjectType, SchemaNode, TypeNode } from '../read/syntax.ts';
import { coerce, coercible } from '../values/coerce.ts';
import { equal } from '../values/compare.ts';
import { describeValue } from '../values/describe.ts';
import { DataWeaveError } from '../values/failure.ts';
import { isOfKind } from '../values/kinds.ts';
import { KeyedValue, ObjectValue, plain } from '../values/object.ts';
import type { Properties } from '../values/object.ts';
import { evaluate, isTrue } from './evaluate.ts';
import type { DefinedType, Scope } from './scope.ts';

/** A type as a script writes it. */
export function typeText(type: TypeNode): string {
  switch (type.kind) {
    case 'named':
      return type.typeArguments.length === 0 ? type.name : `${type.name}<${type.typeArguments.map(typeText).join(', ')}>`;
    case 'union':
      return type.types.map(typeText).join(' | ');
    case 'intersection':
      return type.types.map(typeText).join(' & ');
    case 'object':
      return 'Object';
    case 'function':
      return `(${type.parameters.map(typeText).join(', ')}) -> Any`;
    case 'literal':
      return JSON.stringify(type.value);
  }
}

/** The properties behind a type: `{format: "..."}`. */
function propertiesOf(schema: SchemaNode, scope: Scope): Properties {
  const kept = schema.filter(({ condition }) => condition === undefined || isTrue(evaluate(condition, scope)));
  return Object.fromEntries(kept.map(({ name, value }) => [name, plain(evaluate(value, scope))]));
}

/**
 * `value as Type`. `implied`: where a variable or parameter declares the type, a value that already fits stays as it is.
 * @throws DataWeaveError when the value cannot become of that type.
 */
export function castTo(source: unknown, type: TypeNode, scope: Scope, implied = false): unknown {
  const value = plain(source);
  if (implied && isOfType(value, type, scope)) {
    return source;
  }
  switch (type.kind) {
    case 'named':
      return castToNamed(source, type, scope);
    case 'union':
      return castToFirst(value, type.types, scope);
    case 'object':
      return value instanceof ObjectValue ? value.with(propertiesOf(type.schema, scope)) : coerce(value, 'Object');
    case 'literal':
      return equal(value, type.value) ? value : refuse(value, type);
    default:
      return isOfType(value, type, scope) ? value : refuse(value, type);
  }
}

function castToNamed(source: unknown, type: TypeNode & { kind: 'named' }, scope: Scope): unknown {
  const value = plain(source);
  const properties = propertiesOf(type.schema, scope);
  const defined = scope.type(type.name);
  if (defined) {
    const cast = castTo(value, defined.node, withArguments(defined, type.typeArguments, scope));
    return cast instanceof ObjectValue && Object.keys(properties).length > 0 ? cast.with(properties) : cast;
  }
  const result = coerce(value, type.name, properties);
  const [item] = type.typeArguments;
  if (type.name === 'Array' && item && Array.isArray(result)) {
    return result.map((element) => castTo(element, item, scope));
  }
  // An object keeps the key that it was selected by: its attributes may still be asked for.
  return source instanceof KeyedValue && result instanceof ObjectValue ? new KeyedValue(result, source.key) : result;
}

/** The scope of a type with parameters, for the arguments that it is named with. */
function withArguments({ parameters }: DefinedType, typeArguments: readonly TypeNode[], scope: Scope): Scope {
  const inner = scope.with({});
  for (const [index, name] of parameters.entries()) {
    const node = typeArguments[index];
    if (node) {
      inner.defineType(name, { parameters: [], node });
    }
  }
  return inner;
}

function castToFirst(value: unknown, types: readonly TypeNode[], scope: Scope): unknown {
  const fitting = types.find((type) => isOfType(value, type, scope));
  if (fitting) {
    return castTo(value, fitting, scope);
  }
  for (const type of types) {
    try {
      return castTo(value, type, scope);
    } catch (error) {
      if (!(error instanceof DataWeaveError)) {
        throw error;
      }
    }
  }
  throw new DataWeaveError(`Cannot coerce ${describeValue(value)} to ${types.map(typeText).join(' | ')}`);
}

function refuse(value: unknown, type: TypeNode): never {
  throw new DataWeaveError(`Cannot coerce ${describeValue(value)} to ${typeText(type)}`, 'InvalidCoercion');
}

/** `value is Type`. */
export function isOfType(value: unknown, type: TypeNode, scope: Scope): boolean {
  switch (type.kind) {
    case 'named': {
      const defined = scope.type(type.name);
      const fits = defined ? isOfType(value, defined.node, withArguments(defined, type.typeArguments, scope)) : isOfKind(value, type.name);
      return fits && hasItems(value, type, scope) && hasProperties(value, type.schema, scope);
    }
    case 'union':
      return type.types.some((one) => isOfType(value, one, scope));
    case 'intersection':
      return type.types.every((one) => isOfType(value, one, scope));
    case 'literal':
      return equal(value, type.value);
    case 'function':
      return isOfKind(value, 'Function');
    case 'object':
      return value instanceof ObjectValue && hasFields(value, type, scope);
  }
}

function hasItems(value: unknown, { name, typeArguments: [item] }: TypeNode & { kind: 'named' }, scope: Scope): boolean {
  return name !== 'Array' || !item || !Array.isArray(value) || value.every((element) => isOfType(plain(element), item, scope));
}

function hasProperties(value: unknown, schema: SchemaNode, scope: Scope): boolean {
  const properties = value instanceof ObjectValue ? value.properties : undefined;
  return Object.entries(propertiesOf(schema, scope)).every(([name, wanted]) => equal(properties?.[name] ?? null, wanted));
}

function hasFields(value: ObjectValue, type: ObjectType, scope: Scope): boolean {
  const known = new Set(type.fields.map(({ name }) => name));
  const complete = type.fields.every(({ name, optional, repeated, type: wanted }) => {
    const found = name === undefined ? value.entries : value.findAll(name);
    return (found.length > 0 || optional || repeated) && found.every((entry) => isOfType(plain(entry.value), wanted, scope));
  });
  return complete && (!type.closed || value.entries.every(({ key }) => known.has(key.name) || known.has(undefined)));
}

/** Whether an argument may go to a parameter: as it is, or once it is made of the parameter's type. */
export function fitsParameter(value: unknown, type: TypeNode, scope: Scope, exactly: boolean): boolean {
  if (isOfType(value, type, scope)) {
    return true;
  }
  return !exactly && type.kind === 'named' && !scope.type(type.name) && coercible(value, type.name) !== undefined;
}
