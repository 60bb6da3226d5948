import type { ObjectDescription, Schema } from '../../data/schema/description.ts';
import type { Library } from '../library/registry.ts';
import { declareLibrarySymbols, fillLibrarySymbol } from './library-symbols.ts';
import { outermost } from './hierarchy.ts';
import type { ApexType, TypeSymbol } from './symbols.ts';
import { formatTypeName } from './type-name.ts';
import type { TypeName } from './type-name.ts';

/** Namespaces whose types need no prefix, in the order in which they are searched. */
const IMPLIED_NAMESPACES = ['system', 'schema'];

/**
 * Every type of a program: library classes, classes written in Apex, objects of the schema. Gives one `ApexType` object for each
 * type, so that types are compared with `===`.
 */
export class TypeTable {
  readonly schema: Schema;
  readonly library: Library;
  private readonly librarySymbols = new Map<string, TypeSymbol>();
  private readonly apexSymbols = new Map<string, TypeSymbol>();
  private readonly types = new Map<TypeSymbol, Map<string, ApexType>>();
  readonly nullType: ApexType;
  readonly voidType: ApexType;
  readonly object: ApexType;
  readonly sObject: ApexType;

  constructor(library: Library, schema: Schema) {
    this.library = library;
    this.schema = schema;
    for (const symbol of declareLibrarySymbols(library)) {
      this.librarySymbols.set((symbol.libraryName as string).toLowerCase(), symbol);
    }
    this.nullType = this.special('null');
    this.voidType = this.special('void');
    this.object = this.primitive('Object');
    this.sObject = this.primitive('SObject');
    this.fillLibrary();
  }

  /** A type of the System namespace without type arguments, by its simple name. */
  primitive(name: string): ApexType {
    const key = `system.${name.toLowerCase()}`;
    let symbol = this.librarySymbols.get(key);
    if (!symbol) {
      symbol = { ...emptySymbol(name), origin: 'library', libraryName: `System.${name}` };
      this.librarySymbols.set(key, symbol);
    }
    return this.of(symbol);
  }

  /** The type of a symbol with its type arguments. */
  of(symbol: TypeSymbol, typeArguments: readonly ApexType[] = [], object?: ObjectDescription): ApexType {
    let known = this.types.get(symbol);
    if (!known) {
      known = new Map();
      this.types.set(symbol, known);
    }
    const key = object ? object.name : typeArguments.map((argument) => argument.name).join(',');
    let type = known.get(key);
    if (!type) {
      const base = object ? this.nameOfObject(object) : this.nameOf(symbol);
      const name = typeArguments.length > 0 ? `${base}<${key}>` : base;
      type = { name, symbol, typeArguments, ...(object ? { object } : {}) };
      known.set(key, type);
    }
    return type;
  }

  sObjectType(object: ObjectDescription): ApexType {
    return this.of(this.sObject.symbol, [], object);
  }

  list(element: ApexType): ApexType {
    return this.of(this.primitive('List').symbol, [element]);
  }

  /** Declares a top-level class written in Apex. False when the name is taken. */
  addApexSymbol(symbol: TypeSymbol): boolean {
    const key = symbol.name.toLowerCase();
    if (this.apexSymbols.has(key)) {
      return false;
    }
    this.apexSymbols.set(key, symbol);
    return true;
  }

  apexSymbol(name: string): TypeSymbol | undefined {
    return this.apexSymbols.get(name.toLowerCase());
  }

  topLevelSymbols(): Iterable<TypeSymbol> {
    return this.apexSymbols.values();
  }

  /** Whether a name begins with a namespace of the library, so that more must follow. */
  isNamespace(name: string): boolean {
    const prefix = `${name.toLowerCase()}.`;
    for (const key of this.librarySymbols.keys()) {
      if (key.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Finds a type seen from inside a class (or from nowhere). Undefined when there is none, or a type argument is unknown. */
  resolve(name: TypeName, scope?: TypeSymbol): ApexType | undefined {
    const typeArguments: ApexType[] = [];
    for (const argument of name.typeArguments) {
      const type = this.resolve(argument, scope);
      if (!type) {
        return undefined;
      }
      typeArguments.push(type);
    }
    return this.resolveName(name.name, typeArguments, scope);
  }

  /** The part of a type that code of a class may not name: a private inner class of another one, unless it shows itself to tests. */
  hiddenFrom(scope: TypeSymbol, type: ApexType): ApexType | undefined {
    const { symbol } = type;
    const isPrivate = symbol.outer !== undefined && symbol.access === 'private' && outermost(symbol) !== outermost(scope);
    if (isPrivate && !(symbol.testVisible && outermost(scope).isTest)) {
      return type;
    }
    return type.typeArguments.map((argument) => this.hiddenFrom(scope, argument)).find((hidden) => hidden !== undefined);
  }

  private resolveName(name: string, typeArguments: readonly ApexType[], scope: TypeSymbol | undefined): ApexType | undefined {
    const parts = name.split('.');
    const [first, ...inner] = parts as [string, ...string[]];
    const symbol = (scope && findInner(scope, first)) ?? this.apexSymbols.get(first.toLowerCase());
    if (symbol) {
      const found = inner.reduce<TypeSymbol | undefined>((outer, part) => outer && findMemberType(outer, part), symbol);
      if (found) {
        return this.of(found);
      }
    }
    const library = this.resolveLibrary(name, typeArguments);
    const object = this.resolveObject(parts);
    return library && object && hasOnlyStatics(library.symbol) ? object : (library ?? object ?? this.resolveFlow(parts));
  }

  /** `Flow.Interview.My_Flow`: every flow is a class of its own. */
  private resolveFlow(parts: readonly string[]): ApexType | undefined {
    return parts.length === 3 && parts.slice(0, 2).join('.').toLowerCase() === 'flow.interview'
      ? this.resolveLibrary('Flow.Interview', [])
      : undefined;
  }

  /** The library class that shares its name with an object, for its static methods: `BusinessHours` is both. */
  namesake({ object }: ApexType): ApexType | undefined {
    return object && this.resolveLibrary(object.name, []);
  }

  private resolveLibrary(name: string, typeArguments: readonly ApexType[]): ApexType | undefined {
    const key = name.toLowerCase();
    const symbol =
      IMPLIED_NAMESPACES.map((namespace) => this.librarySymbols.get(`${namespace}.${key}`)).find(Boolean) ?? this.librarySymbols.get(key);
    if (!symbol) {
      return undefined;
    }
    const missing = symbol.typeParameters.length - typeArguments.length;
    return missing === 0 || typeArguments.length === 0
      ? this.of(symbol, missing > 0 ? symbol.typeParameters.map(() => this.object) : typeArguments)
      : undefined;
  }

  private resolveObject(parts: readonly string[]): ApexType | undefined {
    const [first, second] = parts as [string, string?];
    const name = parts.length === 2 && first.toLowerCase() === 'schema' ? second : parts.length === 1 ? first : undefined;
    const object = name === undefined ? undefined : this.schema.object(name);
    return object && this.sObjectType(object);
  }

  /** An object whose name a class has taken goes by its namespace. */
  private nameOfObject({ name }: ObjectDescription): string {
    return this.apexSymbols.has(name.toLowerCase()) ? `Schema.${name}` : name;
  }

  private nameOf(symbol: TypeSymbol): string {
    const shadowed = symbol.origin === 'library' && this.apexSymbols.has(symbol.name.toLowerCase());
    return shadowed ? (symbol.libraryName as string) : symbol.name;
  }

  private special(name: string): ApexType {
    return { name, symbol: { ...emptySymbol(name), origin: 'library' }, typeArguments: [] };
  }

  private fillLibrary(): void {
    for (const declared of this.library.classes) {
      const name = declared.name.replace(/<.*/, '');
      const symbol = this.librarySymbols.get(name.toLowerCase()) as TypeSymbol;
      const parameters = new Map(symbol.typeParameters.map((parameter) => [parameter, this.parameterType(parameter)]));
      const resolve = (typeName: TypeName): ApexType => this.resolveInLibrary(typeName, parameters, declared.name);
      fillLibrarySymbol(symbol, declared, parameters, (typeName) => resolve(typeName));
      symbol.superclass = declared.extends ? resolve(parseDeclared(declared.extends)) : undefined;
      symbol.interfaces = (declared.implements ?? []).map((contract) => resolve(parseDeclared(contract)));
    }
  }

  private parameterType(name: string): ApexType {
    return { name, symbol: { ...emptySymbol(name), origin: 'parameter' }, typeArguments: [] };
  }

  private resolveInLibrary(name: TypeName, parameters: ReadonlyMap<string, ApexType>, where: string): ApexType {
    const parameter = parameters.get(name.name);
    if (parameter) {
      return parameter;
    }
    if (name.name === 'void') {
      return this.voidType;
    }
    const typeArguments = name.typeArguments.map((argument) => this.resolveInLibrary(argument, parameters, where));
    const namespace = where.split('.')[0];
    const type =
      this.resolveLibrary(`${namespace}.${name.name}`, typeArguments) ??
      this.resolveLibrary(name.name, typeArguments) ??
      this.resolveObject(name.name.split('.'));
    if (!type) {
      throw new Error(`The library's ${where} names the type ${formatTypeName(name)}, which is not declared.`);
    }
    return type;
  }
}

function parseDeclared(text: string): TypeName {
  const open = text.indexOf('<');
  if (open < 0) {
    return { name: text, typeArguments: [] };
  }
  return {
    name: text.slice(0, open),
    typeArguments: text
      .slice(open + 1, -1)
      .split(',')
      .map((part) => parseDeclared(part.trim())),
  };
}

function emptySymbol(name: string): TypeSymbol {
  return {
    name,
    kind: 'class',
    origin: 'library',
    typeParameters: [],
    superclass: undefined,
    interfaces: [],
    fields: new Map(),
    methods: new Map(),
    constructors: [],
    inner: new Map(),
    values: [],
    access: 'global',
    isAbstract: false,
    isVirtual: false,
    isTest: false,
    testVisible: false,
    sharing: 'none',
    annotations: [],
    apiVersion: 0,
    identifier: name,
    broken: false,
  };
}

/** An inner type visible by its simple name: of the class itself, its outer class, or what they extend. */
function findInner(scope: TypeSymbol, name: string): TypeSymbol | undefined {
  for (let level: TypeSymbol | undefined = scope; level; level = level.outer) {
    const found = level.name.split('.').at(-1)?.toLowerCase() === name.toLowerCase() ? level : findMemberType(level, name);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** An inner type of a class or of what it extends. */
function findMemberType(symbol: TypeSymbol, name: string): TypeSymbol | undefined {
  for (let level: TypeSymbol | undefined = symbol; level; level = level.superclass?.symbol) {
    const found = level.inner.get(name.toLowerCase());
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** No variable can hold an instance of such a class, so a variable of that name holds a record. */
function hasOnlyStatics({ kind, constructors, methods }: TypeSymbol): boolean {
  return kind === 'class' && constructors.length === 0 && [...methods.values()].flat().every(({ isStatic }) => isStatic);
}
