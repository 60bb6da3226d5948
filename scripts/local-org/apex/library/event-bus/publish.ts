import { randomUUID } from 'node:crypto';
import type { SObjectRecord } from '../../../data/record.ts';
import type { Value } from '../../../data/record.ts';
import { DatetimeValue } from '../../../data/values/datetime.ts';
import { eventsOfTest } from '../../runtime/async.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { deliverAfterCommit, deliverNow } from '../../runtime/event-delivery.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import { hasMethod, invoke } from '../../runtime/invoke.ts';
import { DatabaseResult } from '../database/results.ts';
import { abstractMember } from '../declaration.ts';
import type { LibraryClass } from '../declaration.ts';

interface Publication {
  readonly uuids: readonly string[];
  readonly callback: object | null;
}

const PUBLICATIONS = Symbol('publications of a test');
let replayId = 0;

/** What a test has published and was neither delivered nor failed yet. */
function publications(): Publication[] {
  const { state } = currentTransaction();
  let known = state.get(PUBLICATIONS) as Publication[] | undefined;
  if (!known) {
    known = [];
    state.set(PUBLICATIONS, known);
  }
  return known;
}

/** Tells the callbacks how their publications ended. */
function settle(method: 'onSuccess' | 'onFailure'): void {
  for (const { uuids, callback } of publications().splice(0)) {
    if (callback && hasMethod(callback, method, 1)) {
      invoke(callback, method, [new PublishResult(uuids)]);
    }
  }
}

/** What a callback is told: which events it is about. */
class PublishResult {
  readonly uuids: readonly string[];

  constructor(uuids: readonly string[]) {
    this.uuids = uuids;
  }
}

function publishAll(events: readonly (SObjectRecord | null)[], callback: object | null = null): DatabaseResult[] {
  currentTransaction().limits.consume('dmlStatements', 1);
  const published = events.map((event) => stamped(event ?? raiseNull()));
  const ofTest = eventsOfTest();
  if (ofTest) {
    ofTest.push(...published);
    publications().push({ uuids: published.map((event) => event.get('EventUuid') as string), callback });
  } else if (callback) {
    raise('System.UnsupportedOperationException', 'EventBus.publish with a callback is only supported in tests by the local org');
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
    EventUuid: (event.get('EventUuid') as string | null) ?? randomUUID(),
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
    settle('onSuccess');
  }

  fail(): void {
    eventsOfTest()?.splice(0);
    settle('onFailure');
  }
}

const broker = new TestBroker();

/** What `Test.getEventBus()` gives. */
export function testBroker(): unknown {
  return broker;
}

function resultInterface(name: string): LibraryClass {
  return {
    name,
    kind: 'interface',
    isInstance: (value) => value instanceof PublishResult,
    members: { 'List<String> getEventUuids()': (self: PublishResult) => new ApexList('String', [...self.uuids]) },
  };
}

/** `System.EventBus`: events go to the triggers of their object once the transaction is committed, in a test at `Test.stopTest`. */
export const publishClasses: readonly LibraryClass[] = [
  {
    name: 'System.EventBus',
    members: {
      'static List<Database.SaveResult> publish(List<SObject> events)': (events: ApexList | null) =>
        new ApexList('Database.SaveResult', publishAll((events ?? raiseNull('Argument 1 cannot be null')).elements as SObjectRecord[])),
      'static List<Database.SaveResult> publish(List<SObject> events, Object callback)': (
        events: ApexList | null,
        callback: object | null,
      ) =>
        new ApexList(
          'Database.SaveResult',
          publishAll((events ?? raiseNull('Argument 1 cannot be null')).elements as SObjectRecord[], callback),
        ),
      'static Database.SaveResult publish(SObject event)': (event: SObjectRecord | null) => publishAll([event])[0],
      'static Database.SaveResult publish(SObject event, Object callback)': (event: SObjectRecord | null, callback: object | null) =>
        publishAll([event], callback)[0],
    },
  },
  {
    name: 'EventBus.TestBroker',
    isInstance: (value) => value instanceof TestBroker,
    members: { 'void deliver()': (self: TestBroker) => self.deliver(), 'void fail()': (self: TestBroker) => self.fail() },
  },
  resultInterface('EventBus.SuccessResult'),
  resultInterface('EventBus.FailureResult'),
  {
    name: 'EventBus.EventPublishSuccessCallback',
    kind: 'interface',
    members: { 'void onSuccess(EventBus.SuccessResult result)': abstractMember },
  },
  {
    name: 'EventBus.EventPublishFailureCallback',
    kind: 'interface',
    members: { 'void onFailure(EventBus.FailureResult result)': abstractMember },
  },
];
