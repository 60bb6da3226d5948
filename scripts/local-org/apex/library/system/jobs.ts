import { abstractMember } from '../declaration.ts';
import type { LibraryClass } from '../declaration.ts';

export type JobKind = 'queueable' | 'batch' | 'future' | 'schedulable';

/** What a job is given when it runs: the id of itself. */
export class JobContext {
  readonly id: string;
  readonly kind: JobKind;

  constructor(id: string, kind: JobKind) {
    this.id = id;
    this.kind = kind;
  }
}

const contextOf =
  (kind: JobKind) =>
  (value: unknown): boolean =>
    value instanceof JobContext && value.kind === kind;

/** `System.AsyncOptions`. */
export class AsyncOptionsValue {
  minimumDelayInMinutes: number | null = null;
  maximumStackDepth: number | null = null;
}

/** Queueable, schedulable and batch jobs: interfaces that Apex implements, and their contexts. */
export const jobClasses: readonly LibraryClass[] = [
  { name: 'System.Queueable', kind: 'interface', members: { 'void execute(System.QueueableContext context)': abstractMember } },
  { name: 'System.Schedulable', kind: 'interface', members: { 'void execute(System.SchedulableContext context)': abstractMember } },
  {
    name: 'System.QueueableContext',
    kind: 'interface',
    isInstance: contextOf('queueable'),
    members: { 'Id getJobId()': (self: JobContext) => self.id },
  },
  {
    name: 'System.SchedulableContext',
    kind: 'interface',
    isInstance: contextOf('schedulable'),
    members: { 'Id getTriggerId()': (self: JobContext) => self.id },
  },
  {
    name: 'Database.BatchableContext',
    kind: 'interface',
    isInstance: contextOf('batch'),
    members: { 'Id getJobId()': (self: JobContext) => self.id, 'Id getChildJobId()': (self: JobContext) => self.id },
  },
  {
    name: 'Database.Batchable<T>',
    kind: 'interface',
    members: {
      'Object start(Database.BatchableContext context)': abstractMember,
      'void execute(Database.BatchableContext context, List<T> scope)': abstractMember,
      'void finish(Database.BatchableContext context)': abstractMember,
    },
  },
  { name: 'Database.Stateful', kind: 'interface', members: {} },
  { name: 'Database.AllowsCallouts', kind: 'interface', members: {} },
  { name: 'Database.RaisesPlatformEvents', kind: 'interface', members: {} },
  {
    name: 'System.AsyncOptions',
    isInstance: (value) => value instanceof AsyncOptionsValue,
    members: {
      'new()': () => new AsyncOptionsValue(),
      'Integer MinimumQueueableDelayInMinutes': {
        get: (self: AsyncOptionsValue) => self.minimumDelayInMinutes,
        set: (self: AsyncOptionsValue, minutes: number | null): void => {
          self.minimumDelayInMinutes = minutes;
        },
      },
      'Integer MaximumQueueableStackDepth': {
        get: (self: AsyncOptionsValue) => self.maximumStackDepth,
        set: (self: AsyncOptionsValue, depth: number | null): void => {
          self.maximumStackDepth = depth;
        },
      },
    },
  },
];
