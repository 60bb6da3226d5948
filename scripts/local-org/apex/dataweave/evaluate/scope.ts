import type { TypeNode } from '../read/syntax.ts';
import type { NamespaceValue } from '../values/object.ts';

/** A type that a script defines. */
export interface DefinedType {
  readonly parameters: readonly string[];
  readonly node: TypeNode;
}

/** The names that an expression sees. */
export class Scope {
  private readonly parent: Scope | undefined;
  private readonly values = new Map<string, () => unknown>();
  private readonly namespaces = new Map<string, NamespaceValue>();
  private readonly types = new Map<string, DefinedType>();

  constructor(parent?: Scope) {
    this.parent = parent;
  }

  /** A scope inside this one with values of its own. */
  with(values: Readonly<Record<string, unknown>>): Scope {
    const inner = new Scope(this);
    for (const [name, value] of Object.entries(values)) {
      inner.define(name, value);
    }
    return inner;
  }

  define(name: string, value: unknown): void {
    this.values.set(name, () => value);
  }

  /** A value that is worked out when it is first asked for. */
  defineLazily(name: string, work: () => unknown): void {
    let result: { readonly value: unknown } | undefined;
    this.values.set(name, () => {
      result ??= { value: work() };
      return result.value;
    });
  }

  defineNamespace(name: string, namespace: NamespaceValue): void {
    this.namespaces.set(name, namespace);
  }

  defineType(name: string, type: DefinedType): void {
    this.types.set(name, type);
  }

  has(name: string): boolean {
    return this.values.has(name) || (this.parent?.has(name) ?? false);
  }

  get(name: string): unknown {
    const found = this.values.get(name);
    return found ? found() : this.parent?.get(name);
  }

  namespace(name: string): NamespaceValue | undefined {
    return this.namespaces.get(name) ?? this.parent?.namespace(name);
  }

  type(name: string): DefinedType | undefined {
    return this.types.get(name) ?? this.parent?.type(name);
  }
}
