import { supertypesOf } from '../types/hierarchy.ts';
import type { ApexType, FieldSymbol, MethodSymbol, TypeSymbol } from '../types/symbols.ts';
import type { TypeTable } from '../types/type-table.ts';
import type { ClassDescription } from './output.ts';
import { effectiveSharing } from './bodies.ts';

/** Descriptions of a class and of its inner ones, for the running program. */
export function describeClasses(table: TypeTable, symbol: TypeSymbol): ClassDescription[] {
  return [describeClass(table, symbol), ...[...symbol.inner.values()].flatMap((inner) => describeClasses(table, inner))];
}

function describeClass(table: TypeTable, symbol: TypeSymbol): ClassDescription {
  const parent = symbol.superclass;
  return {
    name: symbol.name,
    kind: symbol.kind,
    ...(symbol.outer ? { outer: symbol.outer.name } : {}),
    ...(parent ? { superclass: parent.name } : {}),
    interfaces: symbol.interfaces.map((type) => type.name),
    isAbstract: symbol.isAbstract,
    isTest: symbol.isTest,
    sharing: effectiveSharing(symbol),
    access: symbol.access,
    annotations: symbol.annotations,
    fields: [...symbol.fields.values()].map(describeField),
    methods: [...symbol.methods.values()].flat().map(describeMethod),
    constructors: symbol.constructors.map(({ key, parameters, access }) => ({ key, parameters: describeParameters(parameters), access })),
    values: symbol.values,
    ancestors: [...ancestorsOf(table, table.of(symbol))],
  };
}

function describeField(field: FieldSymbol): ClassDescription['fields'][number] {
  const { name, key, type, isStatic, isFinal, isTransient, isProperty, readable, writable, access, auraEnabled, invocable } = field;
  return {
    name,
    key,
    type: type.name,
    isStatic,
    isFinal,
    isTransient,
    isProperty,
    readable,
    writable,
    access,
    auraEnabled,
    ...(invocable && { invocable }),
  };
}

function describeMethod(method: MethodSymbol): ClassDescription['methods'][number] {
  const { name, key, parameters, returnType, isStatic, isAbstract, access, annotations } = method;
  return { name, key, parameters: describeParameters(parameters), returnType: returnType.name, isStatic, isAbstract, access, annotations };
}

function describeParameters(parameters: MethodSymbol['parameters']): { name: string; type: string }[] {
  return parameters.map(({ name, type }) => ({ name, type: type.name }));
}

/** Lower-case names of a type and everything above it, with and without type arguments. */
function ancestorsOf(table: TypeTable, type: ApexType, found: Set<string> = new Set()): Set<string> {
  found.add(type.name.toLowerCase());
  found.add(type.symbol.name.toLowerCase());
  for (const parent of supertypesOf(table, type)) {
    ancestorsOf(table, parent, found);
  }
  return found;
}
