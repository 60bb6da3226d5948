import type { DmlContext, DmlRow } from '../dml-context.ts';

/** `Name` of a person is made of the parts. */
export function personNames(_context: DmlContext, rows: readonly DmlRow[]): void {
  for (const { record } of rows) {
    const parts = [record.contents.get('firstname'), record.contents.get('lastname')];
    record.contents.set('name', parts.filter((part) => typeof part === 'string' && part !== '').join(' ') || null);
  }
}
