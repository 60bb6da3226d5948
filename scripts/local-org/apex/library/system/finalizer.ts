import { randomUUID } from 'node:crypto';
import { defineEnum } from '../../runtime/enum.ts';
import type { ApexException } from '../../runtime/exception.ts';
import { abstractMember } from '../declaration.ts';
import type { LibraryClass } from '../declaration.ts';

const RESULTS = ['SUCCESS', 'UNHANDLED_EXCEPTION'];

/** What a finalizer is told of the job it follows. */
export class FinalizerContext {
  readonly jobId: string;
  readonly exception: ApexException | null;
  readonly requestId = randomUUID();

  constructor(jobId: string, exception: ApexException | null) {
    this.jobId = jobId;
    this.exception = exception;
  }
}

type Self = FinalizerContext;

/** Finalizers of queueable jobs. */
export const finalizerClasses: readonly LibraryClass[] = [
  { name: 'System.Finalizer', kind: 'interface', members: { 'void execute(System.FinalizerContext context)': abstractMember } },
  {
    name: 'System.FinalizerContext',
    kind: 'interface',
    isInstance: (value) => value instanceof FinalizerContext,
    members: {
      'Id getAsyncApexJobId()': (self: Self) => self.jobId,
      'Exception getException()': (self: Self) => self.exception,
      'String getRequestId()': (self: Self) => self.requestId,
      'System.ParentJobResult getResult()': (self: Self) => defineEnum('ParentJobResult', RESULTS)[self.exception ? 1 : 0],
    },
  },
  { name: 'System.ParentJobResult', kind: 'enum', values: RESULTS, members: {} },
];
