import type { Position } from '../parse/syntax.ts';
import type { Diagnostics } from '../types/diagnostics.ts';
import type { MemberNames } from '../types/member-names.ts';
import type { ApexType, FieldSymbol, TypeSymbol } from '../types/symbols.ts';
import type { TypeTable } from '../types/type-table.ts';
import type { ModuleWriter } from './module-writer.ts';

/** What every part of the emitter sees of the program. */
export interface ProgramContext {
  readonly table: TypeTable;
  readonly diagnostics: Diagnostics;
  readonly names: MemberNames;
  /** Custom labels of the source tree, lower case. */
  readonly labels: ReadonlySet<string>;
  /** Visualforce pages of the source tree, lower case. */
  readonly pages: ReadonlySet<string>;
  /** Whether coverage counters are emitted. */
  readonly coverage: boolean;
}

/** A mistake in a source file, found while emitting; reported at its place, and emission goes on with the next statement. */
export class CompileError extends Error {
  readonly at: Position;

  constructor(at: Position, message: string) {
    super(message);
    this.name = 'CompileError';
    this.at = at;
  }
}

/** The API version from which statements that nothing leads to, and changes of final variables, are refused. */
export const STRICT_FLOW = 42;

/** A local variable or parameter. */
export interface Local {
  readonly identifier: string;
  readonly type: ApexType;
  readonly isFinal: boolean;
  /** An Integer or Boolean that is never null, judging by everything assigned to it. */
  readonly nonNull: boolean;
  /** Whether its declaration gives it a value: a final one without may be given one later. */
  readonly hasValue: boolean;
}

/** A body that is being emitted: a method, a constructor, an initialiser, a trigger. */
export class BodyContext {
  readonly program: ProgramContext;
  readonly module: ModuleWriter;
  readonly owner: TypeSymbol;
  readonly file: string;
  readonly isStatic: boolean;
  /** `void` for constructors and initialisers. */
  readonly returnType: ApexType;
  /** Whether final fields of the class may be assigned. */
  readonly initialises: 'instance' | 'static' | undefined;
  /** The record type of the trigger that contains the code. */
  readonly triggerRecord: ApexType | undefined;
  readonly executableLines: Set<number>;
  /** Names of locals in this body that are assigned something that may be null. */
  nullableLocals: ReadonlySet<string> = new Set();
  private readonly scopes: Map<string, Local>[] = [new Map<string, Local>()];
  private temporaries = 0;
  private caughtNames = 0;
  loopDepth = 0;
  /** Whether `return` gives back the instance: in a constructor. */
  returnsThis = false;
  /** The property whose accessor this is: its own name means its stored value there. */
  accessorOf: FieldSymbol | undefined;

  constructor(options: {
    program: ProgramContext;
    module: ModuleWriter;
    owner: TypeSymbol;
    file: string;
    isStatic: boolean;
    returnType: ApexType;
    initialises?: 'instance' | 'static' | undefined;
    triggerRecord?: ApexType | undefined;
    executableLines: Set<number>;
  }) {
    this.program = options.program;
    this.module = options.module;
    this.owner = options.owner;
    this.file = options.file;
    this.isStatic = options.isStatic;
    this.returnType = options.returnType;
    this.initialises = options.initialises;
    this.triggerRecord = options.triggerRecord;
    this.executableLines = options.executableLines;
  }

  get table(): TypeTable {
    return this.program.table;
  }

  /** Runs the work with a scope of its own for local variables. */
  inScope(work: () => void): void {
    this.scopes.push(new Map());
    try {
      work();
    } finally {
      this.scopes.pop();
    }
  }

  /** Declares a local variable. Throws when the name is taken. */
  declare(at: Position, name: string, type: ApexType, options: { isFinal?: boolean; hasValue?: boolean; nonNull?: boolean } = {}): Local {
    if (this.local(name)) {
      throw new CompileError(at, `Duplicate variable: ${name}`);
    }
    const local: Local = {
      identifier: this.identifierFor(name),
      type,
      isFinal: options.isFinal ?? false,
      nonNull: options.nonNull ?? false,
      hasValue: options.hasValue ?? true,
    };
    (this.scopes.at(-1) as Map<string, Local>).set(name.toLowerCase(), local);
    return local;
  }

  local(name: string): Local | undefined {
    const key = name.toLowerCase();
    for (let index = this.scopes.length - 1; index >= 0; index -= 1) {
      const found = this.scopes[index]?.get(key);
      if (found) {
        return found;
      }
    }
    return undefined;
  }

  /** Every local variable in sight, by lower-case name. */
  visibleLocals(): Map<string, Local> {
    return new Map(this.scopes.flatMap((scope) => [...scope]));
  }

  /** A fresh temporary variable of the body. */
  temporary(): string {
    this.temporaries += 1;
    return `$${this.temporaries}`;
  }

  /** A fresh name for a constant of a block, such as a caught error. */
  caughtName(): string {
    this.caughtNames += 1;
    return `$held${this.caughtNames}`;
  }

  /** The declaration of the temporaries used so far; empty when there are none. */
  temporaryDeclaration(): string {
    const names = Array.from({ length: this.temporaries }, (_, index) => `$${index + 1}`);
    return names.length === 0 ? '' : `let ${names.join(', ')};`;
  }

  report(error: unknown, at: Position): void {
    if (!(error instanceof CompileError)) {
      throw new Error(`The compiler failed at ${this.file}, line ${at.line}.`, { cause: error });
    }
    this.program.diagnostics.report(this.file, error.at, error.message);
  }

  private identifierFor(name: string): string {
    return JAVASCRIPT_WORDS.has(name) ? `${name}$` : name;
  }
}

const JAVASCRIPT_WORDS = new Set(
  (
    'arguments await break case catch class const continue debugger default definitions delete do else enum eval export extends false finally for function if implements import in ' +
    'instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
);
