import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const project = createApexProject({
  'Chain.cls': `public class Chain implements Queueable, Finalizer {
    public static List<String> seen = new List<String>();
    public Integer left;
    private List<Object> history = new List<Object>();
    public Chain(Integer left) { this.left = left; }
    public void execute(Object anything) { seen.add('wrong'); }
    public void execute(QueueableContext context) {
        seen.add('job ' + left + ' may queue ' + Limits.getLimitQueueableJobs());
        history.add(context);
        Assert.isTrue(System.isQueueable());
        System.attachFinalizer(this);
    }
    public void execute(FinalizerContext context) {
        history.add(context);
        seen.add('finalizer, history ' + history.size());
        Assert.isFalse(System.isQueueable());
        Assert.areEqual(Quiddity.TRANSACTION_FINALIZER_QUEUEABLE, Request.getCurrent().getQuiddity());
        left--;
        if (left > 0) { System.enqueueJob(this); }
    }
}`,
  'Direct.cls': `public class Direct implements Queueable {
    public void execute(QueueableContext context) { System.enqueueJob(new Direct()); }
}`,
  'ChainTest.cls': `@IsTest class ChainTest {
    @IsTest static void aFinalizerGoesOn() {
        Test.startTest();
        System.enqueueJob(new Chain(2));
        Test.stopTest();
        Assert.areEqual('job 2 may queue 1,finalizer, history 2,job 1 may queue 1,finalizer, history 4', String.join(Chain.seen, ','));
        Assert.areEqual(50, Limits.getLimitQueueableJobs());
    }
    @IsTest static void aJobItselfDoesNot() {
        String refusal;
        try { Test.startTest(); System.enqueueJob(new Direct()); Test.stopTest(); } catch (AsyncException e) { refusal = e.getMessage(); }
        Assert.areEqual('Maximum stack depth has been reached.', refusal);
    }
}`,
});

after(() => project.close());

describe('jobs in a test', () => {
  it('are queued by finalizers, but not by jobs; contexts are kept with the job', () => {
    assert.deepEqual(project.mistakes, []);
    const { tests } = project.engine.runTests({ tests: ['ChainTest'] });
    assert.deepEqual(
      tests.map(({ message }) => message ?? 'passed'),
      ['passed', 'passed'],
    );
  });
});
