import { currentTransaction } from '../../runtime/current.ts';
import { isRunningTest } from '../../runtime/async.ts';
import { PageReferenceValue } from '../system/page-reference.ts';
import type { PageMessage } from './messages.ts';

/** What a page keeps while a request lasts. */
interface PageState {
  page: PageReferenceValue | null;
  readonly messages: PageMessage[];
}

const STATE = Symbol('page');

/** The page of the running transaction and the messages added to it: in a test a page without an address, until it makes another one current. */
export function pageState(): PageState {
  const { state } = currentTransaction();
  const known = state.get(STATE) as PageState | undefined;
  const present = known ?? { page: isRunningTest() ? new PageReferenceValue('') : null, messages: [] };
  state.set(STATE, present);
  return present;
}
