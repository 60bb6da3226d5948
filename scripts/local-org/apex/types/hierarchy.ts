import type { ApexType, FieldSymbol, MethodSymbol, TypeSymbol } from './symbols.ts';
import type { TypeTable } from './type-table.ts';

/** Replaces the type parameters of a generic library class by the arguments of a type. */
export function substitute(table: TypeTable, type: ApexType, owner: ApexType): ApexType {
  if (type.symbol.origin === 'parameter') {
    const index = owner.symbol.typeParameters.indexOf(type.name);
    return owner.typeArguments[index] ?? table.object;
  }
  if (type.typeArguments.length === 0) {
    return type;
  }
  return table.of(
    type.symbol,
    type.typeArguments.map((argument) => substitute(table, argument, owner)),
  );
}

/** The direct supertypes of a type, its type arguments filled in. `Object` is not among them. */
export function supertypesOf(table: TypeTable, type: ApexType): ApexType[] {
  if (type.object) {
    return [table.sObject];
  }
  const { superclass, interfaces } = type.symbol;
  return [...(superclass ? [superclass] : []), ...interfaces].map((parent) => substitute(table, parent, type));
}

/** How many steps up from a type to another: 0 for itself, undefined when it is none of its supertypes. */
export function distanceUp(table: TypeTable, from: ApexType, to: ApexType): number | undefined {
  if (from === to) {
    return 0;
  }
  let best: number | undefined;
  for (const parent of supertypesOf(table, from)) {
    const distance = distanceUp(table, parent, to);
    if (distance !== undefined && (best === undefined || distance + 1 < best)) {
      best = distance + 1;
    }
  }
  return best;
}

/** The supertype of a type (or the type itself) that is an instance of a generic class: `Iterable<X>` of a `List<X>`. */
export function supertypeWith(table: TypeTable, type: ApexType, symbol: TypeSymbol): ApexType | undefined {
  if (type.symbol === symbol) {
    return type;
  }
  for (const parent of supertypesOf(table, type)) {
    const found = supertypeWith(table, parent, symbol);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** Methods of `Object` with their numbers of parameters. */
export const OBJECT_METHODS: ReadonlyMap<string, number> = new Map([
  ['tostring', 0],
  ['hashcode', 0],
  ['equals', 1],
]);

/** A member with the type through which it was found, for filling in type arguments. */
export interface Found<T> {
  readonly member: T;
  readonly through: ApexType;
}

export function findField(table: TypeTable, type: ApexType, name: string): Found<FieldSymbol> | undefined {
  const member = type.symbol.fields.get(name.toLowerCase());
  if (member) {
    return { member, through: type };
  }
  for (const parent of supertypesOf(table, type)) {
    const found = findField(table, parent, name);
    if (found) {
      return found;
    }
  }
  return undefined;
}

type Methods = readonly Found<MethodSymbol>[];

/** What was found before, by type and lower-case name: the same names are called over and over. */
const knownMethods = new WeakMap<ApexType, Map<string, Methods>>();

/**
 * All methods of a name: of the type first, then inherited ones that no nearer one overrides. `Object`'s come last. To be asked when all
 * members are declared.
 */
export function findMethods(table: TypeTable, type: ApexType, name: string): Methods {
  const key = name.toLowerCase();
  let known = knownMethods.get(type);
  if (!known) {
    known = new Map();
    knownMethods.set(type, known);
  }
  let methods = known.get(key);
  if (!methods) {
    methods = methodsOf(table, type, key);
    known.set(key, methods);
  }
  return methods;
}

function methodsOf(table: TypeTable, type: ApexType, key: string): Methods {
  const found: Found<MethodSymbol>[] = [];
  collectMethods(table, type, key, found);
  if (type !== table.object) {
    collectMethods(table, table.object, key, found);
  }
  return found;
}

function collectMethods(table: TypeTable, type: ApexType, name: string, found: Found<MethodSymbol>[]): void {
  for (const member of type.symbol.methods.get(name) ?? []) {
    const candidate = { member, through: type };
    if (!found.some((other) => sameParameters(table, other, candidate))) {
      found.push(candidate);
    }
  }
  for (const parent of supertypesOf(table, type)) {
    collectMethods(table, parent, name, found);
  }
}

/** Whether two methods take the same types, each seen through the type it was found in. */
export function sameParameters(table: TypeTable, left: Found<MethodSymbol>, right: Found<MethodSymbol>): boolean {
  const [a, b] = [parameterTypes(table, left), parameterTypes(table, right)];
  return a.length === b.length && a.every((type, index) => type === b[index]);
}

/** The parameter types of a method as seen through the type it was found in. */
export function parameterTypes(
  table: TypeTable,
  found: Found<{ readonly parameters: readonly { readonly type: ApexType }[] }>,
): ApexType[] {
  return found.member.parameters.map((parameter) => substitute(table, parameter.type, found.through));
}

/** Whether a class is another, or extends it. */
export function isSubclass(symbol: TypeSymbol, ancestor: TypeSymbol): boolean {
  for (let level: TypeSymbol | undefined = symbol; level; level = level.superclass?.symbol) {
    if (level === ancestor) {
      return true;
    }
  }
  return false;
}

/** The outermost class around a class: privacy ends there. */
export function outermost(symbol: TypeSymbol): TypeSymbol {
  return symbol.outer ? outermost(symbol.outer) : symbol;
}
