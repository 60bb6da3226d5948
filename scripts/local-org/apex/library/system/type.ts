import { SObjectRecord } from '../../../data/record.ts';
import { findClass, newInstance } from '../../runtime/class-info.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { ApexMap } from '../../runtime/collections/map.ts';
import { ApexSet } from '../../runtime/collections/set.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raise } from '../../runtime/exception.ts';
import { libraryTypeName } from '../../runtime/instance-of.ts';
import { objectOfType } from '../../runtime/object-of-type.ts';
import { hashOf } from '../../runtime/hash.ts';
import { formatTypeName, parseTypeName } from '../../types/type-name.ts';
import type { TypeName } from '../../types/type-name.ts';
import type { LibraryClass } from '../declaration.ts';
import { objectTypeNamed } from '../schema/tokens.ts';
import { EXCEPTION_NAMES } from './exceptions.ts';
import { isAssignable, TypeValue } from './type-value.ts';

export { typeLiteral } from './type-value.ts';

/** Types of the language and the library that `Type.forName` knows, in their own case. */
const BUILT_IN = [
  'Blob',
  'Boolean',
  'Date',
  'Datetime',
  'Decimal',
  'Double',
  'Id',
  'Integer',
  'Long',
  'Object',
  'SObject',
  'String',
  'Time',
  'Exception',
  'Type',
];

const COLLECTIONS: Readonly<Record<string, number>> = { List: 1, Set: 1, Map: 2 };

/** The type of a name in any case, or null when there is none. */
export function typeForName(name: string | null): TypeValue | null {
  if (name === null || !/^[\w.<>,\s[\]]+$/.test(name)) {
    return null;
  }
  try {
    const known = knownName(parseTypeName(name.trim()));
    return known === undefined ? null : new TypeValue(known);
  } catch {
    return null;
  }
}

function knownName(type: TypeName): string | undefined {
  const collection = Object.keys(COLLECTIONS).find((name) => name.toLowerCase() === type.name.toLowerCase());
  if (collection !== undefined) {
    const args = type.typeArguments.map(knownName);
    const complete = args.length === COLLECTIONS[collection] && args.every((argument) => argument !== undefined);
    return complete ? formatTypeName(parseTypeName(`${collection}<${args.join(',')}>`)) : undefined;
  }
  const lower = type.name.toLowerCase();
  return (
    objectName(type.name.replace(/^schema\./i, '')) ??
    findClass(type.name)?.name ??
    BUILT_IN.find((name) => name.toLowerCase() === lower) ??
    libraryTypeName(type.name)
  );
}

/** The name of an object; with its namespace when a class has the same. */
function objectName(name: string): string | undefined {
  const object = currentTransaction().schema.object(name);
  return object && findClass(object.name) ? `Schema.${object.name}` : object?.name;
}

/** Exceptions of the library name their namespace; other types of `System` do not. */
function qualified(name: string): string {
  return EXCEPTION_NAMES.has(name) ? `System.${name}` : name;
}

/** `Type.newInstance`: an object by its constructor without parameters, an empty collection, an empty record. */
export function instantiate(type: TypeValue): unknown {
  const { name, typeArguments } = parseTypeName(type.name);
  const args = typeArguments.map(formatTypeName) as [string, string];
  switch (name) {
    case 'List':
      return new ApexList(args[0]);
    case 'Set':
      return new ApexSet(args[0]);
    case 'Map':
      return new ApexMap(args[0], args[1]);
    default:
      return instantiateClass(name);
  }
}

function instantiateClass(name: string): unknown {
  const info = findClass(name);
  if (!info) {
    const object = objectOfType(name);
    return object ? new SObjectRecord(object) : raise('System.TypeException', `Type cannot be constructed: ${name}`);
  }
  if (info.isAbstract || info.kind !== 'class') {
    raise('System.TypeException', `Type cannot be constructed: ${info.name}`);
  }
  return newInstance(info) ?? raise('System.TypeException', `Type does not have a visible no-arg constructor: ${info.name}`);
}

/** `System.Type`. */
export const typeClass: LibraryClass = {
  name: 'System.Type',
  isInstance: (value) => value instanceof TypeValue,
  members: {
    'static Type forName(String name)': typeForName,
    'static Type forName(String namespace, String name)': (namespace: string | null, name: string | null) =>
      namespace === null || namespace === '' ? typeForName(name) : typeForName(`${namespace}.${name}`),
    'Boolean equals(Object other)': (self: TypeValue, other: unknown) =>
      other instanceof TypeValue && other.name.toLowerCase() === self.name.toLowerCase(),
    'String getName()': (self: TypeValue) => qualified(self.name),
    'Integer hashCode()': hashOf,
    'Boolean isAssignableFrom(Type other)': (self: TypeValue, other: TypeValue | null) => other !== null && isAssignable(self, other),
    'Object newInstance()': instantiate,
    'String toString()': (self: TypeValue) => self.name,
    'Schema.SObjectType SObjectType': (self: TypeValue) => objectTypeNamed(self.name),
  },
};
