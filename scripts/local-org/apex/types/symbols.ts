import type { ObjectDescription } from '../../data/schema/description.ts';
import type { AccessModifier, AnnotationInfo, SharingDeclaration } from '../runtime/class-info.ts';
import type { MethodDeclaration, TypeDeclaration } from '../parse/syntax.ts';

/** A type as the compiler knows it. There is one object for each canonical name, so `===` compares types. */
export interface ApexType {
  /** Canonical: `List<Account>`, `Outer.Inner`, `Integer`, `null`, `void`. */
  readonly name: string;
  readonly symbol: TypeSymbol;
  readonly typeArguments: readonly ApexType[];
  /** The object behind an SObject type; absent for `SObject` itself and everything else. */
  readonly object?: ObjectDescription;
}

/** A class, interface or enum: of the library, or written in Apex. */
export interface TypeSymbol {
  /** `String`, `Database.SaveResult`, `Outer.Inner`. */
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly origin: 'apex' | 'library' | 'parameter';
  /** The name under which the library registered it: `System.String`. */
  readonly libraryName?: string;
  readonly typeParameters: readonly string[];
  superclass: ApexType | undefined;
  interfaces: readonly ApexType[];
  /** By lower-case name. */
  readonly fields: Map<string, FieldSymbol>;
  readonly methods: Map<string, MethodSymbol[]>;
  constructors: ConstructorSymbol[];
  readonly inner: Map<string, TypeSymbol>;
  readonly outer?: TypeSymbol;
  readonly values: readonly string[];
  readonly access: AccessModifier;
  readonly isAbstract: boolean;
  /** May be extended. */
  readonly isVirtual: boolean;
  readonly isTest: boolean;
  readonly testVisible: boolean;
  readonly sharing: SharingDeclaration;
  readonly annotations: readonly AnnotationInfo[];
  readonly declaration?: TypeDeclaration;
  /** Source file, for a class written in Apex. */
  readonly file?: string;
  /** Of a class written in Apex: `65` for 65.0. */
  readonly apiVersion: number;
  /** Identifier of the JavaScript class. */
  readonly identifier: string;
  /** Set once members have been read: a class whose header is wrong has none. */
  broken: boolean;
}

interface MemberSymbol {
  readonly name: string;
  readonly owner: TypeSymbol;
  readonly isStatic: boolean;
  readonly access: AccessModifier;
  readonly testVisible: boolean;
  /** The library's declaration, to find the native by. */
  readonly signature?: string;
}

export interface FieldSymbol extends MemberSymbol {
  readonly key: string;
  readonly type: ApexType;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  readonly isProperty: boolean;
  readonly readable: boolean;
  readonly writable: boolean;
  readonly setterAccess: AccessModifier;
  readonly getterAccess: AccessModifier;
  /** A property with code of its own. */
  readonly computed: boolean;
  readonly auraEnabled: boolean;
  /** Parameters of `@InvocableVariable`; absent without the annotation. */
  readonly invocable?: Readonly<Record<string, string>>;
}

export interface ParameterSymbol {
  readonly name: string;
  readonly type: ApexType;
}

export interface MethodSymbol extends MemberSymbol {
  readonly key: string;
  /** Of a method written in Apex. */
  readonly declaration?: MethodDeclaration;
  readonly parameters: readonly ParameterSymbol[];
  /** `void` when nothing is returned. */
  readonly returnType: ApexType;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isOverride: boolean;
  readonly annotations: readonly AnnotationInfo[];
}

export interface ConstructorSymbol {
  readonly owner: TypeSymbol;
  readonly key: string;
  readonly parameters: readonly ParameterSymbol[];
  readonly access: AccessModifier;
  readonly testVisible: boolean;
  readonly signature?: string;
}
