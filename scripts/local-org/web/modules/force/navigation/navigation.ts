import { addressOf, currentReference, navigate, onNavigation } from 'host/router';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

interface PageReference {
  readonly type: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly state?: Readonly<Record<string, unknown>>;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- TypeScript asks `any[]` of a mixin's constructor
type Constructor = new (...parameters: any[]) => object;

/** Gives a component `this[NavigationMixin.Navigate](reference)` and `GenerateUrl`. */
// eslint-disable-next-line @typescript-eslint/explicit-function-return-type -- the class is made here
const mixin = (Base: Constructor) =>
  class extends Base {
    [Navigate](reference: PageReference, replace = false): void {
      navigate(reference, replace);
    }

    [GenerateUrl](reference: PageReference): Promise<string> {
      return Promise.resolve(addressOf(reference));
    }
  };

export const NavigationMixin = Object.assign(mixin, { Navigate, GenerateUrl });

/** Wires the page reference of the page in the browser. */
export class CurrentPageReference {
  private readonly provide: (reference: unknown) => void;
  private stop: (() => void) | undefined;

  constructor(provide: (reference: unknown) => void) {
    this.provide = provide;
  }

  connect(): void {
    this.stop = onNavigation(this.provide);
    this.provide(currentReference());
  }

  update(): void {
    this.provide(currentReference());
  }

  disconnect(): void {
    this.stop?.();
  }
}
