/** What ends the running of a script. `place` is where, once known. */
export class DataWeaveError extends Error {
  place: { readonly from: number; readonly to: number } | undefined;
  /** The engine's name of the kind of failure: what `try` tells. */
  readonly failureKind: string;

  constructor(message: string, failureKind = 'ExecutionException', options?: ErrorOptions) {
    super(message, options);
    this.name = 'DataWeaveError';
    this.failureKind = failureKind;
  }
}
