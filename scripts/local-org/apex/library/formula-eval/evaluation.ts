import type { CompiledFormula } from '../../../data/formula/compile.ts';
import { SObjectRecord } from '../../../data/record.ts';
import type { Value } from '../../../data/record.ts';
import { DatetimeValue } from '../../../data/values/datetime.ts';
import { classInfoOf, instanceFields } from '../../runtime/class-info.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raise } from '../../runtime/exception.ts';
import { runningUser } from '../running-user.ts';

/** The value of a formula for a record or an Apex object as it is in memory. */
export function evaluateOn(formula: CompiledFormula, context: object): Value {
  const transaction = currentTransaction();
  return formula.evaluate({
    read: (path) => read(context, path),
    prior: (field) => read(context, [field]),
    isNew: false,
    now: () => transaction.now(),
    today: () => new DatetimeValue(transaction.now()).date(runningUser().timeZone),
    global: (path) => readGlobal(path),
  });
}

/** Walks from an Apex object or record along names; null where something on the way is missing. */
function read(start: unknown, path: readonly string[]): Value {
  let current: unknown = start;
  for (const step of path) {
    if (current instanceof SObjectRecord) {
      current = current.get(step);
    } else {
      const info = classInfoOf(current);
      const field = info && instanceFields(info).find((candidate) => candidate.name.toLowerCase() === step.toLowerCase());
      current = field ? (current as Record<string, unknown>)[field.key] : null;
    }
  }
  return (current ?? null) as Value;
}

function readGlobal([root = '', name = '']: readonly string[]): Value {
  const { security, userId } = currentTransaction();
  switch (root.toLowerCase()) {
    case '$permission':
      return security.hasCustomPermission(userId, name);
    case '$user':
      return name.toLowerCase() === 'id' ? userId : ((runningUser().record?.get(name) ?? null) as Value);
    default:
      return raise('System.UnsupportedOperationException', `${root} in a formula of FormulaEval is not supported by the local org`);
  }
}
