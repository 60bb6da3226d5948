import type { DmlContext, DmlRow } from '../dml-context.ts';

/** What the platform does by itself with records of a standard object, at its place in the order of execution. */
export interface ObjectBehaviour {
  /** Before the before triggers: derived fields that triggers may read. */
  prepare?(context: DmlContext, rows: readonly DmlRow[]): void;
  /** After the before triggers: derived fields again, and checks of the object's own. */
  beforeSave?(context: DmlContext, rows: readonly DmlRow[]): void;
  /** After the rows are written, before the after triggers: what follows in other records. */
  afterSave?(context: DmlContext, rows: readonly DmlRow[]): void;
  /** After rows went to the recycle bin or came back. */
  afterDelete?(context: DmlContext, rows: readonly DmlRow[]): void;
}
