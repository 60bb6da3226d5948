import { SetUpError } from '../errors.ts';

/** A formula of the source tree that can't be used as written; `where` names the field or rule it belongs to. */
export class FormulaError extends SetUpError {
  readonly where: string;

  constructor(where: string, reason: string, options?: ErrorOptions) {
    super(`The formula of ${where} can't be used: ${reason}.`, options);
    this.name = 'FormulaError';
    this.where = where;
  }
}
