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

function limitMembers(): Record<string, Native> {
  const members: Record<string, Native> = {};
  for (const [method, limit] of Object.entries(METHODS)) {
    members[`static Integer get${method}()`] = () => currentTransaction().limits.used[limit];
    members[`static Integer getLimit${method}()`] = () => currentTransaction().limits.allowed[limit];
  }
  return members;
}

/** `System.Limits`. */
export const limitsClass: LibraryClass = { name: 'System.Limits', members: limitMembers() };
