import type { Value } from '../record.ts';
import type { ObjectDescription, Schema } from '../schema/description.ts';
import type { DateValue } from '../values/date.ts';
import { DatetimeValue } from '../values/datetime.ts';
import { DecimalValue } from '../values/decimal.ts';
import { areEqual, isTrue, operate, toNumber } from './arithmetic.ts';
import { FormulaError } from './formula-error.ts';
import { FUNCTIONS } from './functions.ts';
import { parseFormula, type Expression } from './parse.ts';

/** What a formula may ask while it is evaluated. */
export interface FormulaContext {
  /** The value at a path from the record, such as `['Account', 'Industry']`; null where a parent is missing. */
  read(path: readonly string[]): Value;
  /** The value of a field of the record before the save; the present one where there is no earlier one. */
  prior(field: string): Value;
  /** True while the record is being inserted. */
  readonly isNew: boolean;
  /** Milliseconds since the epoch. */
  now(): number;
  /** The day in the running user's time zone. */
  today(): DateValue;
  /** A global such as `['$User', 'Id']`, `['$Permission', 'Vouchsafe_Steward']` or `['$Setup', 'Vouchsafe_Policy__c', 'Digest__c']`. */
  global(path: readonly string[]): Value;
}

/** A formula that is ready to run. */
export interface CompiledFormula {
  evaluate(context: FormulaContext): Value;
  /** The paths from the record that it reads, each once, spelled as the schema spells them. */
  readonly references: readonly (readonly string[])[];
}

export interface FormulaOptions {
  /** Blank numbers count as 0 (`BlankAsZero`), else they make a calculation blank. */
  readonly blanksAsZero?: boolean;
}

const ASKS_FOR_BLANKS: ReadonlySet<string> = new Set(['ISBLANK', 'ISNULL', 'BLANKVALUE', 'NULLVALUE']);

type Evaluate = (context: FormulaContext) => Value;

/**
 * Makes a formula ready to run, checking its functions and the fields it names.
 *
 * @param object whose fields it names; absent for one that only names globals, such as a flow's.
 * @param object absent for a formula that names globals only, as those of flows do.
 * @param where what the formula belongs to, for the message: `Advocate__c.Readiness__c`.
 * @throws FormulaError when the formula can't be read, or names an unknown function or field.
 */
export function compileFormula(
  formula: string,
  schema: Schema,
  object: ObjectDescription | undefined,
  where: string,
  options: FormulaOptions = {},
): CompiledFormula {
  return new Compiler(schema, object, where, options.blanksAsZero ?? false).compile(formula);
}

class Compiler {
  private readonly schema: Schema;
  private readonly object: ObjectDescription | undefined;
  private readonly where: string;
  private blanksAsZero: boolean;
  private readonly references = new Map<string, readonly string[]>();

  constructor(schema: Schema, object: ObjectDescription | undefined, where: string, blanksAsZero: boolean) {
    this.schema = schema;
    this.object = object;
    this.where = where;
    this.blanksAsZero = blanksAsZero;
  }

  compile(formula: string): CompiledFormula {
    let tree: Expression;
    try {
      tree = parseFormula(formula);
    } catch (error) {
      throw new FormulaError(this.where, (error as Error).message, { cause: error });
    }
    const evaluate = this.expression(tree);
    return { evaluate, references: [...this.references.values()] };
  }

  private expression(node: Expression): Evaluate {
    switch (node.kind) {
      case 'literal': {
        const { value } = node;
        return () => value;
      }
      case 'reference':
        return this.reference(node.path);
      case 'call':
        return this.call(node.name, node.inputs);
      case 'unary':
        return this.unary(node.operator, this.expression(node.operand));
      case 'binary':
        return this.binary(node);
    }
  }

  private unary(operator: '-' | '!', operand: Evaluate): Evaluate {
    return operator === '!' ? (context) => !isTrue(operand(context)) : (context) => toNumber(operand(context))?.negate() ?? null;
  }

  private binary(node: Extract<Expression, { kind: 'binary' }>): Evaluate {
    const [left, right] = [this.expression(node.left), this.expression(node.right)];
    const { operator } = node;
    if (operator === '&&') {
      return (context) => isTrue(left(context)) && isTrue(right(context));
    }
    if (operator === '||') {
      return (context) => isTrue(left(context)) || isTrue(right(context));
    }
    return (context) => operate(operator, left(context), right(context));
  }

  private reference(path: readonly string[]): Evaluate {
    if (path[0]?.startsWith('$')) {
      return (context) => context.global(path);
    }
    const { canonical, numeric } = this.resolve(path);
    this.references.set(canonical.join('.'), canonical);
    const zero = this.blanksAsZero && numeric ? DecimalValue.ZERO : null;
    return (context) => context.read(canonical) ?? zero;
  }

  private resolve(path: readonly string[]): { canonical: readonly string[]; numeric: boolean } {
    if (this.object === undefined) {
      throw new FormulaError(this.where, `there is no field ${path.join('.')} here`);
    }
    let { object } = this;
    const canonical: string[] = [];
    for (const step of path.slice(0, -1)) {
      const [relationship, target] = step.toLowerCase().split(':');
      const lookup = [...object.fields.values()].find((field) => field.relationshipName?.toLowerCase() === relationship);
      const parentName = lookup?.referenceTo.find((name) => target === undefined || name.toLowerCase() === objectMeant(target));
      const parent = parentName === undefined ? undefined : this.schema.object(parentName);
      if (lookup?.relationshipName === undefined || parent === undefined) {
        throw new FormulaError(this.where, `${object.name} has no parent named ${step}`);
      }
      canonical.push(target === undefined ? lookup.relationshipName : `${lookup.relationshipName}:${parent.name}`);
      object = parent;
    }
    const name = path.at(-1) as string;
    const field = object.fields.get(fieldMeant(object, name.toLowerCase()));
    if (!field) {
      throw new FormulaError(this.where, `${object.name} has no field ${name}`);
    }
    canonical.push(field.name);
    return { canonical, numeric: ['int', 'long', 'double', 'currency', 'percent'].includes(field.type) };
  }

  private call(name: string, inputs: readonly Expression[]): Evaluate {
    switch (name) {
      case 'IF':
        return this.choice(inputs);
      case 'CASE':
        return this.cases(inputs);
      case 'AND': {
        const all = this.inputs(name, inputs, 1);
        return (context) => all.every((input) => isTrue(input(context)));
      }
      case 'OR': {
        const any = this.inputs(name, inputs, 1);
        return (context) => any.some((input) => isTrue(input(context)));
      }
      case 'NOT': {
        const [condition] = this.inputs(name, inputs, 1, 1) as [Evaluate];
        return (context) => !isTrue(condition(context));
      }
      case 'TODAY':
        this.inputs(name, inputs, 0, 0);
        return (context) => context.today();
      case 'NOW':
        this.inputs(name, inputs, 0, 0);
        return (context) => new DatetimeValue(context.now());
      case 'TIMENOW':
        this.inputs(name, inputs, 0, 0);
        return (context) => new DatetimeValue(context.now()).time();
      case 'ISNEW':
        this.inputs(name, inputs, 0, 0);
        return (context) => context.isNew;
      case 'ISCHANGED':
      case 'PRIORVALUE':
        return this.history(name, inputs);
      default:
        return this.plainCall(name, inputs);
    }
  }

  private plainCall(name: string, inputs: readonly Expression[]): Evaluate {
    const known = FUNCTIONS[name];
    if (!known) {
      throw new FormulaError(this.where, `the function ${name} isn't supported`);
    }
    // Whether a number was left blank is the question of these, so the zero that stands for it elsewhere must not answer.
    const blanksMatter = ASKS_FOR_BLANKS.has(name);
    const evaluated = this.keepingBlanks(blanksMatter, () => this.inputs(name, inputs, known.least, known.most));
    return (context) => known.apply(evaluated.map((input) => input(context)));
  }

  private keepingBlanks<T>(keep: boolean, build: () => T): T {
    const before = this.blanksAsZero;
    this.blanksAsZero = before && !keep;
    try {
      return build();
    } finally {
      this.blanksAsZero = before;
    }
  }

  private inputs(name: string, inputs: readonly Expression[], least: number, most?: number): Evaluate[] {
    if (inputs.length < least || (most !== undefined && inputs.length > most)) {
      throw new FormulaError(this.where, `the function ${name} is given ${inputs.length} inputs`);
    }
    return inputs.map((input) => this.expression(input));
  }

  private choice(inputs: readonly Expression[]): Evaluate {
    const [condition, whenTrue, otherwise] = this.inputs('IF', inputs, 3, 3) as [Evaluate, Evaluate, Evaluate];
    return (context) => (isTrue(condition(context)) ? whenTrue(context) : otherwise(context));
  }

  private cases(inputs: readonly Expression[]): Evaluate {
    const [subject, ...rest] = this.inputs('CASE', inputs, 4) as [Evaluate, ...Evaluate[]];
    const otherwise = rest.at(-1) as Evaluate;
    return (context) => {
      const value = subject(context);
      for (let index = 0; index + 1 < rest.length; index += 2) {
        if (areEqual(value, rest[index](context))) {
          return rest[index + 1](context);
        }
      }
      return otherwise(context);
    };
  }

  private history(name: string, inputs: readonly Expression[]): Evaluate {
    const [input] = inputs;
    const path = input?.kind === 'reference' ? input.path : [];
    const isOfRecord = path.length === 2 && path[0]?.toLowerCase() === '$record';
    if (inputs.length !== 1 || (path.length !== 1 && !isOfRecord)) {
      throw new FormulaError(this.where, `${name} takes one field of the record itself`);
    }
    const present = this.reference(path);
    const field = isOfRecord ? path[1] : this.resolve(path).canonical[0];
    return name === 'PRIORVALUE'
      ? (context) => context.prior(field)
      : (context) => !context.isNew && !areEqual(present(context), context.prior(field));
  }
}

/** Formulas call a group that owns records by its type. */
function objectMeant(target: string): string {
  return target === 'queue' ? 'group' : target;
}

function fieldMeant(object: ObjectDescription, name: string): string {
  return object.name === 'Group' && name === 'queuename' ? 'name' : name;
}
