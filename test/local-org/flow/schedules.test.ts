import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import type { FlowEngine } from '../../../scripts/local-org/flow/flow-engine.ts';
import { fieldValue, filter, flow, flowProject, start } from './flow-project.ts';

const schedule = (frequency: string): string =>
  `<schedule><frequency>${frequency}</frequency><startDate>2026-01-05</startDate><startTime>03:00:00.000Z</startTime></schedule><triggerType>Scheduled</triggerType>`;

const project = flowProject({
  Daily: flow(
    start('Close', `<object>Task</object>${filter('Priority', 'EqualTo', 'High')}${schedule('Daily')}`),
    `<recordUpdates><name>Close</name>${fieldValue('Description', '{!$Record.Subject} seen')}<inputReference>$Record</inputReference></recordUpdates>`,
  ),
  Once: flow(
    start('Make', schedule('Once')),
    `<recordCreates><name>Make</name><object>Account</object>${fieldValue('Name', 'Once')}</recordCreates>`,
  ),
});
after(() => project.close());

it('starts flows by the clock, each day anew or once, for the records that they are about', () => {
  const { org, engine } = project;
  const flows = org.flows as FlowEngine;
  const at = (moment: string): number => {
    org.clock = () => Date.parse(moment);
    return engine.runDueJobs();
  };
  const insert = (subject: string): void => {
    const script = `insert new List<Task>{ new Task(Subject = '${subject}', Priority = 'High'), new Task(Subject = '${subject}', Priority = 'Low') };`;
    org.transaction(org.administratorId, (transaction) =>
      assert.equal(engine.executeAnonymous(transaction, script).exceptionMessage, null),
    );
  };
  const seen = (): unknown => org.store.select('SELECT COUNT(*) FROM "Task" WHERE "Description" LIKE \'% seen\'')[0]?.[0];
  const made = (): unknown => org.store.select('SELECT COUNT(*) FROM "Account" WHERE "Name" = \'Once\'')[0]?.[0];

  org.clock = () => Date.parse('2026-01-04T12:00:00Z');
  flows.keepSchedules();
  flows.keepSchedules();
  insert('first');
  at('2026-01-04T23:00:00Z');
  assert.deepEqual([seen(), made()], [0, 0]);
  at('2026-01-05T23:00:00Z');
  assert.deepEqual([seen(), made()], [1, 1]);
  insert('second');
  at('2026-01-05T23:30:00Z');
  assert.deepEqual([seen(), made()], [1, 1]);
  at('2026-01-06T23:00:00Z');
  assert.deepEqual([seen(), made()], [2, 1]);
});

const failing = flowProject({
  Fails: flow(
    start('Break', schedule('Daily')),
    `<recordCreates><name>Break</name><object>Account</object>${fieldValue('Site', 'without a name')}</recordCreates>`,
  ),
});
after(() => failing.close());

it('starts a flow again whose last start has failed', () => {
  const { org, engine } = failing;
  org.clock = () => Date.parse('2026-01-04T12:00:00Z');
  (org.flows as FlowEngine).keepSchedules();
  for (const moment of ['2026-01-05T23:00:00Z', '2026-01-06T23:00:00Z', '2026-01-07T23:00:00Z']) {
    org.clock = () => Date.parse(moment);
    assert.throws(() => engine.runDueJobs(), /the scheduled flow failed/);
    assert.equal(engine.runDueJobs(), 0);
    assert.equal(org.store.select('SELECT COUNT(*) FROM "_work"')[0]?.[0], 1);
  }
});
