import type { FlowContext } from '../flow-context.ts';
import type { Interview } from '../interview.ts';
import type { LoopElement } from '../metadata/description.ts';
import { assign, valueAt } from '../references.ts';
import { copied } from '../values.ts';

/** Gives the next item and leads into the loop's body, or past the loop after the last one. */
export function runLoop(context: FlowContext, interview: Interview, loop: LoopElement): string | undefined {
  const { frame } = interview;
  const key = loop.name.toLowerCase();
  let state = frame.loops.get(key);
  if (state === undefined) {
    const collection = valueAt(context, interview, loop.collection);
    const items: unknown[] = Array.isArray(collection) ? [...(collection as readonly unknown[])] : [];
    state = { items: loop.descending ? items.reverse() : items, next: 0 };
    frame.loops.set(key, state);
  }
  if (state.next >= state.items.length) {
    frame.loops.delete(key);
    return loop.next;
  }
  const item = copied(state.items[state.next++]);
  if (loop.variable === undefined) {
    frame.values.set(key, item);
  } else {
    assign(context, interview, loop.variable, item);
  }
  return loop.body ?? loop.name;
}
