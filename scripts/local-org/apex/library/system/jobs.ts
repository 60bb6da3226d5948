import { abstractMember } from '../declaration.ts';
import type { LibraryClass } from '../declaration.ts';
import { raiseNull } from '../../runtime/exception.ts';

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

/** `System.QueueableDuplicateSignature`: the parts of a signature as one text, by which two are the same. */
export class SignatureValue {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** `System.QueueableDuplicateSignature.Builder`. */
class SignatureBuilder {
  readonly #parts: [type: string, value: string | number][] = [];

  add(type: string, value: string | number | null): this {
    this.#parts.push([type, value ?? raiseNull('Argument 1 cannot be null')]);
    return this;
  }

  build(): SignatureValue {
    return new SignatureValue(JSON.stringify(this.#parts));
  }
}

/** `System.AsyncOptions`. */
export class AsyncOptionsValue {
  duplicateSignature: SignatureValue | null = null;
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
      'System.QueueableDuplicateSignature DuplicateSignature': {
        get: (self: AsyncOptionsValue) => self.duplicateSignature,
        set: (self: AsyncOptionsValue, signature: SignatureValue | null): void => {
          self.duplicateSignature = signature;
        },
      },
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
  {
    name: 'System.QueueableDuplicateSignature',
    isInstance: (value) => value instanceof SignatureValue,
    members: { 'static System.QueueableDuplicateSignature.Builder Builder()': () => new SignatureBuilder() },
  },
  {
    name: 'System.QueueableDuplicateSignature.Builder',
    isInstance: (value) => value instanceof SignatureBuilder,
    members: {
      'new()': () => new SignatureBuilder(),
      'System.QueueableDuplicateSignature.Builder addId(Id id)': (self: SignatureBuilder, id: string | null) => self.add('Id', id),
      'System.QueueableDuplicateSignature.Builder addInteger(Integer number)': (self: SignatureBuilder, number: number | null) =>
        self.add('Integer', number),
      'System.QueueableDuplicateSignature.Builder addString(String text)': (self: SignatureBuilder, text: string | null) =>
        self.add('String', text),
      'System.QueueableDuplicateSignature build()': (self: SignatureBuilder) => self.build(),
    },
  },
];
