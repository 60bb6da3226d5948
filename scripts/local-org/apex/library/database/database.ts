import { enqueue } from '../../runtime/async.ts';
import { batchJob, DEFAULT_SCOPE } from '../../runtime/batch.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import type { ApexMap } from '../../runtime/collections/map.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raiseNull } from '../../runtime/exception.ts';
import type { LibraryClass, Native } from '../declaration.ts';
import { hasUncommittedWork, settleWrites, writesOf } from '../uncommitted-work.ts';
import type { AccessLevelValue } from './access.ts';
import { CursorValue } from './cursor.ts';
import { dmlMembers } from './dml.ts';
import { lookupIn, queryList, runDynamicQuery } from './dynamic-query.ts';
import type { BindLookup } from './dynamic-query.ts';
import { convertLead } from './lead-conversion.ts';
import { QueryLocatorValue } from './query-locator.ts';

/** A `System.Savepoint`. */
export class SavepointValue {
  readonly handle: number;
  /** Whether nothing had been written before. */
  readonly isFirst: boolean;
  /** How many statements had written when the savepoint was set, or was last gone back to. */
  writes: number;

  constructor(handle: number, isFirst: boolean, writes: number) {
    this.handle = handle;
    this.isFirst = isFirst;
    this.writes = writes;
  }
}

type Level = AccessLevelValue | null;

/** Inserted by emitted code as the last argument of a call that may hold binds: how to read the local variables. */
type Variables = BindLookup | undefined;

function locate(source: string | ApexList | null, level: Level, variables: Variables): QueryLocatorValue {
  if (source instanceof ApexList) {
    return new QueryLocatorValue('', source);
  }
  return new QueryLocatorValue(source ?? raiseNull('Argument 1 cannot be null'), queryList(source, level, variables));
}

function executeBatch(job: unknown, scope: number): string {
  return enqueue(batchJob(job ?? raiseNull('Argument 1 cannot be null'), scope));
}

/** `getCursor` and `getPaginationCursor`, each with and without an access level and binds. */
function cursorMembers(): Record<string, Native> {
  const members: Record<string, Native> = {};
  for (const type of ['Cursor', 'PaginationCursor']) {
    const cursor = (records: ApexList): CursorValue => new CursorValue(records, type === 'PaginationCursor');
    members[`static Database.${type} get${type}(String soql)`] = (soql: string | null, variables?: Variables) =>
      cursor(queryList(soql, null, variables));
    members[`static Database.${type} get${type}(String soql, System.AccessLevel level)`] = (
      soql: string | null,
      level: Level,
      variables?: Variables,
    ) => cursor(queryList(soql, level, variables));
    members[`static Database.${type} get${type}WithBinds(String soql, Map<String, Object> binds, System.AccessLevel level)`] = (
      soql: string | null,
      binds: ApexMap | null,
      level: Level,
    ) => cursor(queryList(soql, level, lookupIn(binds)));
  }
  return members;
}

/** `convertLead` for one and for several, each with and without `allOrNone` and an access level. */
function leadConversionMembers(): Record<string, Native> {
  const members: Record<string, Native> = {};
  for (const [result, given] of [
    ['Database.LeadConvertResult', 'Database.LeadConvert conversion'],
    ['List<Database.LeadConvertResult>', 'List<Database.LeadConvert> conversions'],
  ]) {
    for (const more of ['', ', Boolean allOrNone', ', Database.DMLOptions options']) {
      members[`static ${result} convertLead(${given}${more})`] = convertLead;
      members[`static ${result} convertLead(${given}${more}, System.AccessLevel level)`] = convertLead;
    }
  }
  return members;
}

/** `System.Database`. */
export const databaseClass: LibraryClass = {
  name: 'System.Database',
  members: {
    ...dmlMembers(),
    'static List<SObject> query(String soql)': (soql: string | null, variables?: Variables) => queryList(soql, null, variables),
    'static List<SObject> query(String soql, System.AccessLevel level)': (soql: string | null, level: Level, variables?: Variables) =>
      queryList(soql, level, variables),
    'static List<SObject> queryWithBinds(String soql, Map<String, Object> binds, System.AccessLevel level)': (
      soql: string | null,
      binds: ApexMap | null,
      level: Level,
    ) => queryList(soql, level, lookupIn(binds)),
    'static Integer countQuery(String soql)': (soql: string | null, variables?: Variables) =>
      runDynamicQuery(soql, null, variables).totalSize,
    'static Integer countQuery(String soql, System.AccessLevel level)': (soql: string | null, level: Level, variables?: Variables) =>
      runDynamicQuery(soql, level, variables).totalSize,
    'static Integer countQueryWithBinds(String soql, Map<String, Object> binds, System.AccessLevel level)': (
      soql: string | null,
      binds: ApexMap | null,
      level: Level,
    ) => runDynamicQuery(soql, level, lookupIn(binds)).totalSize,
    'static Database.QueryLocator getQueryLocator(String soql)': (soql: string | null, variables?: Variables) =>
      locate(soql, null, variables),
    'static Database.QueryLocator getQueryLocator(String soql, System.AccessLevel level)': locate,
    'static Database.QueryLocator getQueryLocator(List<SObject> records)': (records: ApexList | null) => locate(records, null, undefined),
    'static Database.QueryLocator getQueryLocatorWithBinds(String soql, Map<String, Object> binds, System.AccessLevel level)': (
      soql: string | null,
      binds: ApexMap | null,
      level: Level,
    ) => locate(soql, level, lookupIn(binds)),
    ...cursorMembers(),
    ...leadConversionMembers(),
    'static String executeBatch(Object job)': (job: unknown) => executeBatch(job, DEFAULT_SCOPE),
    'static String executeBatch(Object job, Integer scope)': (job: unknown, scope: number | null) =>
      executeBatch(job, scope ?? DEFAULT_SCOPE),
    'static System.Savepoint setSavepoint()': () => {
      const transaction = currentTransaction();
      const isFirst = !hasUncommittedWork(transaction);
      transaction.limits.consume('dmlStatements', 1);
      return new SavepointValue(transaction.savepoint(), isFirst, writesOf(transaction));
    },
    'static void rollback(System.Savepoint savepoint)': (savepoint: SavepointValue | null) => {
      const transaction = currentTransaction();
      transaction.limits.consume('dmlStatements', 1);
      const given = savepoint ?? raiseNull('Argument 1 cannot be null');
      transaction.rollback(given.handle);
      given.writes = writesOf(transaction);
    },
    'static void releaseSavepoint(System.Savepoint savepoint)': (savepoint: SavepointValue | null): void => {
      const transaction = currentTransaction();
      const { handle, isFirst, writes } = savepoint ?? raiseNull('Argument 1 cannot be null');
      transaction.release(handle);
      if (isFirst && writes === writesOf(transaction)) {
        settleWrites(transaction);
      }
    },
  },
};

/** `System.Savepoint`. */
export const savepointClass: LibraryClass = {
  name: 'System.Savepoint',
  isInstance: (value) => value instanceof SavepointValue,
  members: {},
};
