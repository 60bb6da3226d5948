import type { LibraryFunction } from '../functions/declaration.ts';
import type { Lambda } from '../read/syntax.ts';

/** What a name stands for. */
export type Binding =
  | { readonly kind: 'library'; readonly definition: LibraryFunction }
  | { readonly kind: 'function'; readonly lambdas: readonly Lambda[] }
  | { readonly kind: 'value' };

/** The names that an expression may use. */
export class Names {
  private readonly parent: Names | undefined;
  private readonly bindings = new Map<string, Binding>();
  private readonly types = new Set<string>();
  private readonly namespaces = new Set<string>();

  constructor(parent?: Names) {
    this.parent = parent;
  }

  /** Names inside, with some values more. */
  with(values: readonly (string | undefined)[]): Names {
    const inner = new Names(this);
    for (const name of values) {
      if (name !== undefined) {
        inner.bind(name, { kind: 'value' });
      }
    }
    return inner;
  }

  bind(name: string, binding: Binding): void {
    this.bindings.set(name, binding);
  }

  find(name: string): Binding | undefined {
    return this.bindings.get(name) ?? this.parent?.find(name);
  }

  addType(name: string): void {
    this.types.add(name);
  }

  hasType(name: string): boolean {
    return this.types.has(name) || (this.parent?.hasType(name) ?? false);
  }

  addNamespace(name: string): void {
    this.namespaces.add(name);
  }

  hasNamespace(name: string): boolean {
    return this.namespaces.has(name) || (this.parent?.hasNamespace(name) ?? false);
  }
}

/** Whether an argument of a function may be a lambda, so that an expression with `$` there is one. */
export function takesLambda(binding: Binding | undefined, index: number): boolean {
  if (binding?.kind === 'library') {
    return binding.definition.takesFunction(index);
  }
  return binding?.kind === 'function' && binding.lambdas.some(({ parameters }) => parameters[index]?.type?.kind === 'function');
}
