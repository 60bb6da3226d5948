import type { DmlContext, DmlRow } from './dml-context.ts';

/** Formula fields can be read in triggers. */
export function fillInFormulas(context: DmlContext, rows: readonly DmlRow[]): void {
  const [first] = rows;
  if (first === undefined || !context.formulas.hasFormulaFields(first.record.description)) {
    return;
  }
  for (const { record, old } of rows) {
    context.formulas.fillIn(record);
    if (old !== undefined) {
      context.formulas.fillIn(old);
    }
  }
}
