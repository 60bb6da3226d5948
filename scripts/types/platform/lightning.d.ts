/** Modules of the platform that `@salesforce/lightning-types` does not declare. */

interface FieldValue {
  readonly value: unknown;
  readonly displayValue: string | null;
}

/** A record as the user interface API gives it. */
interface RecordRepresentation {
  readonly apiName: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly childRelationships?: Readonly<Record<string, unknown>>;
  readonly recordTypeId?: string | null;
  readonly lastModifiedDate?: string | null;
  readonly lastModifiedById?: string | null;
  readonly systemModstamp?: string | null;
}

/** A place to navigate to. */
interface PageReference {
  readonly type: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly state?: Readonly<Record<string, unknown>>;
}

declare module 'lightning/uiRecordApi' {
  type Field = string | FieldReference;
  export const getRecord: DataAdapter<
    {
      recordId?: string;
      fields?: Field | readonly Field[];
      optionalFields?: Field | readonly Field[];
      layoutTypes?: readonly string[];
      modes?: readonly string[];
    },
    RecordRepresentation
  >;
  export function getFieldValue(record: RecordRepresentation | undefined, field: Field): unknown;
  export function getFieldDisplayValue(record: RecordRepresentation | undefined, field: Field): string | null | undefined;
  export function createRecord(input: { apiName: string; fields: Record<string, unknown> }): Promise<RecordRepresentation>;
  export function updateRecord(input: { fields: Record<string, unknown> }): Promise<RecordRepresentation>;
  export function deleteRecord(recordId: string): Promise<void>;
  export function notifyRecordUpdateAvailable(records: readonly { recordId: string }[]): Promise<void>;
}

declare module 'lightning/navigation' {
  import type { LightningElement } from 'lwc';
  interface Navigable {
    [key: symbol]: (reference: PageReference, replace?: boolean) => Promise<string>;
  }
  export const NavigationMixin: {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- TypeScript asks `any[]` of a mixin's constructor
    <Base extends new (...parameters: any[]) => LightningElement>(base: Base): Base & (new (...parameters: any[]) => Navigable);
    readonly Navigate: symbol;
    readonly GenerateUrl: symbol;
  };
  export const CurrentPageReference: import('lwc').WireAdapterConstructor<Record<string, never>, PageReference>;
}

declare module 'lightning/platformShowToastEvent' {
  export interface ToastOptions {
    title?: string;
    message?: string;
    messageData?: readonly (string | { url: string; label: string })[];
    variant?: 'info' | 'success' | 'warning' | 'error';
    mode?: 'dismissible' | 'pester' | 'sticky';
  }
  export class ShowToastEvent extends CustomEvent<ToastOptions> {
    constructor(options: ToastOptions);
  }
}

declare module 'lightning/messageService' {
  export const MessageContext: import('lwc').WireAdapterConstructor<Record<string, never>, object>;
  export const APPLICATION_SCOPE: symbol;
  export function publish(context: unknown, channel: { channel: string }, message?: unknown): void;
  export function subscribe(
    context: unknown,
    channel: { channel: string },
    listener: (message: unknown) => void,
    options?: { scope?: symbol },
  ): object;
  export function unsubscribe(subscription: object | null): void;
  export function createMessageContext(): object;
  export function releaseMessageContext(context: object): void;
}

declare module 'lightning/refresh' {
  export class RefreshEvent extends CustomEvent<void> {
    constructor();
  }
  export function registerRefreshHandler(element: unknown, handler: () => Promise<unknown>): number;
  export function unregisterRefreshHandler(id: number): void;
}

declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';
  interface ModalOptions {
    size?: 'small' | 'medium' | 'large' | 'full';
    label: string;
    description?: string;
    disableClose?: boolean;
    [property: string]: unknown;
  }
  export default class LightningModal extends LightningElement {
    size: 'small' | 'medium' | 'large' | 'full';
    label: string;
    description: string;
    disableClose: boolean;
    close(result?: unknown): void;
    static open<Result = unknown>(options: ModalOptions): Promise<Result>;
  }
}

declare module 'lightning/input' {
  import { LightningElement } from 'lwc';
  export default class LightningInput extends LightningElement {
    label: string;
    name: string;
    type: string;
    value: string | number | undefined;
    checked: boolean;
    required: boolean;
    disabled: boolean;
    readonly validity: ValidityState;
    checkValidity(): boolean;
    reportValidity(): boolean;
    setCustomValidity(message: string): void;
    focus(): void;
    blur(): void;
  }
}

declare module 'lightning/datatable' {
  import { LightningElement } from 'lwc';
  export default class LightningDatatable extends LightningElement {
    static customTypes: Record<
      string,
      { template: unknown; editTemplate?: unknown; standardCellLayout?: boolean; typeAttributes?: readonly string[] }
    >;
  }
}

interface NotificationOptions {
  message: string;
  label?: string;
  theme?: 'default' | 'shade' | 'inverse' | 'alt-inverse' | 'success' | 'info' | 'warning' | 'error' | 'offline';
  variant?: 'header' | 'headerless';
}

declare module 'lightning/alert' {
  export default class LightningAlert {
    static open(options: NotificationOptions): Promise<void>;
  }
}

declare module 'lightning/confirm' {
  export default class LightningConfirm {
    static open(options: NotificationOptions): Promise<boolean>;
  }
}

declare module 'lightning/prompt' {
  export default class LightningPrompt {
    static open(options: NotificationOptions & { defaultValue?: string }): Promise<string | null>;
  }
}
