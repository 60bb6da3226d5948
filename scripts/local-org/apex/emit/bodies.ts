import type { Block } from '../parse/syntax.ts';
import type { ApexType, ParameterSymbol, TypeSymbol } from '../types/symbols.ts';
import { BodyContext, CompileError } from './body-context.ts';
import type { ProgramContext } from './body-context.ts';
import { blockCompletes } from './flow.ts';
import type { ModuleWriter } from './module-writer.ts';
import { emitStatements } from './statements.ts';
import { REACHING_OUT, containsKind, nullableAssignments } from './syntax-search.ts';

/** What every body of a source file shares. */
export interface FileContext {
  readonly program: ProgramContext;
  readonly module: ModuleWriter;
  readonly file: string;
  readonly executableLines: Set<number>;
}

export interface BodyOptions {
  readonly owner: TypeSymbol;
  readonly isStatic: boolean;
  readonly returnType: ApexType;
  readonly initialises?: 'instance' | 'static';
  readonly triggerRecord?: ApexType;
}

export function newBody(file: FileContext, options: BodyOptions): BodyContext {
  return new BodyContext({ ...file, ...options });
}

/** Declares parameters as locals and gives their identifiers. */
export function declareParameters(context: BodyContext, parameters: readonly ParameterSymbol[], block: Block): string[] {
  return parameters.map((parameter) => {
    try {
      return context.declare(block, parameter.name, parameter.type).identifier;
    } catch (error) {
      context.report(error, block);
      return parameter.name;
    }
  });
}

/**
 * Writes the inside of a function: temporaries, the count of open calls, sharing of the class while it runs, and the
 * statements. `before` writes what comes first (a constructor's call of another).
 */
export function emitFunctionBody(context: BodyContext, block: Block, before: () => void = () => undefined): void {
  const { module } = context;
  context.nullableLocals = nullableAssignments(block);
  const mark = module.mark();
  const reachesOut = containsKind(block, REACHING_OUT);
  const sharing = effectiveSharing(context.owner);
  const declares = sharing === 'with' || sharing === 'without';
  if (reachesOut) {
    module.line(`${module.helper('enterCall')}();`);
    if (declares) {
      module.line(`const $sharing = ${module.helper('enterSharing')}(${sharing === 'with'});`);
    }
    module.open('try {');
  }
  before();
  emitStatements(context, block.statements);
  checkReturns(context, block);
  if (context.returnsThis) {
    module.line('return this;');
  }
  if (reachesOut) {
    module.turn('} finally {');
    if (declares) {
      module.line(`${module.helper('restoreSharing')}($sharing);`);
    }
    module.line(`${module.helper('leaveCall')}();`);
    module.close();
  }
  const temporaries = context.temporaryDeclaration();
  if (temporaries !== '') {
    module.insertAt(mark, temporaries);
  }
}

function checkReturns(context: BodyContext, block: Block): void {
  if (context.returnType !== context.table.voidType && blockCompletes(block)) {
    context.report(new CompileError({ line: block.endLine, column: 1 }, 'Missing return statement'), block);
  }
}

/** A class without a declaration of its own has that of the class it extends. */
export function effectiveSharing(symbol: TypeSymbol): TypeSymbol['sharing'] {
  for (let level: TypeSymbol | undefined = symbol; level; level = level.superclass?.symbol) {
    if (level.sharing !== 'none') {
      return level.sharing;
    }
  }
  return 'none';
}
