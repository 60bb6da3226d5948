/** Page references and the addresses they have: the one place that knows both. */

export interface Reference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
}

type Listener = (reference: Reference) => void;

const listeners = new Set<Listener>();

interface LooseReference {
  readonly type: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly state?: Readonly<Record<string, unknown>>;
}

/** The address of a page reference; a web page's is its own. */
export function addressOf(reference: LooseReference): string {
  const attributes = (reference.attributes ?? {}) as Record<string, string | undefined>;
  const query = stateText(reference.state);
  switch (reference.type) {
    case 'standard__webPage':
      return attributes.url ?? '/';
    case 'standard__recordPage':
      return `/lightning/r/${attributes.objectApiName ?? 'sObject'}/${attributes.recordId ?? ''}/${attributes.actionName ?? 'view'}${query}`;
    case 'standard__objectPage':
      return `/lightning/o/${attributes.objectApiName ?? ''}/${attributes.actionName ?? 'list'}${query}`;
    case 'standard__navItemPage':
      return `/lightning/n/${attributes.apiName ?? ''}${query}`;
    case 'standard__namedPage':
      return `/lightning/page/${attributes.pageName ?? 'home'}${query}`;
    default:
      return '/lightning';
  }
}

/** The page reference of an address; `undefined` when it leads to no page. */
export function referenceOf(pathname: string, search: string): Reference | undefined {
  const [, root, kind, first, second, third] = pathname.replace(/\/$/, '').split('/').map(decodeURIComponent);
  const state = Object.fromEntries(new URLSearchParams(search));
  if (root === 'one' || (root === 'lightning' && kind === undefined) || root === '')
    return { type: 'standard__app', attributes: {}, state };
  if (root !== 'lightning') return undefined;
  if (kind === 'r' && second && third) {
    return { type: 'standard__recordPage', attributes: { objectApiName: first, recordId: second, actionName: third }, state };
  }
  // A link without the object, as mails and notifications have it.
  if (kind === 'r' && first && !third) {
    return { type: 'standard__recordPage', attributes: { objectApiName: 'sObject', recordId: first, actionName: second ?? 'view' }, state };
  }
  if (kind === 'o' && first)
    return { type: 'standard__objectPage', attributes: { objectApiName: first, actionName: second ?? 'list' }, state };
  if (kind === 'n' && first) return { type: 'standard__navItemPage', attributes: { apiName: first }, state };
  if (kind === 'page' && first) return { type: 'standard__namedPage', attributes: { pageName: first }, state };
  return undefined;
}

/** The page reference of the address in the browser. */
export function currentReference(): Reference | undefined {
  return referenceOf(window.location.pathname, window.location.search);
}

/** Goes to a page; a web page on another host opens in a tab of its own. */
export function navigate(reference: LooseReference, replace = false): void {
  const address = addressOf(reference);
  const url = new URL(address, window.location.origin);
  if (url.origin !== window.location.origin || !url.pathname.startsWith('/lightning')) {
    window.open(url, '_blank', 'noopener');
    return;
  }
  go(url.pathname + url.search, replace);
}

/** Goes to an address of this application. */
export function go(address: string, replace = false): void {
  if (replace) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
  window.scrollTo(0, 0);
  announce();
}

/** Follows a link of this application without loading the page anew: for the `onclick` of whatever holds links. */
export function followLink(event: MouseEvent): void {
  const anchor = (event.target as Element).closest?.('a');
  const address = anchor?.getAttribute('href');
  if (!address?.startsWith('/lightning') || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  go(address);
}

/** Calls the listener at every change of page; the function it returns ends that. */
export function onNavigation(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function announce(): void {
  const reference = currentReference() ?? { type: 'unknown', attributes: {}, state: {} };
  listeners.forEach((listener) => listener(reference));
}

function stateText(state: Readonly<Record<string, unknown>> | undefined): string {
  const entries = Object.entries(state ?? {}).filter(([, value]) => value !== undefined && value !== null);
  return entries.length > 0 ? `?${new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString()}` : '';
}

window.addEventListener('popstate', announce);
