import { SObjectRecord } from '../../../data/record.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { ApexMap } from '../../runtime/collections/map.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raiseNull } from '../../runtime/exception.ts';
import { DatabaseResult } from '../database/results.ts';
import type { LibraryClass, Native } from '../declaration.ts';
import type { ProcessRequest } from './process-requests.ts';
import { ProcessResult } from './process-result.ts';

type Given = string | SObjectRecord | ApexList | null;

function idsOf(given: Given): string[] {
  const rows = given instanceof ApexList ? given.elements : [given];
  return rows.map((row) => (row instanceof SObjectRecord ? row.id : (row as string | null)) ?? raiseNull('Argument 1 cannot be null'));
}

function isLocked(given: Given): boolean | ApexMap {
  const ids = idsOf(given);
  const locked = currentTransaction().approvals.lockedOf(ids);
  if (!(given instanceof ApexList)) {
    return locked.has(ids[0]);
  }
  const map = new ApexMap('Id', 'Boolean');
  ids.forEach((id) => map.put(id, locked.has(id)));
  return map;
}

function setLocked(locked: boolean): Native {
  const kind = locked ? 'Approval.LockResult' : 'Approval.UnlockResult';
  return (given: Given, allOrNone: boolean | null = true) => {
    const outcomes = currentTransaction().approvals.setLocked(idsOf(given), locked, allOrNone !== false);
    const results = outcomes.map((outcome) => new DatabaseResult(kind, outcome));
    return given instanceof ApexList ? new ApexList(kind, results) : results[0];
  };
}

function process(given: ProcessRequest | ApexList | null, allOrNone: boolean | null = true): unknown {
  const requests = (given instanceof ApexList ? given.elements : [given]) as (ProcessRequest | null)[];
  const outcomes = currentTransaction().approvals.process(
    requests.map((request) => (request ?? raiseNull('Argument 1 cannot be null')).request),
    allOrNone !== false,
  );
  const results = outcomes.map(({ success, errors, outcome }) => new ProcessResult({ success, errors, ...(outcome && { outcome }) }));
  return given instanceof ApexList ? new ApexList('Approval.ProcessResult', results) : results[0];
}

/** A method in its forms: of an id, a record, a list of either; each with and without `allOrNone`. */
function lockMembers(method: string, result: string, native: Native): Record<string, Native> {
  const members: Record<string, Native> = {};
  for (const rows of ['Id id', 'SObject record', 'List<Object> rows']) {
    const type = rows.startsWith('List') ? `List<${result}>` : result;
    members[`static ${type} ${method}(${rows})`] = native;
    members[`static ${type} ${method}(${rows}, Boolean allOrNone)`] = native;
  }
  return members;
}

/** `System.Approval`. */
export const approvalClass: LibraryClass = {
  name: 'System.Approval',
  members: {
    'static Boolean isLocked(Id id)': isLocked,
    'static Boolean isLocked(SObject record)': isLocked,
    'static Map<Id, Boolean> isLocked(List<Object> rows)': isLocked,
    ...lockMembers('lock', 'Approval.LockResult', setLocked(true)),
    ...lockMembers('unlock', 'Approval.UnlockResult', setLocked(false)),
    'static Approval.ProcessResult process(Approval.ProcessRequest request)': process,
    'static Approval.ProcessResult process(Approval.ProcessRequest request, Boolean allOrNone)': process,
    'static List<Approval.ProcessResult> process(List<Approval.ProcessRequest> requests)': process,
    'static List<Approval.ProcessResult> process(List<Approval.ProcessRequest> requests, Boolean allOrNone)': process,
  },
};
