/** What a running script needs of the world around it. */
export interface Execution {
  /** Milliseconds since 1970 by the org's clock. */
  now(): number;
  /** Hears what `log` writes. */
  log(text: string): void;
  /** Where a failure is, in the engine's words. */
  locate(place: { readonly from: number; readonly to: number } | undefined): string;
}

let running: Execution | undefined;

/** Runs the work for an execution; functions find it by `currentExecution`. */
export function withExecution<T>(execution: Execution, work: () => T): T {
  const previous = running;
  running = execution;
  try {
    return work();
  } finally {
    running = previous;
  }
}

export function currentExecution(): Execution {
  if (!running) {
    throw new Error('A function of DataWeave was called outside a script; run it through withExecution.');
  }
  return running;
}
