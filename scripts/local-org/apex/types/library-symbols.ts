import { nameWithoutParameters } from '../library/registry.ts';
import type { Library } from '../library/registry.ts';
import type { LibraryClass } from '../library/declaration.ts';
import type { ApexType, ConstructorSymbol, FieldSymbol, MethodSymbol, TypeSymbol } from './symbols.ts';
import { parseSignature } from './signature.ts';
import type { Signature } from './signature.ts';
import type { TypeName } from './type-name.ts';

/** Resolves a type name in a library declaration; type parameters are given by name. */
export type LibraryTypeResolver = (name: TypeName, parameters: ReadonlyMap<string, ApexType>, where: string) => ApexType;

/** A symbol for every library class, without members: types can be named before signatures are read. */
export function declareLibrarySymbols(library: Library): TypeSymbol[] {
  return library.classes.map((declared) => {
    const fullName = nameWithoutParameters(declared.name);
    return {
      name: fullName.replace(/^System\./, ''),
      kind: declared.kind ?? 'class',
      origin: 'library',
      libraryName: fullName,
      typeParameters: typeParametersOf(declared.name),
      superclass: undefined,
      interfaces: [],
      fields: new Map(),
      methods: new Map(),
      constructors: [],
      inner: new Map(),
      values: declared.values ?? [],
      access: 'global',
      isAbstract: declared.kind === 'interface',
      isVirtual: declared.virtual ?? false,
      isTest: false,
      testVisible: false,
      sharing: 'none',
      annotations: [],
      apiVersion: 0,
      identifier: fullName.replaceAll('.', '_'),
      broken: false,
    };
  });
}

function typeParametersOf(name: string): string[] {
  const open = name.indexOf('<');
  return open < 0
    ? []
    : name
        .slice(open + 1, -1)
        .split(',')
        .map((parameter) => parameter.trim());
}

/** Reads the signatures of a library class into its symbol. */
export function fillLibrarySymbol(
  symbol: TypeSymbol,
  declared: LibraryClass,
  parameters: ReadonlyMap<string, ApexType>,
  resolve: LibraryTypeResolver,
): void {
  const type = (name: TypeName): ApexType => resolve(name, parameters, declared.name);
  for (const text of Object.keys(declared.members)) {
    const signature = parseSignature(text);
    if (signature.kind === 'property') {
      const member = declared.members[text];
      symbol.fields.set(
        signature.name.toLowerCase(),
        fieldOf(symbol, text, signature, type, typeof member === 'object' && member.set !== undefined),
      );
    } else if (signature.kind === 'constructor') {
      symbol.constructors.push(constructorOf(symbol, text, signature, type));
    } else {
      const name = signature.name.toLowerCase();
      symbol.methods.set(name, [...(symbol.methods.get(name) ?? []), methodOf(symbol, text, signature, type)]);
    }
  }
}

function fieldOf(
  owner: TypeSymbol,
  text: string,
  signature: Signature,
  type: (name: TypeName) => ApexType,
  writable: boolean,
): FieldSymbol {
  return {
    name: signature.name,
    owner,
    isStatic: signature.isStatic,
    access: 'global',
    getterAccess: 'global',
    setterAccess: 'global',
    testVisible: false,
    signature: text,
    key: signature.name,
    type: type(signature.type as TypeName),
    isFinal: !writable,
    isTransient: false,
    isProperty: true,
    readable: true,
    writable,
    computed: true,
    auraEnabled: false,
  };
}

function parametersOf(signature: Signature, type: (name: TypeName) => ApexType): ConstructorSymbol['parameters'] {
  return signature.parameters.map((parameter) => ({ name: parameter.name, type: type(parameter.type) }));
}

function constructorOf(owner: TypeSymbol, text: string, signature: Signature, type: (name: TypeName) => ApexType): ConstructorSymbol {
  return { owner, key: '', parameters: parametersOf(signature, type), access: 'global', testVisible: false, signature: text };
}

function methodOf(owner: TypeSymbol, text: string, signature: Signature, type: (name: TypeName) => ApexType): MethodSymbol {
  return {
    name: signature.name,
    owner,
    isStatic: signature.isStatic,
    access: 'global',
    testVisible: false,
    signature: text,
    key: '',
    parameters: parametersOf(signature, type),
    returnType: type(signature.type as TypeName),
    isAbstract: owner.kind === 'interface',
    isVirtual: true,
    isOverride: false,
    annotations: [],
  };
}
