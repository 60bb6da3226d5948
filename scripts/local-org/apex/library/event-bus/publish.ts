import { randomUUID } from 'node:crypto';
import type { SObjectRecord } from '../../../data/record.ts';
import type { Value } from '../../../data/record.ts';
import type { DmlResult } from '../../../data/transaction.ts';
import { DatetimeValue } from '../../../data/values/datetime.ts';
import { publicationsOfTest } from '../../runtime/async.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { deliverAfterCommit, deliverAtOnce, deliverNow, failToDeliver, PublishResult } from '../../runtime/event-delivery.ts';
import type { Publication } from '../../runtime/event-delivery.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import { DatabaseResult } from '../database/results.ts';
import { abstractMember } from '../declaration.ts';
import type { LibraryClass } from '../declaration.ts';

/** Publishes platform events, and gives a result for each. */
export function publishAll(events: readonly (SObjectRecord | null)[], callback: object | null = null): DatabaseResult[] {
  const given = events.map((event) => event ?? raiseNull());
  const outcomes = given.map(outcomeOf);
  const published = given.filter((_, index) => outcomes[index]?.success).map(stamped);
  const behaviours = new Set(given.map(({ description }) => description.publishedAtOnce === true));
  for (const atOnce of behaviours.size === 0 ? [false] : behaviours) {
    const { limits } = currentTransaction();
    limits.consume(atOnce ? 'publishImmediate' : 'dmlStatements', 1);
    if (!atOnce) limits.consume('dmlRows', given.filter(({ description }) => description.publishedAtOnce !== true).length);
    const alike = published.filter(({ description }) => (description.publishedAtOnce === true) === atOnce);
    deliver({ events: alike, callback }, atOnce);
  }
  return outcomes.map((outcome) => new DatabaseResult('SaveResult', outcome));
}

function deliver(publication: Publication, atOnce: boolean): void {
  const ofTest = publicationsOfTest();
  if (ofTest) {
    ofTest.push(publication);
  } else if (atOnce) {
    deliverAtOnce(publication);
  } else {
    deliverAfterCommit(publication);
  }
}

/** Whether an event can be published: it is one, and has what its object requires. */
function outcomeOf(event: SObjectRecord): DmlResult {
  if (event.description.kind !== 'platformEvent') {
    raise('System.TypeException', `${event.description.name} is no platform event`);
  }
  const fields = [...event.description.fields.values()].filter((field) => field.custom && field.required && event.get(field.name) === null);
  const names = fields.map((field) => field.name);
  const message = `Required fields are missing: [${names.join(', ')}]`;
  return names.length === 0
    ? { id: null, success: true, errors: [] }
    : { id: null, success: false, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', message, fields: names }] };
}

/** The event as triggers see it: a copy with what the platform adds. */
function stamped(event: SObjectRecord): SObjectRecord {
  const transaction = currentTransaction();
  const copy = event.copy();
  const added: Readonly<Record<string, Value>> = {
    ReplayId: String(transaction.eventLog.nextReplayId()),
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
    publicationsOfTest()?.splice(0).forEach(deliverNow);
  }

  /** As if the platform could not publish: no trigger runs, callbacks hear of the failure. */
  fail(): void {
    publicationsOfTest()?.splice(0).forEach(failToDeliver);
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
    members: { 'List<String> getEventUuids()': (self: PublishResult) => self.list },
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
