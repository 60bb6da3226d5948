import type { SObjectRecord } from '../../../data/record.ts';
import { SYSTEM } from '../../../data/transaction.ts';
import type { DmlOptions, DmlResult, Transaction } from '../../../data/transaction.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { idsOf } from '../../runtime/data-statements.ts';
import { raiseNull } from '../../runtime/exception.ts';
import type { Native } from '../declaration.ts';
import { FieldToken } from '../schema/tokens.ts';
import { accessOf, AccessLevelValue } from './access.ts';
import { DmlOptionsValue } from './dml-options.ts';
import { DatabaseResult } from './results.ts';
import type { ResultKind } from './results.ts';

/** Performs one kind of DML on rows and gives an outcome for each. */
type Perform = (transaction: Transaction, rows: readonly unknown[], options: DmlOptions, key: FieldToken | undefined) => DmlResult[];

interface Operation {
  readonly name: string;
  readonly kind: ResultKind;
  readonly perform: Perform;
  /** The forms in which rows are given, each with whether it is a single row. */
  readonly rows: readonly string[];
  /** Optional parameters between the rows and the access level; each is a form of its own. */
  readonly between: readonly string[];
}

const records = (rows: readonly unknown[]): SObjectRecord[] => rows.map((row) => (row as SObjectRecord | null) ?? raiseNull());

const OPTIONS = ['Boolean allOrNone', 'Database.DMLOptions options'];

const operations: readonly Operation[] = [
  {
    name: 'insert',
    kind: 'SaveResult',
    perform: (transaction, rows, options) => transaction.insert(records(rows), options),
    rows: ['SObject record', 'List<SObject> records'],
    between: OPTIONS,
  },
  {
    name: 'update',
    kind: 'SaveResult',
    perform: (transaction, rows, options) => transaction.update(records(rows), options),
    rows: ['SObject record', 'List<SObject> records'],
    between: OPTIONS,
  },
  {
    name: 'upsert',
    kind: 'UpsertResult',
    perform: (transaction, rows, options, key) => transaction.upsert(records(rows), key?.field.name ?? 'Id', options),
    rows: ['SObject record', 'List<SObject> records'],
    between: ['Boolean allOrNone', 'Schema.SObjectField key', 'Schema.SObjectField key, Boolean allOrNone'],
  },
  {
    name: 'delete',
    kind: 'DeleteResult',
    perform: (transaction, rows, options) => transaction.delete(idsOf(rows, 'delete'), options),
    rows: ['SObject record', 'Id id', 'List<Object> records'],
    between: ['Boolean allOrNone'],
  },
  {
    name: 'undelete',
    kind: 'UndeleteResult',
    perform: (transaction, rows, options) => transaction.undelete(idsOf(rows, 'undelete'), options),
    rows: ['SObject record', 'Id id', 'List<Object> records'],
    between: ['Boolean allOrNone'],
  },
];

/** `Database.insert` and its like, in all their overloads. */
export function dmlMembers(): Record<string, Native> {
  const members: Record<string, Native> = {};
  for (const operation of operations) {
    for (const rows of operation.rows) {
      const result = rows.startsWith('List') ? `List<Database.${operation.kind}>` : `Database.${operation.kind}`;
      for (const between of ['', ...operation.between]) {
        const parameters = between === '' ? rows : `${rows}, ${between}`;
        members[`static ${result} ${operation.name}(${parameters})`] = run(operation);
        members[`static ${result} ${operation.name}(${parameters}, System.AccessLevel level)`] = run(operation);
      }
    }
  }
  return { ...members, ...immediateMembers(), ...mergeMembers(), ...recycleBinMembers() };
}

/** Rows of big objects are written at once; here as other rows are. */
function immediateMembers(): Record<string, Native> {
  const [insert] = operations as [Operation, ...Operation[]];
  return {
    'static Database.SaveResult insertImmediate(SObject record)': run(insert),
    'static List<Database.SaveResult> insertImmediate(List<SObject> records)': run(insert),
  };
}

function recycleBinMembers(): Record<string, Native> {
  return {
    'static Database.EmptyRecycleBinResult emptyRecycleBin(SObject record)': (record: SObjectRecord | null) =>
      emptyRecycleBin([record ?? raiseNull('Argument 1 cannot be null')])[0],
    'static List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<Object> records)': (given: ApexList | null) =>
      new ApexList('Database.EmptyRecycleBinResult', emptyRecycleBin((given ?? raiseNull('Argument 1 cannot be null')).elements)),
  };
}

function emptyRecycleBin(rows: readonly unknown[]): DatabaseResult[] {
  return currentTransaction()
    .emptyRecycleBin(idsOf(rows, 'delete'), SYSTEM)
    .map((outcome) => new DatabaseResult('EmptyRecycleBinResult', outcome));
}

function run(operation: Operation): Native {
  return (rows: unknown, ...rest: unknown[]) => {
    const target = rows ?? raiseNull('Argument 1 cannot be null');
    const list = target instanceof ApexList;
    const level = rest.find((argument) => argument instanceof AccessLevelValue);
    const options: DmlOptions = { ...accessOf(level), allOrNone: allOrNoneOf(rest), truncates: truncatesOf(rest) };
    const key = rest.find((argument) => argument instanceof FieldToken);
    const outcomes = operation.perform(currentTransaction(), list ? target.elements : [target], options, key);
    // Whoever wants the id of a row that failed takes it from the list that was given.
    const results = outcomes.map((outcome) => new DatabaseResult(operation.kind, { ...outcome, id: outcome.success ? outcome.id : null }));
    return list ? new ApexList(`Database.${operation.kind}`, results) : results[0];
  };
}

/** Whether all rows or none are to be kept, as the arguments of a call say. */
export function allOrNoneOf(args: readonly unknown[]): boolean {
  for (const argument of args) {
    if (typeof argument === 'boolean') {
      return argument;
    }
    if (argument instanceof DmlOptionsValue) {
      return argument.optAllOrNone ?? false;
    }
  }
  return true;
}

function truncatesOf(args: readonly unknown[]): boolean {
  return args.some((argument) => argument instanceof DmlOptionsValue && argument.allowFieldTruncation === true);
}

function mergeMembers(): Record<string, Native> {
  const members: Record<string, Native> = {};
  for (const duplicate of ['SObject duplicate', 'Id duplicateId', 'List<Object> duplicates']) {
    const result = duplicate.startsWith('List') ? 'List<Database.MergeResult>' : 'Database.MergeResult';
    for (const between of ['', ', Boolean allOrNone']) {
      members[`static ${result} merge(SObject master, ${duplicate}${between})`] = merge;
      members[`static ${result} merge(SObject master, ${duplicate}${between}, System.AccessLevel level)`] = merge;
    }
  }
  return members;
}

function merge(master: SObjectRecord | null, duplicates: unknown, ...rest: unknown[]): unknown {
  const list = duplicates instanceof ApexList;
  const ids = idsOf(list ? duplicates.elements : [duplicates], 'merge');
  const level = rest.find((argument) => argument instanceof AccessLevelValue);
  const options: DmlOptions = { ...accessOf(level), allOrNone: allOrNoneOf(rest) };
  const outcomes = currentTransaction().merge(master ?? raiseNull('Argument 1 cannot be null'), ids, options);
  const results = outcomes.map((outcome, index) => new DatabaseResult('MergeResult', outcome, ids.slice(index, index + 1)));
  return list ? new ApexList('Database.MergeResult', results) : results[0];
}
