import { compileFormula } from '../../../data/formula/compile.ts';
import type { SObjectRecord } from '../../../data/record.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { currentTransaction } from '../../runtime/current.ts';
import type { LibraryClass } from '../declaration.ts';
import { fieldValueOf } from '../field-values.ts';
import { evaluateOn } from './evaluation.ts';

/** A `System.FormulaRecalcResult`. */
class RecalculationResult {
  readonly record: SObjectRecord;

  constructor(record: SObjectRecord) {
    this.record = record;
  }
}

/** Puts the values of formula fields into records as they are in memory: `Formula.recalculateFormulas(records)`. */
export function recalculateFormulas(records: ApexList): ApexList {
  const { schema } = currentTransaction();
  const results = (records.elements as SObjectRecord[]).map((record) => {
    const { description } = record;
    for (const field of description.fields.values()) {
      if (field.formula === undefined) continue;
      const formula = compileFormula(field.formula, schema, description, `${description.name}.${field.name}`, {
        blanksAsZero: field.blanksAsZero ?? true,
      });
      record.put(field.name, fieldValueOf(field, evaluateOn(formula, record)));
    }
    return new RecalculationResult(record);
  });
  return new ApexList('System.FormulaRecalcResult', results);
}

/** What a recalculation tells. A formula that can't be calculated is an exception here, so that there are never errors to tell. */
export const recalculationClasses: readonly LibraryClass[] = [
  {
    name: 'System.FormulaRecalcResult',
    isInstance: (value) => value instanceof RecalculationResult,
    members: {
      'List<FormulaRecalcFieldError> getErrors()': () => new ApexList('System.FormulaRecalcFieldError'),
      'SObject getSObject()': (self: RecalculationResult) => self.record,
      'Boolean isSuccess()': () => true,
    },
  },
  {
    name: 'System.FormulaRecalcFieldError',
    isInstance: () => false,
    members: { 'String getFieldError()': () => null, 'String getFieldName()': () => null },
  },
];
