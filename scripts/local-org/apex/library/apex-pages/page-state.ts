import { currentTransaction } from '../../runtime/current.ts';
import type { PageReferenceValue } from '../system/page-reference.ts';
import type { PageMessage } from './messages.ts';

/** What a page keeps while a request lasts. */
interface PageState {
  page: PageReferenceValue | null;
  readonly messages: PageMessage[];
}

const STATE = Symbol('page');

/** The page of the running transaction: the one a test has made current, and the messages added to it. */
export function pageState(): PageState {
  const { state } = currentTransaction();
  const known = state.get(STATE) as PageState | undefined;
  const present = known ?? { page: null, messages: [] };
  state.set(STATE, present);
  return present;
}
