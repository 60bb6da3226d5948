import type { Bind, NumberLiteral, SoqlQuery } from '../soql/ast.ts';

/** The kinds of fields that a search looks into: `IN NAME FIELDS`. */
export type SearchGroup = 'all' | 'name' | 'email' | 'phone' | 'sidebar';

/** A search (SOSL) as its text says it; nothing is looked up yet. Offsets (`at`) are those in the text, as in a query. */
export interface SoslQuery {
  /** What to find: the text between the braces or quotes as it stands, or a value that comes with the search. */
  readonly find: { readonly kind: 'text'; readonly at: number; readonly text: string } | Bind;
  readonly group: SearchGroup;
  /**
   * One query for each object of the RETURNING clause: its fields, conditions, order and limit, of the records found. Absent when the
   * search gives the ids of whatever it finds in any object.
   */
  readonly returning: readonly SoqlQuery[] | undefined;
  readonly access?: 'user' | 'system';
  /** For all objects together. */
  readonly limit?: NumberLiteral | Bind;
}
