import { raiseNull } from '../runtime/exception.ts';
import type { LibraryClass, Native, NativeProperty } from './declaration.ts';

type Members = LibraryClass['members'];

/**
 * Members that refuse null arguments with the platform's exception; the receiver of an instance member is not an argument (it is never
 * null). Without this, JavaScript would take null for the text `null` or the number 0.
 */
export function refusingNull(members: Readonly<Record<string, Native>>): Members {
  const guarded: Record<string, Native | NativeProperty> = {};
  for (const [signature, native] of Object.entries(members)) {
    const first = /^(static |new\()/.test(signature) ? 0 : 1;
    guarded[signature] = (...args: unknown[]) => {
      for (let index = first; index < args.length; index++) {
        if (args[index] === null) {
          raiseNull(`Argument ${index - first + 1} cannot be null`);
        }
      }
      return native(...args);
    };
  }
  return guarded;
}
