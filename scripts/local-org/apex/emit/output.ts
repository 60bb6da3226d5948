import type { ClassInfo } from '../runtime/class-info.ts';
import type { LineMap } from './module-writer.ts';

/** What the compiler knows of a class, without the JavaScript class itself: data that can be cached. */
export type ClassDescription = Omit<ClassInfo, 'javascriptClass' | 'statics' | 'ancestors'> & {
  readonly ancestors: readonly string[];
};

export interface TriggerDescription {
  readonly name: string;
  readonly object: string;
  readonly events: readonly string[];
}

/** A compiled source file: JavaScript and what is needed to link, trace and measure it. */
export interface CompiledModule {
  readonly file: string;
  readonly code: string;
  readonly map: LineMap;
  readonly classes: readonly ClassDescription[];
  readonly trigger?: TriggerDescription;
  /** Lines that can be covered, ascending. */
  readonly executableLines: readonly number[];
  /** Outermost class is a test: its lines don't count. */
  readonly isTest: boolean;
}

/** A test class as its source has it, whether or not it compiled. */
export interface DeclaredTests {
  readonly className: string;
  readonly file: string;
  readonly methods: readonly string[];
}
