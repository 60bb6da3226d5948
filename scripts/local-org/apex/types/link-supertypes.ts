import type { Position } from '../parse/syntax.ts';
import { resolveReference } from './declare.ts';
import type { DeclarationContext } from './declare.ts';
import type { TypeSymbol } from './symbols.ts';

/** Resolves what a class extends and implements, and that of its inner types. */
export function linkSupertypes(context: DeclarationContext, symbol: TypeSymbol): void {
  const { declaration } = symbol;
  if (declaration?.superclass) {
    symbol.superclass = resolveReference(context, symbol, declaration.superclass);
  }
  symbol.interfaces = (declaration?.interfaces ?? []).flatMap((reference) => resolveReference(context, symbol, reference) ?? []);
  for (const inner of symbol.inner.values()) {
    linkSupertypes(context, inner);
  }
}

/** Reports a class that extends or implements itself, by whatever way, and takes its supertypes from it. Inner types too. */
export function breakCircles(context: DeclarationContext, symbol: TypeSymbol): void {
  if (reaches(symbol, symbol, new Set())) {
    const { declaration } = symbol;
    context.diagnostics.report(symbol.file as string, declaration as Position, `Circular definition: ${symbol.name}`);
    symbol.superclass = undefined;
    symbol.interfaces = [];
  }
  for (const inner of symbol.inner.values()) {
    breakCircles(context, inner);
  }
}

function reaches(from: TypeSymbol, target: TypeSymbol, seen: Set<TypeSymbol>): boolean {
  const parents = [from.superclass, ...from.interfaces].flatMap((parent) => parent?.symbol ?? []);
  return parents.some((parent) => {
    const isNew = !seen.has(parent);
    seen.add(parent);
    return parent === target || (isNew && parent.origin === 'apex' && reaches(parent, target, seen));
  });
}
