import { ApexException, asApexException, raiseNull } from './exception.ts';

/** What exception classes written in Apex extend. */
export class BaseException extends ApexException {
  /** Gives fields their values; overridden by classes that have any. */
  $initialise(): this {
    return this;
  }
}

/** The Apex exception behind something caught. What Apex may not catch goes on its way. */
export function caught(error: unknown): ApexException {
  const exception = asApexException(error);
  if (!(exception instanceof ApexException) || !exception.catchable) {
    throw exception;
  }
  return exception;
}

/** Whether an error ends the transaction at once: no Apex code runs after it, not even a `finally`. */
export function endsTransaction(error: unknown): boolean {
  const exception = asApexException(error);
  return !(exception instanceof ApexException) || !exception.catchable;
}

/** The value of a `throw` statement. */
export function thrown(value: unknown): unknown {
  return value ?? raiseNull();
}

/** `new MyException(...)` for a class without constructors of its own. `parameters` names the types: `String,Exception`. */
export function newException(exception: BaseException, parameters: string, ...values: readonly unknown[]): BaseException {
  exception.$initialise();
  setException(exception, parameters, ...values);
  return exception;
}

/** `super(...)` in the constructor of an exception class. */
export function setException(exception: ApexException, parameters: string, ...values: readonly unknown[]): void {
  for (const [index, type] of parameters.split(',').entries()) {
    const value = values[index];
    if (type === 'String') {
      exception.setText(value as string | null);
    } else if (type === 'Exception') {
      exception.cause = value as ApexException | null;
      if (exception.text === null) {
        exception.setText((value as ApexException | null)?.apexMessage ?? null);
      }
    }
  }
}
