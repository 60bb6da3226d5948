import { compileFormula } from '../../../data/formula/compile.ts';
import type { CompiledFormula } from '../../../data/formula/compile.ts';
import { FormulaError } from '../../../data/formula/formula-error.ts';
import { findClass } from '../../runtime/class-info.ts';
import type { ApexList } from '../../runtime/collections/list.ts';
import { ApexSet } from '../../runtime/collections/set.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { EnumConstant } from '../../runtime/enum.ts';
import { ApexException, raise, raiseNull } from '../../runtime/exception.ts';
import { objectOfType } from '../../runtime/object-of-type.ts';
import { decimalOf, doubleOf, integerOf, isNumeric, longOf } from '../../runtime/numbers.ts';
import type { LibraryClass } from '../declaration.ts';
import { ObjectToken } from '../schema/tokens.ts';
import type { TypeValue } from '../system/type-value.ts';
import { classAsObject } from './class-as-object.ts';
import { evaluateOn } from './evaluation.ts';
import { recalculateFormulas, recalculationClasses } from './recalculation.ts';

const VALIDATION = 'System.FormulaValidationException';
const GLOBALS = ['LABEL', 'ORGANIZATION', 'PERMISSION', 'PROFILE', 'SETUP', 'SYSTEM', 'USER', 'USERROLE'];
const RETURN_TYPES = ['BOOLEAN', 'DATE', 'DATETIME', 'DECIMAL', 'DOUBLE', 'ID', 'INTEGER', 'LONG', 'STRING', 'TIME'];

/** A `FormulaEval.FormulaBuilder`. */
class FormulaBuilder {
  formula: string | null = null;
  returnType: string | null = null;
  typeName: string | null = null;
  nullAsZero = false;

  build(): FormulaInstance {
    const { schema } = currentTransaction();
    const info = findClass(this.typeName ?? '');
    const object = info ? classAsObject(info, schema) : objectOfType(this.typeName ?? '');
    if (this.formula === null || this.returnType === null || !object) {
      return raise(VALIDATION, 'A formula needs a formula, a return type and a type to work on');
    }
    if (info && info.access !== 'global') {
      raise(VALIDATION, `The class ${info.name} must be global to be used in a formula`);
    }
    try {
      const compiled = compileFormula(this.formula, schema, object, this.typeName ?? '', { blanksAsZero: this.nullAsZero });
      return new FormulaInstance(compiled, this.returnType);
    } catch (error) {
      return error instanceof FormulaError ? raise(VALIDATION, error.message) : raise(VALIDATION, String(error));
    }
  }
}

/** A `FormulaEval.FormulaInstance`. */
class FormulaInstance {
  readonly compiled: CompiledFormula;
  private readonly returnType: string;

  constructor(compiled: CompiledFormula, returnType: string) {
    this.compiled = compiled;
    this.returnType = returnType;
  }

  evaluate(context: object): unknown {
    const value = evaluateOn(this.compiled, context);
    return isNumeric(value) ? this.converted(value) : value;
  }

  private converted(value: Parameters<typeof decimalOf>[0]): unknown {
    const conversions: Readonly<Record<string, (number: typeof value) => unknown>> = {
      INTEGER: integerOf,
      LONG: longOf,
      DOUBLE: doubleOf,
      DECIMAL: decimalOf,
    };
    return conversions[this.returnType]?.(value) ?? value;
  }
}

function configured(change: (self: FormulaBuilder, value: unknown) => void) {
  return (self: FormulaBuilder, value: unknown): FormulaBuilder => {
    change(self, value);
    return self;
  };
}

/** Formulas that Apex evaluates: `Formula.builder()`. */
export const classes: readonly LibraryClass[] = [
  {
    name: 'System.Formula',
    members: {
      'static FormulaEval.FormulaBuilder builder()': () => new FormulaBuilder(),
      'static List<FormulaRecalcResult> recalculateFormulas(List<SObject> records)': (records: ApexList | null) =>
        recalculateFormulas(records ?? raiseNull('Argument 1 cannot be null')),
    },
  },
  ...recalculationClasses,
  {
    name: 'FormulaEval.FormulaBuilder',
    isInstance: (value) => value instanceof FormulaBuilder,
    members: {
      'FormulaEval.FormulaInstance build()': (self: FormulaBuilder) => self.build(),
      'FormulaEval.FormulaBuilder treatNumericNullAsZero(Boolean value)': configured((self, value) => {
        self.nullAsZero = value === true;
      }),
      'FormulaEval.FormulaBuilder withFormula(String formula)': configured((self, value) => {
        self.formula = value as string | null;
      }),
      'FormulaEval.FormulaBuilder withGlobalVariables(List<FormulaEval.FormulaGlobal> globals)': configured(() => undefined),
      'FormulaEval.FormulaBuilder withReturnType(FormulaEval.FormulaReturnType type)': configured((self, value) => {
        self.returnType = value instanceof EnumConstant ? value.name : null;
      }),
      'FormulaEval.FormulaBuilder withType(System.Type type)': configured((self, value) => {
        self.typeName = (value as TypeValue | null)?.name ?? null;
      }),
      'FormulaEval.FormulaBuilder withType(Schema.SObjectType type)': configured((self, value) => {
        self.typeName = value instanceof ObjectToken ? value.object.name : null;
      }),
    },
  },
  {
    name: 'FormulaEval.FormulaInstance',
    isInstance: (value) => value instanceof FormulaInstance,
    members: {
      'Object evaluate(Object context)': (self: FormulaInstance, context: object | null) =>
        self.evaluate(context ?? raiseNull('Argument 1 cannot be null')),
      'Set<String> getReferencedFields()': (self: FormulaInstance) =>
        new ApexSet(
          'String',
          self.compiled.references.map((path) => path.join('.')),
        ),
    },
  },
  { name: 'FormulaEval.FormulaGlobal', kind: 'enum', values: GLOBALS, members: {} },
  { name: 'FormulaEval.FormulaReturnType', kind: 'enum', values: RETURN_TYPES, members: {} },
  {
    name: VALIDATION,
    extends: 'System.Exception',
    isInstance: (value) => value instanceof ApexException && value.typeName === VALIDATION,
    members: {},
  },
];
