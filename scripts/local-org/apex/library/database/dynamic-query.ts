import { SObjectRecord } from '../../../data/record.ts';
import type { Value } from '../../../data/record.ts';
import { collectBinds } from '../../../data/soql/binds.ts';
import { parseSoql } from '../../../data/soql/parse.ts';
import type { QueryOutcome } from '../../../data/transaction.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import type { ApexMap } from '../../runtime/collections/map.ts';
import { ApexSet } from '../../runtime/collections/set.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import { accessOf } from './access.ts';
import type { AccessLevelValue } from './access.ts';

/** Gives the value of an Apex variable by the text of a bind (`ids`, `filter.name`), or undefined when there is no such variable. */
export type BindLookup = (text: string) => unknown;

const noVariables: BindLookup = () => undefined;

/** Runs a query given as text. Binds are looked up where the caller says; one that is not found is refused as on the platform. */
export function runDynamicQuery(soql: string | null, level: AccessLevelValue | null, lookup: BindLookup = noVariables): QueryOutcome {
  const text = soql ?? raiseNull('Argument 1 cannot be null');
  const binds = new Map<string, Value | readonly Value[]>();
  for (const bind of collectBinds(parseSoql(text))) {
    const value = lookup(bind.text);
    binds.set(bind.name, value === undefined ? raise('System.QueryException', `Variable does not exist: ${bind.text}`) : bindValue(value));
  }
  return currentTransaction().query(text, { ...accessOf(level), binds });
}

/** The records of a query as the list that Apex gets: of the object's own type. */
export function queryList(soql: string | null, level: AccessLevelValue | null, lookup: BindLookup = noVariables): ApexList {
  const { records, aggregateNames } = runDynamicQuery(soql, level, lookup);
  const elementType = aggregateNames ? 'AggregateResult' : (records[0]?.description.name ?? elementTypeOf(soql as string));
  return new ApexList(elementType, records);
}

/** Looks variables up in the map of `queryWithBinds`; names in any case. */
export function lookupIn(binds: ApexMap | null): BindLookup {
  const values = new Map<string, unknown>();
  for (const { key, value } of (binds ?? raiseNull('Argument 2 cannot be null')).pairs()) {
    values.set(String(key).toLowerCase(), value);
  }
  return (text) => values.get(text.toLowerCase());
}

/** A value as the query runner takes it: collections as arrays, records as their ids. */
export function bindValue(value: unknown): Value | readonly Value[] {
  if (value instanceof ApexList || value instanceof ApexSet) {
    return value.elements.map((element) => bindValue(element) as Value);
  }
  return value instanceof SObjectRecord ? value.id : (value as Value);
}

function elementTypeOf(soql: string): string {
  const { from } = parseSoql(soql);
  return currentTransaction().schema.object(from.text)?.name ?? 'SObject';
}
