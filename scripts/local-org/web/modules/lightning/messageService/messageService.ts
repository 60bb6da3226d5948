interface Channel {
  readonly channel: string;
}

type Listener = (message: unknown) => void;

interface Subscription extends Channel {
  readonly listener: Listener;
}

const subscriptions = new Set<Subscription>();

export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

export function createMessageContext(): object {
  return {};
}

export function releaseMessageContext(): void {
  // Subscriptions end by `unsubscribe`; a context holds nothing of its own here.
}

/** Wires the context that `publish` and `subscribe` ask for. */
export class MessageContext {
  private readonly provide: (context: object) => void;

  constructor(provide: (context: object) => void) {
    this.provide = provide;
  }

  connect(): void {
    this.provide(createMessageContext());
  }

  update(): void {
    this.provide(createMessageContext());
  }

  disconnect(): void {
    releaseMessageContext();
  }
}

export function publish(_context: object, channel: Channel, message: unknown): void {
  subscriptions.forEach((subscription) => {
    if (subscription.channel === channel.channel) subscription.listener(message);
  });
}

export function subscribe(_context: object, channel: Channel, listener: Listener): object {
  const subscription = { channel: channel.channel, listener };
  subscriptions.add(subscription);
  return subscription;
}

export function unsubscribe(subscription: object | null): void {
  if (subscription) subscriptions.delete(subscription as Subscription);
}
