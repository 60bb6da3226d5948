import type { SObjectRecord } from '../../data/record.ts';
import type { LoggedEvent } from '../../data/store/event-log.ts';
import type { Transaction } from '../../data/transaction.ts';
import { writeJson } from '../library/system/json-writer.ts';
import { ChangeEventHeader } from './change-events.ts';

/** Fields that stand beside the payload of a message, or that messages don't have. */
const BESIDE_PAYLOAD: ReadonlySet<string> = new Set(['id', 'replayid', 'eventuuid', 'changeeventheader']);

/** Keeps events for subscribers from outside, as the Streaming API tells them. */
export function logEvents(transaction: Transaction, events: readonly SObjectRecord[]): void {
  for (const event of events) {
    transaction.eventLog.add(messageOf(event, Number(event.get('ReplayId') ?? transaction.eventLog.nextReplayId())), transaction.now());
  }
}

function messageOf(event: SObjectRecord, replayId: number): LoggedEvent {
  const { name } = event.description;
  const header = event.contents.get('changeeventheader') as unknown;
  const isChange = header instanceof ChangeEventHeader;
  const payload: Record<string, unknown> = isChange ? { ChangeEventHeader: headerOf(header) } : {};
  for (const field of event.description.fields.values()) {
    const value = event.get(field.name);
    // Of a change only what has changed is told.
    if ((value !== null || !isChange) && !BESIDE_PAYLOAD.has(field.name.toLowerCase())) {
      payload[field.name] = jsonOf(value);
    }
  }
  const uuid = event.contents.get('eventuuid');
  const told = { schema: name, payload, event: { ...(typeof uuid === 'string' && { EventUuid: uuid }), replayId } };
  return { replayId, channel: `/${isChange ? 'data' : 'event'}/${name}`, contents: JSON.stringify(told) };
}

/** `ChangeType` -> `changeType`, as messages have it. */
function headerOf({ values }: ChangeEventHeader): Record<string, unknown> {
  return Object.fromEntries([...values].map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), jsonOf(value)]));
}

function jsonOf(value: unknown): unknown {
  return JSON.parse(writeJson(value, { suppressNulls: false, pretty: false }));
}
