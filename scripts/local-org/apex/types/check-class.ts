import { isExceptionClass } from '../emit/creation.ts';
import type { DeclarationContext } from './declare.ts';
import { checkModifiers } from './check-modifiers.ts';
import { OBJECT_METHODS, parameterTypes, sameParameters } from './hierarchy.ts';
import { allSupertypes, promisesOf } from './promises.ts';
import type { MethodSymbol, TypeSymbol } from './symbols.ts';

/** Checks what a class promises: what it extends and implements, overriding, modifiers and annotations. Inner classes too. */
export function checkClass(context: DeclarationContext, symbol: TypeSymbol): void {
  checkSupertypes(context, symbol);
  checkModifiers(context, symbol);
  for (const methods of symbol.methods.values()) {
    for (const method of methods) {
      checkOverriding(context, symbol, method);
    }
  }
  if (symbol.kind === 'class' && !symbol.isAbstract) {
    checkImplemented(context, symbol);
  }
  for (const inner of symbol.inner.values()) {
    checkClass(context, inner);
  }
}

function report(context: DeclarationContext, symbol: TypeSymbol, at: { line: number; column: number }, message: string): void {
  context.diagnostics.report(symbol.file as string, at, message);
}

function checkSupertypes(context: DeclarationContext, symbol: TypeSymbol): void {
  const { declaration, superclass } = symbol;
  if (!declaration) {
    return;
  }
  if (superclass && (superclass.symbol.kind !== 'class' || !superclass.symbol.isVirtual)) {
    report(context, symbol, declaration, `Non-virtual and non-abstract type cannot be extended: ${superclass.name}`);
  }
  if (superclass?.symbol.origin === 'library' && !isExceptionClass(superclass) && !superclass.symbol.isVirtual) {
    report(context, symbol, declaration, `Extending ${superclass.name} is not supported by the local org.`);
  }
  for (const contract of symbol.interfaces) {
    if (contract.symbol.kind !== 'interface') {
      report(context, symbol, declaration, `Type must be an interface: ${contract.name}`);
    }
  }
  const isException = isExceptionClass(context.table.of(symbol));
  if (isException !== declaration.name.toLowerCase().endsWith('exception') && symbol.kind === 'class') {
    report(
      context,
      symbol,
      declaration,
      isException ? 'Exception class must end with word Exception' : 'Classes whose name ends with Exception must extend Exception',
    );
  }
}

function checkOverriding(context: DeclarationContext, symbol: TypeSymbol, method: MethodSymbol): void {
  const { declaration } = method;
  if (method.isStatic || symbol.kind !== 'class' || !declaration) {
    return;
  }
  const inherited = inheritedMethod(context, symbol, method);
  if (method.isOverride && !inherited && !OBJECT_METHODS.has(method.name.toLowerCase())) {
    report(context, symbol, declaration, `Method does not override an ancestor method: ${method.name}`);
  } else if (inherited && inherited.owner.kind === 'class' && inherited.owner.origin === 'apex') {
    if (!inherited.isVirtual) {
      report(context, symbol, declaration, `Non-virtual, non-abstract methods cannot be overridden: ${method.name}`);
    } else if (!method.isOverride && !isBareAbstract(inherited)) {
      report(context, symbol, declaration, `Method must use the override keyword: ${method.name}`);
    } else if (inherited.returnType !== method.returnType) {
      report(
        context,
        symbol,
        declaration,
        `Method must have the return type of the one it overrides (${inherited.returnType.name}): ${method.name}`,
      );
    }
  }
}

/** An abstract method without an access modifier (possible before API 65.0) is implemented without `override`. */
function isBareAbstract(method: MethodSymbol): boolean {
  return method.isAbstract && method.access === 'private';
}

/** The method of a superclass that a method overrides: the same name and parameter types, and not private. */
function inheritedMethod(context: DeclarationContext, symbol: TypeSymbol, method: MethodSymbol): MethodSymbol | undefined {
  const type = context.table.of(symbol);
  const own = { member: method, through: type };
  for (const parent of allSupertypes(context.table, type)) {
    for (const candidate of parent.symbol.methods.get(method.name.toLowerCase()) ?? []) {
      const isHidden = candidate.access === 'private' && !candidate.isVirtual;
      if (!candidate.isStatic && !isHidden && sameParameters(context.table, { member: candidate, through: parent }, own)) {
        return candidate;
      }
    }
  }
  return undefined;
}

function checkImplemented(context: DeclarationContext, symbol: TypeSymbol): void {
  for (const { promised, keptBy } of promisesOf(context.table, symbol)) {
    if (
      promised.member.owner.kind === 'interface' &&
      keptBy &&
      keptBy !== 'object' &&
      keptBy.member.access === 'private' &&
      keptBy.member.owner === symbol
    ) {
      const at = keptBy.member.declaration ?? (symbol.declaration as { line: number; column: number });
      report(
        context,
        symbol,
        at,
        `Overriding implementations of global or public abstract methods must be public or global: ${keptBy.member.name}`,
      );
    }
    if (!keptBy) {
      const { member, through } = promised;
      const parameters = parameterTypes(context.table, promised).map((type) => type.name);
      const at = symbol.declaration as { line: number; column: number };
      const what = `${member.returnType.name} ${through.name}.${member.name}(${parameters.join(', ')})`;
      report(context, symbol, at, `Class ${symbol.name} must implement the method: ${what}`);
    }
  }
}
