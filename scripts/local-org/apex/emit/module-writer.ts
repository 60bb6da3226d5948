import type { TypeSymbol } from '../types/symbols.ts';

/** Where emitted lines come from: one entry a line of JavaScript. */
export interface LineMap {
  /** Apex line by JavaScript line (from 0); 0 where a line has no counterpart. */
  readonly lines: readonly number[];
  /** Index into `places` by JavaScript line. */
  readonly placeOfLine: readonly number[];
  /** `Class.Name.method`, `Trigger.Name`, `AnonymousBlock`. */
  readonly places: readonly string[];
}

/**
 * Writes the JavaScript module of one source file, a statement a line, and keeps for every line the Apex line it stands for.
 * What the code uses from outside (runtime helpers, natives, other classes) is collected and declared at the module's head.
 */
export class ModuleWriter {
  private readonly body: string[] = [];
  private readonly bodyLines: number[] = [];
  private readonly bodyPlaces: number[] = [];
  private readonly places: string[] = [''];
  private readonly helpers = new Set<string>();
  private readonly declarations = new Map<string, string>();
  private readonly classes = new Map<string, string>();
  private hasRun = false;
  private depth = 1;
  private place = 0;

  /** Names the code that the following lines belong to, for stack traces. */
  enter(place: string): void {
    const known = this.places.indexOf(place);
    this.place = known >= 0 ? known : this.places.push(place) - 1;
  }

  line(text: string, apexLine = 0): void {
    this.body.push('  '.repeat(this.depth) + text);
    this.bodyLines.push(apexLine);
    this.bodyPlaces.push(this.place);
  }

  open(text: string, apexLine = 0): void {
    this.line(text, apexLine);
    this.depth += 1;
  }

  close(text = '}', apexLine = 0): void {
    this.depth -= 1;
    this.line(text, apexLine);
  }

  /** `} else {` and the like. */
  turn(text: string, apexLine = 0): void {
    this.close(text, apexLine);
    this.depth += 1;
  }

  /** The place to return to with `insertAt`: temporaries are declared once a body is known. */
  mark(): number {
    return this.body.length;
  }

  insertAt(mark: number, text: string): void {
    this.body.splice(mark, 0, '  '.repeat(this.depth) + text);
    this.bodyLines.splice(mark, 0, 0);
    this.bodyPlaces.splice(mark, 0, this.place);
  }

  /** The identifier of a runtime helper: `$add`. */
  helper(name: string): string {
    this.helpers.add(name);
    return `$${name}`;
  }

  /** The identifier of a library member's body. */
  native(className: string, signature: string, memberName: string, part: 'call' | 'get' | 'set' = 'call'): string {
    const source =
      part === 'call'
        ? `$runtime.native(${JSON.stringify(className)}, ${JSON.stringify(signature)})`
        : `$runtime.property(${JSON.stringify(className)}, ${JSON.stringify(signature)}).${part}`;
    return this.constant(`${className.split('.').at(-1)}$${part === 'call' ? '' : `${part}$`}${memberName}`, source);
  }

  /** The identifier of a value computed once for the module. */
  constant(name: string, source: string): string {
    let identifier = name;
    for (let number = 2; ; number += 1) {
      const known = this.declarations.get(identifier);
      if (known === undefined) {
        this.declarations.set(identifier, source);
        return identifier;
      }
      if (known === source) {
        return identifier;
      }
      identifier = `${name}$${number}`;
    }
  }

  /** The identifier of a class written in Apex, bound when the program is linked. */
  classReference(symbol: TypeSymbol): string {
    const identifier = `${symbol.identifier}$`;
    this.classes.set(identifier, symbol.name);
    return identifier;
  }

  /** The identifier of the object that holds an enum's constants by name. */
  enumReference(typeName: string, identifier: string, values: readonly string[]): string {
    return this.constant(`${identifier}$enum`, `$runtime.enumObject(${JSON.stringify(typeName)}, ${JSON.stringify(values)})`);
  }

  /** Says that the module has a `run`: a trigger, an anonymous block. */
  exportRun(): void {
    this.hasRun = true;
  }

  /** The finished module: a function of the runtime that gives its definitions. */
  finish(): { readonly code: string; readonly map: LineMap } {
    const head = ['(($runtime) => {', "  'use strict';"];
    const helpers = [...this.helpers].sort();
    if (helpers.length > 0) {
      head.push(`  const { ${helpers.map((name) => `${name}: $${name}`).join(', ')} } = $runtime;`);
    }
    for (const [identifier, source] of this.declarations) {
      head.push(`  const ${identifier} = ${source};`);
    }
    if (this.classes.size > 0) {
      head.push(`  let ${[...this.classes.keys()].join(', ')};`);
    }
    const links = [...this.classes].map(([identifier, name]) => `${identifier} = $find(${JSON.stringify(name)});`);
    const tail = [`  return { definitions${this.hasRun ? ', run' : ''}, link($find) { ${links.join(' ')} } };`, '})'];
    return {
      code: [...head, '  const definitions = {};', ...this.body, ...tail].join('\n'),
      map: {
        lines: [...Array.from({ length: head.length + 1 }, () => 0), ...this.bodyLines, 0, 0],
        placeOfLine: [...Array.from({ length: head.length + 1 }, () => 0), ...this.bodyPlaces, 0, 0],
        places: this.places,
      },
    };
  }
}
