import { Script } from 'node:vm';
import type { ClassDescription, CompiledModule, TriggerDescription } from '../emit/output.ts';
import type { Library } from '../library/registry.ts';
import type { ClassInfo, JavaScriptClass } from './class-info.ts';
import { setClassFinder } from './class-info.ts';
import { createRuntime } from './emitted.ts';
import { setInstanceLibrary } from './instance-of.ts';
import { forgetLines, installStackTraces, registerLines } from './stack.ts';
import { followTransactions, initialise, resetStatics } from './statics.ts';
import { defineEnum } from './enum.ts';

interface Definition {
  /** Name of the superclass, when it too is written in Apex. */
  readonly superclass: string | null;
  readonly define: (superclass: JavaScriptClass | undefined) => JavaScriptClass;
}

interface LinkedModule {
  readonly definitions: Record<string, Definition>;
  link(find: (name: string) => unknown): void;
  readonly run?: () => void;
}

export interface LinkedTrigger extends TriggerDescription {
  readonly run: () => void;
}

/** Code ran into a class that has mistakes and was left out. */
export class NotCompiled extends Error {
  constructor(className: string) {
    super(`Needs the class ${className}, which did not compile.`);
    this.name = 'NotCompiled';
  }
}

let serial = 0;

/** A compiled program that can run: its classes and triggers, bound to each other and to the library. */
export class Program {
  readonly triggers: readonly LinkedTrigger[];
  private readonly classes = new Map<string, ClassInfo>();
  private readonly counters = new Map<string, Uint32Array>();
  private readonly lastLines = new Map<string, number>();
  private readonly scripts: string[] = [];
  private readonly runtime: Record<string, unknown>;

  constructor(modules: readonly CompiledModule[], library: Library, labels: ReadonlyMap<string, string>) {
    this.runtime = createRuntime(library, labels, (file) => this.countersOf(file));
    setInstanceLibrary(library);
    setClassFinder((name) => this.classes.get(name.toLowerCase()));
    installStackTraces();
    followTransactions();
    resetStatics();
    for (const module of modules) {
      this.lastLines.set(module.file, (module.executableLines.at(-1) ?? 0) + 1);
    }
    const linked = modules.map((module) => ({ module, parts: this.evaluate(module) }));
    this.defineClasses(linked);
    for (const { parts } of linked) {
      parts.link((name) => this.classNamed(name));
    }
    this.triggers = linked.flatMap(({ module, parts }) => (module.trigger && parts.run ? [{ ...module.trigger, run: parts.run }] : []));
  }

  /** A class by its name in any case. */
  find(name: string): ClassInfo | undefined {
    return this.classes.get(name.toLowerCase());
  }

  allClasses(): Iterable<ClassInfo> {
    return this.classes.values();
  }

  /** How often each line of a file ran, by line number. */
  countersOf(file: string): Uint32Array {
    let counts = this.counters.get(file);
    if (!counts) {
      counts = new Uint32Array(this.lastLines.get(file) ?? 1);
      this.counters.set(file, counts);
    }
    return counts;
  }

  /** Links one more module, such as an anonymous block, for a single run. The returned function forgets it. */
  linkExtra(module: CompiledModule): { run: () => void; forget: () => void } {
    const parts = this.evaluate(module);
    const added = module.classes.map((description) => description.name.toLowerCase());
    this.defineClasses([{ module, parts }]);
    parts.link((name) => this.classNamed(name));
    return {
      run: () => parts.run?.(),
      forget: () => {
        added.forEach((name) => this.classes.delete(name));
        forgetLines(this.scripts.pop() as string);
      },
    };
  }

  /** Forgets what is global about the program: another one takes its place. */
  dispose(): void {
    this.scripts.forEach(forgetLines);
    resetStatics();
  }

  private evaluate(module: CompiledModule): LinkedModule {
    serial += 1;
    const name = `apex:${serial}:${module.file}`.replaceAll(/[()\s]/g, '_');
    this.scripts.push(name);
    registerLines(name, module.map);
    const factory = new Script(module.code, { filename: name }).runInThisContext() as (runtime: unknown) => LinkedModule;
    return factory(this.runtime);
  }

  private defineClasses(linked: readonly { module: CompiledModule; parts: LinkedModule }[]): void {
    const definitions = new Map<string, { definition: Definition; description: ClassDescription }>();
    for (const { module, parts } of linked) {
      for (const description of module.classes) {
        const definition = parts.definitions[description.name];
        if (definition) {
          definitions.set(description.name, { definition, description });
        }
      }
    }
    const define = (name: string): JavaScriptClass | undefined => {
      const known = this.classes.get(name.toLowerCase());
      const found = definitions.get(name);
      if (known || !found) {
        return known?.javascriptClass;
      }
      const { superclass } = found.definition;
      const parent = superclass === null ? undefined : define(superclass);
      if (superclass !== null && !parent) {
        return undefined;
      }
      return this.addClass(found.definition.define(parent), found.description);
    };
    for (const name of definitions.keys()) {
      define(name);
    }
  }

  private addClass(javascriptClass: JavaScriptClass, description: ClassDescription): JavaScriptClass {
    const holder = javascriptClass as unknown as Parameters<typeof initialise>[0];
    const info: ClassInfo = {
      ...description,
      ancestors: new Set(description.ancestors),
      javascriptClass,
      statics: () => holder.$statics ?? initialise(holder),
    };
    Object.defineProperty(javascriptClass, 'apex', { value: info });
    this.classes.set(description.name.toLowerCase(), info);
    if (description.kind === 'enum') {
      defineEnum(description.name, description.values);
    }
    return javascriptClass;
  }

  /** A class for emitted code; one that did not compile is found only when it is used. */
  private classNamed(name: string): unknown {
    const found = this.classes.get(name.toLowerCase());
    if (found) {
      return found.javascriptClass;
    }
    const refuse = (): never => {
      throw new NotCompiled(name);
    };
    return new Proxy(class {}, { get: refuse, construct: refuse });
  }
}
