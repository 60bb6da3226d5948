import { LimitExceeded } from '../../data/errors.ts';
import { tick } from './cpu.ts';

/** How many calls of Apex methods may be open inside one another, as on the platform. */
const DEEPEST = 1000;

let depth = 0;

/** Begins the body of a method that may call others. Its end, however it ends, is told by `leaveCall`. */
export function enterCall(): void {
  tick();
  if (depth >= DEEPEST) {
    throw new LimitExceeded(`Maximum stack depth reached: ${DEEPEST + 1}`);
  }
  depth += 1;
}

export function leaveCall(): void {
  depth -= 1;
}
