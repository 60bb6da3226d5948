/**
 * How a class of the system library is declared: once, by the platform's own signatures. The compiler reads the signatures to
 * resolve overloads and types; the running program calls the natives. What is not declared is not supported, and using it is a
 * compile error that names it.
 */

/** The body of a library member. An instance member receives the object first: `(self, ...args)`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each body has parameters of its own, checked by the signature it is declared with
export type Native = (...args: any[]) => unknown;

/** A property that can be read and, where `set` is given, written. */
export interface NativeProperty {
  readonly get: Native;
  readonly set?: Native;
}

export interface LibraryClass {
  /** With its namespace and type parameters: `System.Math`, `Database.SaveResult`, `System.List<T>`, `System.Map<K, V>`. */
  readonly name: string;
  readonly kind?: 'class' | 'interface' | 'enum';
  /** `System.Exception` for exceptions; `Object` when absent. */
  readonly extends?: string;
  readonly implements?: readonly string[];
  /** Constants of an enum, in order. */
  readonly values?: readonly string[];
  /** Whether Apex code may extend it; its members are then given objects of classes in Apex, too. */
  readonly virtual?: boolean;
  /** Tells whether a run-time value is an instance, for casts and `instanceof`. */
  readonly isInstance?: (value: unknown) => boolean;
  /**
   * Members by Apex signature. A method: `Boolean contains(String substring)` or `static String join(Object items, String separator)`.
   * A constructor: `new(String message)`. A property: `String name` or `static Integer MAX`, its body a getter or a NativeProperty.
   * Two overloads are two entries. An interface's members have no body that is ever called: `abstractMember`.
   */
  readonly members: Readonly<Record<string, Native | NativeProperty>>;
}

/** The body of a member that only Apex code implements. */
export const abstractMember: Native = () => {
  throw new Error('An interface member has no body of its own');
};
