type Handler = () => Promise<unknown>;

const REFRESH_ACTION = 'lightning__refreshaction';
const handlers = new Map<number, Handler>();
let lastRegistration = 0;

export const REFRESH_ERROR = 'refresh_error';
export const REFRESH_COMPLETE = 'refresh_complete';
export const REFRESH_COMPLETE_WITH_ERRORS = 'refresh_complete_with_errors';

/** Asks everything on the page that shows data to read it again. */
export class RefreshEvent extends CustomEvent<void> {
  constructor() {
    super(REFRESH_ACTION, { bubbles: true, composed: true, cancelable: true });
  }
}

/** Has `handler` called at every refresh; the number it returns ends that. */
export function registerRefreshHandler(element: unknown, handler: Handler): number {
  lastRegistration += 1;
  handlers.set(lastRegistration, () => handler.call(element));
  return lastRegistration;
}

export function unregisterRefreshHandler(registration: number): boolean {
  return handlers.delete(registration);
}

window.addEventListener(REFRESH_ACTION, () => {
  handlers.forEach((handler) => void handler());
});
