import type { Schema } from '../schema/description.ts';
import type { SoqlQuery } from './ast.ts';
import { NameResolver } from './names.ts';
import { planQuery } from './plan.ts';
import { newPlanning } from './planning.ts';

/** What a query that names only what exists gives back. */
export interface CheckedSoql {
  /** The object of the FROM clause, in the schema's spelling. */
  readonly object: string;
  /** `count`: an Integer; `aggregate`: `AggregateResult` rows; `records`: rows of the object. */
  readonly result: 'count' | 'aggregate' | 'records';
}

/**
 * Checks a query against the schema without running it: objects, fields, relationships, literal types, what may be filtered, sorted
 * and grouped. Values of binds are not known yet and not looked at. Throws `QueryError` with the offset (`at`) of the first mistake.
 *
 * @param text the query's text, for the excerpt in the message.
 */
export function checkSoql(query: SoqlQuery, schema: Schema, text: string): CheckedSoql {
  const plan = planQuery(newPlanning(new NameResolver(schema, text), undefined), query);
  return { object: plan.object.name, result: plan.kind };
}
