/**
 * What the running program knows of a class written in Apex. Every emitted class carries it as the static `apex`, so an instance
 * reaches it by `instance.constructor.apex`. Types are canonical type names, read with `parseTypeName`.
 */

export type AccessModifier = 'private' | 'protected' | 'public' | 'global';

/** Whether record access of the running user filters what the class reads and writes. */
export type SharingDeclaration = 'with' | 'without' | 'inherited' | 'none';

/** A field or a property. Its value is `instance[key]`; for a static one, `info.statics()[key]`. */
export interface FieldInfo {
  readonly name: string;
  readonly key: string;
  readonly type: string;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  /** Declared with `get`/`set`. */
  readonly isProperty: boolean;
  readonly readable: boolean;
  readonly writable: boolean;
  readonly access: AccessModifier;
  readonly auraEnabled: boolean;
  /** Parameters of `@InvocableVariable`; absent without the annotation. */
  readonly invocable?: Readonly<Record<string, string>>;
}

export interface ParameterInfo {
  readonly name: string;
  readonly type: string;
}

/** A method. An instance method is `instance[key](...args)`, a static one `info.javascriptClass[key](...args)`. */
export interface MethodInfo {
  readonly name: string;
  readonly key: string;
  readonly parameters: readonly ParameterInfo[];
  /** `void` when nothing is returned. */
  readonly returnType: string;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly access: AccessModifier;
  readonly annotations: readonly AnnotationInfo[];
}

/** A constructor: `new info.javascriptClass()[key](...args)` gives the instance. */
export interface ConstructorInfo {
  readonly key: string;
  readonly parameters: readonly ParameterInfo[];
  readonly access: AccessModifier;
}

export interface AnnotationInfo {
  /** Lower case: `auraenabled`, `istest`. */
  readonly name: string;
  /** By lower-case parameter name; the value without quotes. A single unnamed value has the name `value`. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The JavaScript class behind an Apex class. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- emitted classes differ in what their constructors take
export type JavaScriptClass = { new (...args: any[]): any; readonly apex: ClassInfo } & Record<string, any>;

export interface ClassInfo {
  /** `Outer` or `Outer.Inner`. */
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly outer?: string;
  readonly superclass?: string;
  readonly interfaces: readonly string[];
  readonly isAbstract: boolean;
  readonly isTest: boolean;
  readonly annotations: readonly AnnotationInfo[];
  readonly sharing: SharingDeclaration;
  readonly access: AccessModifier;
  /** Declared here, in order; inherited ones are with the superclass. */
  readonly fields: readonly FieldInfo[];
  readonly methods: readonly MethodInfo[];
  readonly constructors: readonly ConstructorInfo[];
  /** Constants of an enum. */
  readonly values: readonly string[];
  /** Lower-case canonical names of the class itself and everything it extends or implements. */
  readonly ancestors: ReadonlySet<string>;
  readonly javascriptClass: JavaScriptClass;
  /** The object that holds the class's static fields in the running transaction; initialises the class on first use. */
  statics(): Record<string, unknown>;
}

/** The class of an instance, or undefined when the value is not an instance of a class written in Apex. */
export function classInfoOf(value: unknown): ClassInfo | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  return (value.constructor as Partial<JavaScriptClass> | undefined)?.apex;
}

let findInProgram: (name: string) => ClassInfo | undefined = () => undefined;

/** Tells the runtime where classes are found; called when a program has been linked. */
export function setClassFinder(finder: (name: string) => ClassInfo | undefined): void {
  findInProgram = finder;
}

/** A class written in Apex by its name in any case: `Outer`, `Outer.Inner`. */
export function findClass(name: string): ClassInfo | undefined {
  return findInProgram(name);
}

/** The superclass, when it too is written in Apex. */
export function superclassOf(info: ClassInfo): ClassInfo | undefined {
  return info.superclass === undefined ? undefined : findClass(info.superclass);
}

/** Instance fields and properties of a class, inherited ones first, in order of declaration. */
export function instanceFields(info: ClassInfo): FieldInfo[] {
  const parent = superclassOf(info);
  return [...(parent ? instanceFields(parent) : []), ...info.fields.filter((field) => !field.isStatic)];
}

/** A new instance by the constructor without parameters; undefined when there is none. */
export function newInstance(info: ClassInfo): unknown {
  const constructor = info.constructors.find((candidate) => candidate.parameters.length === 0);
  if (!constructor) {
    return undefined;
  }
  const instance = allocate(info) as Record<string, (() => unknown) | undefined>;
  instance['$initialise']?.();
  return instance[constructor.key]?.();
}

/** An instance whose constructor has not run, every field null: what JSON deserialisation fills. */
export function allocate(info: ClassInfo): Record<string, unknown> {
  return new info.javascriptClass() as Record<string, unknown>;
}
