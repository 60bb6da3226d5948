import { isTrue, toNumber, toText } from '../data/formula/arithmetic.ts';
import { compileFormula } from '../data/formula/compile.ts';
import type { CompiledFormula, FormulaContext } from '../data/formula/compile.ts';
import type { Value } from '../data/record.ts';
import type { Schema } from '../data/schema/description.ts';
import { DatetimeValue } from '../data/values/datetime.ts';
import { FlowFault } from './fault.ts';
import type { FlowContext } from './flow-context.ts';
import type { Interview } from './interview.ts';
import type { ValueType } from './metadata/description.ts';
import { valueAt } from './references.ts';
import { asText, isPlain, toDate, toDatetime } from './values.ts';

/** Stands in a formula before the name of a variable or an element, so that it reads as a global. */
const RESOURCE = '$Resource';

/** The formulas of flows, each compiled once. */
export class FlowFormulas {
  readonly #schema: Schema;
  readonly #compiled = new Map<string, CompiledFormula>();

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  /** Compiles a formula, to see whether it can be. Throws `FormulaError`. */
  compile(expression: string, where: string): CompiledFormula {
    let compiled = this.#compiled.get(expression);
    if (!compiled) {
      compiled = compileFormula(withGlobals(expression), this.#schema, undefined, where);
      this.#compiled.set(expression, compiled);
    }
    return compiled;
  }

  /** The value of a formula for an interview as it stands. */
  evaluate(context: FlowContext, interview: Interview, expression: string, type: ValueType, name = 'a formula'): unknown {
    const compiled = this.compile(expression, `${interview.frame.flow.name}.${name}`);
    return ofType(compiled.evaluate(formulaContext(context, interview)), type, context.timeZone);
  }

  /** Whether a condition written as a formula holds. */
  holds(context: FlowContext, interview: Interview, expression: string, where: string): boolean {
    return isTrue(this.compile(expression, `${interview.frame.flow.name}.${where}`).evaluate(formulaContext(context, interview)));
  }
}

/** `{!Account.Name} & {!$User.Id}` with every reference as a name of the formula language. */
function withGlobals(expression: string): string {
  return expression.replaceAll(/\{!\s*([^}]+?)\s*\}/g, (_, path: string) => (path.startsWith('$') ? path : `${RESOURCE}.${path}`));
}

function formulaContext(context: FlowContext, interview: Interview): FormulaContext {
  const { transaction, timeZone } = context;
  const { trigger } = interview;
  return {
    read: () => null,
    prior: (field) => plain(valueAt(context, interview, [trigger?.prior === undefined ? '$Record' : '$Record__Prior', field])),
    isNew: trigger !== undefined && trigger.prior === undefined,
    now: () => transaction.now(),
    today: () => new DatetimeValue(transaction.now()).date(timeZone),
    global: (path) => {
      const [first, ...rest] = path as [string, ...string[]];
      return plain(valueAt(context, interview, (first === RESOURCE ? rest : path) as [string, ...string[]]));
    },
  };
}

function plain(value: unknown): Value {
  return isPlain(value) ? value : asText(value);
}

function ofType(value: Value, { dataType, scale }: ValueType, timeZone: string): unknown {
  switch (dataType) {
    case 'Number':
    case 'Currency': {
      const number = toNumber(value);
      return number === null || scale === undefined ? number : number.setScale(scale, 'HALF_UP');
    }
    case 'Boolean':
      return isTrue(value);
    case 'Date':
      return toDate(value, timeZone) ?? null;
    case 'DateTime':
      return toDatetime(value, timeZone) ?? null;
    case 'Time':
      return value;
    case 'String':
      return value === null ? null : toText(value);
    default:
      throw new FlowFault(`A formula can't have the data type ${dataType}.`);
  }
}
