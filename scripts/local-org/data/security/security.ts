import type { ObjectDescription } from '../schema/description.ts';
import type { SqlFragment } from '../store/columns.ts';

/** What a user may do with an object, by profile and permission sets together. */
export interface ObjectAccess {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
}

/** What a user may do with a field. */
export interface FieldAccess {
  readonly read: boolean;
  readonly edit: boolean;
}

/** What a user may do with one record, by owner, roles, sharing rules and shares; object permissions come on top. */
export type RecordAccess = 'none' | 'read' | 'edit' | 'all';

/** Answers every question about what a user may see and do. Names are taken in any case. */
export interface Security {
  objectAccess(userId: string, objectName: string): ObjectAccess;
  /** For a field that the object always shows (Id, Name, system fields, required fields) read follows the object. */
  fieldAccess(userId: string, objectName: string, fieldName: string): FieldAccess;
  /** By its name without namespace: `Vouchsafe_Decide`. */
  hasCustomPermission(userId: string, name: string): boolean;
  /** A user permission such as `ViewSetup`, `ModifyAllData`, `ViewAllData`, `ApiEnabled`, `ManageUsers`. */
  hasUserPermission(userId: string, name: string): boolean;
  hasClassAccess(userId: string, className: string): boolean;
  /** Whether the user sees the tab (`Opportunity` -> `standard-Opportunity`, `Advocate__c`, a custom tab's name). */
  hasTab(userId: string, tabName: string): boolean;
  /** Access to each record; an id that does not exist (or is deleted) gives `none`. */
  recordAccess(userId: string, ids: readonly string[]): Map<string, RecordAccess>;
  /** The access to each record as if it were not deleted, for who empties the recycle bin; an id that does not exist gives `none`. */
  accessToDeleted(userId: string, ids: readonly string[]): Map<string, RecordAccess>;
  /** A SQL condition that leaves of a table (by its alias) only the rows the user may read; `undefined` when all of them. */
  visibleRows(userId: string, object: ObjectDescription, tableAlias: string): SqlFragment | undefined;
}
