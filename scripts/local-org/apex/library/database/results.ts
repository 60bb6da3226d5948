import type { DmlError, DmlResult } from '../../../data/transaction.ts';
import { PRINTED } from '../../runtime/text.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import type { LibraryClass, Native } from '../declaration.ts';
import { describeMembers } from '../schema/describe-members.ts';
import { toId18 } from '../../../data/values/id.ts';
import { statusCode } from '../system/exceptions.ts';
import type { JsonValue } from '../system/json-reader.ts';
import { JSON_MEMBERS, registerJsonForm } from '../system/json-types.ts';

/** A `Database.Error`. */
export class DatabaseError {
  readonly error: DmlError;

  constructor(error: DmlError) {
    this.error = error;
  }

  [PRINTED](): string {
    const { statusCode: code, message, fields } = this.error;
    return `Database.Error[getFields=(${fields.join(', ')});getMessage=${message};getStatusCode=${code};]`;
  }

  [JSON_MEMBERS](): [string, unknown][] {
    const { statusCode: code, message, fields } = this.error;
    return [
      ['message', message],
      ['fields', new ApexList('String', [...fields])],
      ['statusCode', code],
    ];
  }
}

export type ResultKind =
  | 'SaveResult'
  | 'UpsertResult'
  | 'DeleteResult'
  | 'UndeleteResult'
  | 'MergeResult'
  | 'EmptyRecycleBinResult'
  | 'Approval.LockResult'
  | 'Approval.UnlockResult';

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

  [PRINTED](): string {
    const { id, success, errors, created } = this.result;
    const name = this.kind.includes('.') ? this.kind : `Database.${this.kind}`;
    const printed = errors.map((error) => databaseError(error)[PRINTED]()).join(', ');
    const more = this.kind === 'UpsertResult' ? `isCreated=${created === true};` : '';
    return `${name}[getErrors=(${printed});getId=${success ? id : null};${more}isSuccess=${success};]`;
  }

  [JSON_MEMBERS](): [string, unknown][] {
    const { id, success, errors } = this.result;
    return [
      ['success', success],
      ['id', id],
      ['errors', errorList(errors)],
    ];
  }
}

type Self = DatabaseResult;

/** Wraps an error for Apex. */
export function databaseError(error: DmlError): DatabaseError {
  return new DatabaseError(error);
}

const common: Readonly<Record<string, Native>> = {
  'List<Database.Error> getErrors': (self: Self) => errorList(self.result.errors),
  'Id getId': (self: Self) => self.result.id,
  'Boolean isSuccess': (self: Self) => self.result.success,
};

function resultClass(kind: ResultKind, more: Readonly<Record<string, Native>> = {}): LibraryClass {
  const name = kind.includes('.') ? kind : `Database.${kind}`;
  registerJsonForm(name, { read: (members) => new DatabaseResult(kind, readResult(members)) });
  return {
    name,
    isInstance: (value) => value instanceof DatabaseResult && value.kind === kind,
    members: describeMembers({ ...common, ...more }),
  };
}

/** A result as tests make it of JSON: `{"success": true, "id": "001..."}`. */
function readResult(members: ReadonlyMap<string, JsonValue>): DmlResult {
  const lower = new Map([...members].map(([name, value]) => [name.toLowerCase(), value]));
  const id = lower.get('id');
  return {
    id: typeof id === 'string' ? (toId18(id) ?? id) : null,
    success: lower.get('success') === true,
    created: lower.get('created') === true,
    errors: readErrors(lower.get('errors')),
  };
}

/** The errors of a result as tests make it of JSON. */
export function readErrors(errors: JsonValue | undefined): DmlError[] {
  return Array.isArray(errors) ? (errors as readonly JsonValue[]).map(readError) : [];
}

/** The errors of a result as Apex sees them. */
export function errorList(errors: readonly DmlError[]): ApexList {
  return new ApexList('Database.Error', errors.map(databaseError));
}

function readError(value: JsonValue): DmlError {
  const text = (name: string): string => {
    const member = value instanceof Map ? value.get(name) : undefined;
    return typeof member === 'string' ? member : '';
  };
  const fields = value instanceof Map ? value.get('fields') : undefined;
  return { statusCode: text('statusCode'), message: text('message'), fields: Array.isArray(fields) ? fields.map(String) : [] };
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
    'List<String> getUpdatedRelatedIds': (self: Self) => new ApexList('String', [...(self.result.updatedRelatedIds ?? [])]),
  }),
  resultClass('Approval.LockResult'),
  resultClass('Approval.UnlockResult'),
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
