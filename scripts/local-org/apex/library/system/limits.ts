import type { LimitName } from '../../../data/limits.ts';
import { currentTransaction } from '../../runtime/current.ts';
import type { LibraryClass, Native } from '../declaration.ts';

const METHODS: Readonly<Record<string, LimitName>> = {
  AggregateQueries: 'aggregateQueries',
  AsyncCalls: 'queueableJobs',
  Callouts: 'callouts',
  CpuTime: 'cpuMilliseconds',
  DmlRows: 'dmlRows',
  DmlStatements: 'dmlStatements',
  EmailInvocations: 'emails',
  FutureCalls: 'futureCalls',
  HeapSize: 'heapBytes',
  MobilePushApexCalls: 'mobilePush',
  PublishImmediateDML: 'publishImmediate',
  Queries: 'queries',
  QueryRows: 'queryRows',
  QueueableJobs: 'queueableJobs',
  SoslQueries: 'soslQueries',
};

/** Counted by the platform, never used here; statements are not counted there either since CPU time is. */
const UNUSED: Readonly<Record<string, number>> = {
  QueryLocatorRows: 10_000,
  ApexCursorRows: 50_000_000,
  FetchCallsOnApexCursor: 10,
  ScriptStatements: 200_000,
};

function limitMembers(): Record<string, Native> {
  const members: Record<string, Native> = {};
  for (const [method, limit] of Object.entries(METHODS)) {
    members[`static Integer get${method}()`] = () => currentTransaction().limits.used[limit];
    members[`static Integer getLimit${method}()`] = () => currentTransaction().limits.allowed[limit];
  }
  for (const [method, allowed] of Object.entries(UNUSED)) {
    members[`static Integer get${method}()`] = () => 0;
    members[`static Integer getLimit${method}()`] = () => allowed;
  }
  return members;
}

/** `System.Limits`. */
export const limitsClass: LibraryClass = { name: 'System.Limits', members: limitMembers() };
