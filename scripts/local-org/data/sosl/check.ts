import type { Schema } from '../schema/description.ts';
import { NameResolver } from '../soql/names.ts';
import { planQuery } from '../soql/plan.ts';
import { newPlanning } from '../soql/planning.ts';
import type { SoslQuery } from './ast.ts';
import { isSearchable } from './searchable.ts';

/**
 * Checks a search against the schema without running it: objects, fields, conditions. Throws `QueryError` with the offset (`at`) of the
 * first mistake.
 *
 * @param text the search's text, for the excerpt in the message.
 */
export function checkSosl(search: SoslQuery, schema: Schema, text: string): void {
  const resolver = new NameResolver(schema, text);
  for (const query of search.returning ?? []) {
    planQuery(newPlanning(resolver, undefined), query);
    if (!isSearchable(resolver.object(query.from))) {
      throw resolver.error('INVALID_TYPE', `entity type ${query.from.text} does not support search`, query.from.at);
    }
  }
}
