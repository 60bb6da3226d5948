import { randomUUID } from 'node:crypto';
import type { SObjectRecord } from '../../../data/record.ts';
import type { Value } from '../../../data/record.ts';
import { DatetimeValue } from '../../../data/values/datetime.ts';
import { eventsOfTest } from '../../runtime/async.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { deliverAfterCommit, deliverNow } from '../../runtime/event-delivery.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import { DatabaseResult } from '../database/results.ts';
import type { LibraryClass } from '../declaration.ts';

let replayId = 0;

function publishAll(events: readonly (SObjectRecord | null)[]): DatabaseResult[] {
  currentTransaction().limits.consume('dmlStatements', 1);
  const published = events.map((event) => stamped(event ?? raiseNull()));
  const ofTest = eventsOfTest();
  if (ofTest) {
    ofTest.push(...published);
  } else {
    deliverAfterCommit(published);
  }
  return published.map(() => new DatabaseResult('SaveResult', { id: null, success: true, errors: [] }));
}

/** The event as triggers see it: a copy with what the platform adds. */
function stamped(event: SObjectRecord): SObjectRecord {
  if (event.description.kind !== 'platformEvent') {
    raise('System.TypeException', `${event.description.name} is no platform event`);
  }
  const transaction = currentTransaction();
  const copy = event.copy();
  replayId += 1;
  const added: Readonly<Record<string, Value>> = {
    ReplayId: String(replayId),
    EventUuid: randomUUID(),
    CreatedDate: new DatetimeValue(transaction.now()),
    CreatedById: transaction.userId,
  };
  for (const [name, value] of Object.entries(added)) {
    if (event.description.fields.has(name.toLowerCase())) {
      copy.put(name, value);
    }
  }
  return copy;
}

/** A `EventBus.TestBroker`: delivers the events of a test before it ends. */
class TestBroker {
  deliver(): void {
    deliverNow(eventsOfTest()?.splice(0) ?? []);
  }
}

const broker = new TestBroker();

/** What `Test.getEventBus()` gives. */
export function testBroker(): unknown {
  return broker;
}

/** `System.EventBus`: events go to the triggers of their object once the transaction is committed, in a test at `Test.stopTest`. */
export const publishClasses: readonly LibraryClass[] = [
  {
    name: 'System.EventBus',
    members: {
      'static List<Database.SaveResult> publish(List<SObject> events)': (events: ApexList | null) =>
        new ApexList('Database.SaveResult', publishAll((events ?? raiseNull('Argument 1 cannot be null')).elements as SObjectRecord[])),
      'static Database.SaveResult publish(SObject event)': (event: SObjectRecord | null) => publishAll([event])[0],
    },
  },
  {
    name: 'EventBus.TestBroker',
    isInstance: (value) => value instanceof TestBroker,
    members: { 'void deliver()': (self: TestBroker) => self.deliver() },
  },
];
