import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const project = createApexProject({
  'Context.cls': `public class Context implements Database.BatchableContext, System.FinalizerContext, System.SchedulableContext {
    public Id getJobId() { return '707000000000001AAA'; }
    public Id getChildJobId() { return '707000000000002AAA'; }
    public Id getTriggerId() { return '08e000000000001AAA'; }
    public Id getAsyncApexJobId() { return '707000000000003AAA'; }
    public Exception getException() { return new IllegalArgumentException('mine'); }
    public System.ParentJobResult getResult() { return System.ParentJobResult.UNHANDLED_EXCEPTION; }
    public String getRequestId() { return 'request'; }
}`,
});
after(() => project.close());

it('asks a class in Apex that implements a context of the platform, as tests do', () => {
  assert.deepEqual(project.mistakes, []);
  const lines = project.run(`
    Database.BatchableContext batch = new Context();
    System.debug(batch.getJobId() + ' ' + batch?.getChildJobId());
    System.FinalizerContext finalizer = new Context();
    System.debug(finalizer.getException().getMessage() + ' ' + finalizer.getResult());
    System.SchedulableContext schedule = new Context();
    System.debug(schedule.getTriggerId());
  `);
  assert.deepEqual(lines, ['707000000000001AAA 707000000000002AAA', 'mine UNHANDLED_EXCEPTION', '08e000000000001AAA']);
});
