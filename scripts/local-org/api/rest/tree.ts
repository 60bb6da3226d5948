import { DmlFailure, PlatformError } from '../../data/errors.ts';
import type { ObjectDescription } from '../../data/schema/description.ts';
import { USER } from '../../data/transaction.ts';
import { ApiError, restError } from '../errors.ts';
import type { RestError } from '../errors.ts';
import type { RestAnswer, RestCall } from './call.ts';
import { objectBody, objectOf, recordOf } from './record-input.ts';

const MOST_RECORDS = 200;
const DEEPEST = 5;

interface Branch {
  readonly object: ObjectDescription;
  readonly referenceId: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly children: readonly { readonly lookup: string; readonly branches: readonly Branch[] }[];
}

/** POST /composite/tree/:object: records with their children, all of them or none. */
export function createTree(call: RestCall): RestAnswer {
  const { records } = objectBody(call.body);
  if (!Array.isArray(records)) throw new ApiError(400, 'JSON_PARSER_ERROR', 'The request body must hold a list called records');
  const roots = records.map((record: unknown) => branchOf(call, objectOf(call, call.parameters.object), objectBody(record), 1));
  const count = countOf(roots);
  if (count > MOST_RECORDS)
    throw new ApiError(400, 'EXCEEDED_MAX_SIZE_REQUEST', `A tree may hold at most ${MOST_RECORDS} records, this one holds ${count}`);
  const savepoint = call.transaction.savepoint();
  const created: { referenceId: string; id: string }[] = [];
  const failed: { referenceId: string; errors: readonly RestError[] }[] = [];
  insertLevel(call, roots, undefined, created, failed);
  if (failed.length === 0) {
    call.transaction.release(savepoint);
    return { status: 201, body: { hasErrors: false, results: created } };
  }
  call.transaction.rollback(savepoint);
  const results = failed.map(({ referenceId, errors }) => ({
    referenceId,
    errors: errors.map(({ errorCode, message, fields }) => ({ statusCode: errorCode, message, fields: fields ?? [] })),
  }));
  return { status: 400, body: { hasErrors: true, results } };
}

function insertLevel(
  call: RestCall,
  branches: readonly Branch[],
  parent: { readonly lookup: string; readonly id: string } | undefined,
  created: { referenceId: string; id: string }[],
  failed: { referenceId: string; errors: readonly RestError[] }[],
): void {
  for (const branch of branches) {
    try {
      const fields = parent === undefined ? branch.fields : { ...branch.fields, [parent.lookup]: parent.id };
      const record = recordOf(call, branch.object, fields, 'create');
      const [result] = call.transaction.insert([record], { ...USER, allOrNone: true });
      const id = result?.id as string;
      created.push({ referenceId: branch.referenceId, id });
      for (const { lookup, branches: below } of branch.children) insertLevel(call, below, { lookup, id }, created, failed);
    } catch (error) {
      failed.push({ referenceId: branch.referenceId, errors: errorsOf(error) });
      return;
    }
  }
}

function errorsOf(error: unknown): readonly RestError[] {
  if (error instanceof ApiError) return error.errors;
  if (error instanceof DmlFailure) return error.results.flatMap((result) => result.errors).map(restError);
  if (error instanceof PlatformError) return [{ message: error.message, errorCode: error.statusCode, fields: error.fields }];
  throw error;
}

function branchOf(call: RestCall, object: ObjectDescription, body: Readonly<Record<string, unknown>>, depth: number): Branch {
  const { referenceId } = objectBody(body.attributes ?? {}) as { referenceId?: unknown };
  if (typeof referenceId !== 'string')
    throw new ApiError(400, 'INVALID_INPUT', 'Each record of a tree needs a referenceId in its attributes');
  if (depth > DEEPEST) throw new ApiError(400, 'INVALID_INPUT', `A tree may be at most ${DEEPEST} levels deep`);
  const fields: Record<string, unknown> = {};
  const children: { lookup: string; branches: Branch[] }[] = [];
  for (const [name, value] of Object.entries(body)) {
    const child = object.childRelationships.find((candidate) => candidate.relationshipName?.toLowerCase() === name.toLowerCase());
    if (child === undefined || !isCollection(value)) {
      fields[name] = value;
      continue;
    }
    const childObject = objectOf(call, child.childObject);
    children.push({
      lookup: child.field,
      branches: value.records.map((record) => branchOf(call, childObject, objectBody(record), depth + 1)),
    });
  }
  return { object, referenceId, fields, children };
}

function isCollection(value: unknown): value is { records: unknown[] } {
  return typeof value === 'object' && value !== null && Array.isArray((value as { records?: unknown }).records);
}

function countOf(branches: readonly Branch[]): number {
  return branches.reduce((sum, branch) => sum + 1 + branch.children.reduce((below, child) => below + countOf(child.branches), 0), 0);
}
