/** The org can't start or go on for a reason that the person at the keyboard can mend: a broken file, an unknown metadata type. */
export class SetUpError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SetUpError';
  }
}
