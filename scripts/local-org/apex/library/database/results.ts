import type { DmlError, DmlResult } from '../../../data/transaction.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import type { LibraryClass, Native } from '../declaration.ts';
import { describeMembers } from '../schema/describe-members.ts';
import { statusCode } from '../system/exceptions.ts';

/** A `Database.Error`. */
export class DatabaseError {
  readonly error: DmlError;

  constructor(error: DmlError) {
    this.error = error;
  }
}

export type ResultKind = 'SaveResult' | 'UpsertResult' | 'DeleteResult' | 'UndeleteResult' | 'MergeResult' | 'EmptyRecycleBinResult';

/** A `Database.SaveResult` and its like. */
export class DatabaseResult {
  readonly kind: ResultKind;
  readonly result: DmlResult;
  /** Of a merge: the records that are gone. */
  readonly mergedIds: readonly string[];

  constructor(kind: ResultKind, result: DmlResult, mergedIds: readonly string[] = []) {
    this.kind = kind;
    this.result = result;
    this.mergedIds = mergedIds;
  }
}

type Self = DatabaseResult;

/** Wraps an error for Apex. */
export function databaseError(error: DmlError): DatabaseError {
  return new DatabaseError(error);
}

const common: Readonly<Record<string, Native>> = {
  'List<Database.Error> getErrors': (self: Self) => new ApexList('Database.Error', self.result.errors.map(databaseError)),
  'Id getId': (self: Self) => self.result.id,
  'Boolean isSuccess': (self: Self) => self.result.success,
};

function resultClass(kind: ResultKind, more: Readonly<Record<string, Native>> = {}): LibraryClass {
  return {
    name: `Database.${kind}`,
    isInstance: (value) => value instanceof DatabaseResult && value.kind === kind,
    members: describeMembers({ ...common, ...more }),
  };
}

/** The results of DML calls. */
export const resultClasses: readonly LibraryClass[] = [
  resultClass('SaveResult'),
  resultClass('UpsertResult', { 'Boolean isCreated': (self: Self) => self.result.created === true }),
  resultClass('DeleteResult'),
  resultClass('UndeleteResult'),
  resultClass('EmptyRecycleBinResult'),
  resultClass('MergeResult', {
    'List<String> getMergedRecordIds': (self: Self) => new ApexList('String', [...self.mergedIds]),
    'List<String> getUpdatedRelatedIds': () => new ApexList('String'),
  }),
  {
    name: 'Database.Error',
    isInstance: (value) => value instanceof DatabaseError,
    members: describeMembers({
      'List<String> getFields': (self: DatabaseError) => new ApexList('String', [...self.error.fields]),
      'String getMessage': (self: DatabaseError) => self.error.message,
      'StatusCode getStatusCode': (self: DatabaseError) => statusCode(self.error.statusCode),
    }),
  },
];
