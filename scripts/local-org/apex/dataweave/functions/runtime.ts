import { currentExecution } from '../evaluate/execution.ts';
import { DataWeaveError } from '../values/failure.ts';
import { ObjectValue } from '../values/object.ts';
import type { FunctionValue } from '../values/special.ts';
import { holds } from './core-arrays.ts';
import type { FunctionModule } from './declaration.ts';

/** The result of a function, or what it failed with. */
function attempt(delegate: FunctionValue): ObjectValue {
  try {
    return ObjectValue.of({ success: true, result: delegate.call() });
  } catch (error) {
    if (!(error instanceof DataWeaveError)) {
      throw error;
    }
    const location = currentExecution().locate(error.place);
    const told = ObjectValue.of({ kind: error.failureKind, message: error.message, location, stack: [] });
    return ObjectValue.of({ success: false, error: told });
  }
}

function fail(message: string): never {
  throw new DataWeaveError(message, 'UserException');
}

const succeeded = (result: ObjectValue): boolean => result.get('success') === true;

/** The module `dw::Runtime`, as far as it does not run other scripts or look at the machine. */
export const runtime: FunctionModule = {
  name: 'dw::Runtime',
  functions: {
    'try(delegate: Function)': attempt,
    'orElse(previous: Object, otherwise: Function)': (previous: ObjectValue, otherwise: FunctionValue) =>
      succeeded(previous) ? previous.get('result') : otherwise.call(),
    'orElseTry(previous: Object, otherwise: Function)': (previous: ObjectValue, otherwise: FunctionValue) =>
      succeeded(previous) ? previous : attempt(otherwise),
    'fail(message?: String)': (message: string = 'Error') => fail(message),
    'failIf(value: Any, evaluator: Function, message?: String)': (value: unknown, evaluator: FunctionValue, message: string = 'Failed') =>
      holds(evaluator, value) ? fail(message) : value,
  },
};
