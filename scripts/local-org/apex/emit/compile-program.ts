import type { Schema } from '../../data/schema/description.ts';
import type { Diagnostic } from '../engine-types.ts';
import type { Library } from '../library/registry.ts';
import type { AnonymousBlock, TriggerDeclaration, TypeDeclaration } from '../parse/syntax.ts';
import { checkClass } from '../types/check-class.ts';
import { annotationsOf, declareType, fillMembers } from '../types/declare.ts';
import { Diagnostics } from '../types/diagnostics.ts';
import { breakCircles, linkSupertypes } from '../types/link-supertypes.ts';
import { MemberNames } from '../types/member-names.ts';
import type { TypeSymbol } from '../types/symbols.ts';
import { TypeTable } from '../types/type-table.ts';
import type { ProgramContext } from './body-context.ts';
import type { FileContext } from './bodies.ts';
import { emitClass } from './classes.ts';
import { describeClasses } from './describe-class.ts';
import { ModuleWriter } from './module-writer.ts';
import type { CompiledModule, DeclaredTests } from './output.ts';
import { emitAnonymous, emitTrigger } from './triggers.ts';

/** A source file that was read without a syntax error. */
export interface ParsedFile {
  readonly file: string;
  readonly unit: TypeDeclaration | TriggerDeclaration;
  /** `65` for 65.0. */
  readonly apiVersion: number;
}

export interface CompilationInput {
  readonly library: Library;
  readonly schema: Schema;
  /** Names of custom labels, lower case. */
  readonly labels: ReadonlySet<string>;
  /** Names of Visualforce pages, lower case. */
  readonly pages: ReadonlySet<string>;
  readonly coverage: boolean;
}

const LATEST_API = 65;

/** All classes of a program, declared and checked against each other; files are then emitted one by one. */
export class Compilation {
  readonly diagnostics = new Diagnostics();
  private readonly program: ProgramContext;
  private readonly symbols = new Map<string, TypeSymbol>();
  private readonly files: readonly ParsedFile[];

  constructor(input: CompilationInput, files: readonly ParsedFile[]) {
    const table = new TypeTable(input.library, input.schema);
    this.files = files;
    this.program = {
      table,
      diagnostics: this.diagnostics,
      names: new MemberNames(),
      labels: input.labels,
      pages: input.pages,
      coverage: input.coverage,
    };
    for (const { file, unit, apiVersion } of files) {
      if (unit.kind !== 'trigger') {
        this.declareFile(file, unit, apiVersion);
      }
    }
    this.complete([...this.symbols.values()]);
  }

  /** JavaScript of every file without mistakes, the mistakes of the others, and all tests. */
  emitAll(): { modules: CompiledModule[]; diagnostics: readonly Diagnostic[]; tests: DeclaredTests[] } {
    const modules: CompiledModule[] = [];
    for (const parsed of this.files) {
      const module = parsed.unit.kind === 'trigger' ? this.emitTriggerFile(parsed.file, parsed.unit) : this.emitClassFile(parsed.file);
      if (module && !this.diagnostics.has(parsed.file)) {
        modules.push(module);
      }
    }
    const tests = [...this.symbols].filter(([, symbol]) => symbol.isTest).map(([file, symbol]) => declaredTests(file, symbol));
    return { modules, diagnostics: this.diagnostics.all, tests };
  }

  /** JavaScript of an anonymous block that sees the program's classes. */
  emitAnonymous(unit: AnonymousBlock): { module: CompiledModule | undefined; diagnostics: readonly Diagnostic[] } {
    const file = 'AnonymousBlock';
    const before = this.diagnostics.all.length;
    const holder = holderOf(unit, file);
    const symbol = declareType(holder, file, LATEST_API);
    this.complete([symbol]);
    const context = this.fileContext(file);
    emitClass(context, symbol);
    emitAnonymous(context, symbol, unit);
    const diagnostics = this.diagnostics.all.splice(before);
    return { module: diagnostics.length === 0 ? this.finish(context, [symbol]) : undefined, diagnostics };
  }

  private declareFile(file: string, unit: TypeDeclaration, apiVersion: number): void {
    const symbol = declareType(unit, file, apiVersion);
    if (this.program.table.addApexSymbol(symbol)) {
      this.symbols.set(file, symbol);
    } else {
      this.diagnostics.report(file, unit, `Duplicate class: ${unit.name}`);
    }
  }

  private complete(symbols: readonly TypeSymbol[]): void {
    symbols.forEach((symbol) => linkSupertypes(this.program, symbol));
    symbols.forEach((symbol) => breakCircles(this.program, symbol));
    symbols.forEach((symbol) => fillMembers(this.program, symbol));
    symbols.forEach((symbol) => checkClass(this.program, symbol));
  }

  private emitClassFile(file: string): CompiledModule | undefined {
    const symbol = this.symbols.get(file);
    if (!symbol) {
      return undefined;
    }
    const context = this.fileContext(file);
    emitClass(context, symbol);
    return this.finish(context, [symbol], symbol.isTest);
  }

  private emitTriggerFile(file: string, unit: TriggerDeclaration): CompiledModule | undefined {
    const context = this.fileContext(file);
    const holder = holderOf(unit, `${unit.name}$trigger`);
    const symbol = declareType(holder, file, LATEST_API);
    this.complete([symbol]);
    emitClass(context, symbol);
    const trigger = emitTrigger(context, symbol, unit);
    return { ...this.finish(context, unit.members.length > 0 ? [symbol] : []), ...(trigger ? { trigger } : {}) };
  }

  private fileContext(file: string): FileContext {
    const module = new ModuleWriter();
    if (this.program.coverage) {
      module.constant('$lines', `$runtime.counters(${JSON.stringify(file)})`);
    }
    return { program: this.program, module, file, executableLines: new Set() };
  }

  private finish(context: FileContext, symbols: readonly TypeSymbol[], isTest = false): CompiledModule {
    const { code, map } = context.module.finish();
    return {
      file: context.file,
      code,
      map,
      classes: symbols.flatMap((symbol) => describeClasses(this.program.table, symbol)),
      executableLines: [...context.executableLines].sort((left, right) => left - right),
      isTest,
    };
  }
}

function declaredTests(file: string, symbol: TypeSymbol): DeclaredTests {
  const methods = (symbol.declaration?.members ?? []).flatMap((member) =>
    member.kind === 'method' && annotationsOf(member.modifiers).some((annotation) => annotation.name === 'istest') ? [member.name] : [],
  );
  return { className: symbol.name, file, methods };
}

/** The class that stands for a trigger or a script: methods declared in it are called without an instance. */
function holderOf(unit: TriggerDeclaration | AnonymousBlock, name: string): TypeDeclaration {
  const members = unit.members.map((member) =>
    member.kind === 'method' ? { ...member, modifiers: { ...member.modifiers, words: [...member.modifiers.words, 'static'] } } : member,
  );
  return {
    kind: 'class',
    line: unit.line,
    column: unit.column,
    name,
    modifiers: { words: ['public'], annotations: [] },
    interfaces: [],
    members,
    values: [],
  };
}
