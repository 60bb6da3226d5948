import type { Expression } from '../parse/syntax.ts';
import type { MethodSymbol, TypeSymbol } from '../types/symbols.ts';
import type { BodyContext } from './body-context.ts';
import { fieldCode } from './names.ts';

const QUERYING = new Set(['query', 'countquery', 'getquerylocator', 'getcursor', 'getpaginationcursor']);

/**
 * The last argument of `Database.query` and its like: how to read the variables that a bind in the text may name. Undefined for other
 * methods, and for a text that is seen to have no binds.
 */
export function variablesArgument(context: BodyContext, method: MethodSymbol, args: readonly Expression[]): string | undefined {
  const [text] = args;
  if (
    method.owner.libraryName !== 'System.Database' ||
    !QUERYING.has(method.name.toLowerCase()) ||
    (text?.kind === 'literal' && !text.value.includes(':'))
  ) {
    return undefined;
  }
  const readers = new Map<string, string>();
  for (let level: TypeSymbol | undefined = context.owner; level; level = level.superclass?.symbol) {
    addFields(context, level, readers);
  }
  for (const [name, local] of context.visibleLocals()) {
    readers.set(name, local.identifier);
  }
  const entries = [...readers].map(([name, code]) => `${JSON.stringify(name)}: () => ${code}`);
  return `${context.module.helper('bindReader')}({ ${entries.join(', ')} })`;
}

function addFields(context: BodyContext, symbol: TypeSymbol, readers: Map<string, string>): void {
  for (const [name, field] of symbol.fields) {
    const isReachable = field.isStatic || !context.isStatic;
    const isInherited = symbol !== context.owner && field.access === 'private';
    if (symbol.origin === 'apex' && field.readable && isReachable && !isInherited && !readers.has(name)) {
      readers.set(name, fieldCode(context, field, 'this'));
    }
  }
}
