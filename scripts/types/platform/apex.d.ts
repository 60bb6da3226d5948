/** What every Apex call of a Lightning web component has in common. The methods themselves are generated from their classes. */

/** The error that an Apex method, a wire adapter or a Lightning Data Service call rejects with. */
interface FetchResponseError {
  readonly ok: false;
  readonly status: number;
  readonly statusText: string;
  readonly body: FetchResponseErrorBody;
}

interface FetchResponseErrorBody {
  readonly message: string;
  readonly exceptionType?: string;
  readonly stackTrace?: string;
  readonly isUserDefinedException?: boolean;
  readonly errorCode?: string;
  readonly statusCode?: number;
  readonly enhancedErrorType?: string;
  readonly output?: FetchResponseErrorOutput;
}

/** The errors of a record that could not be saved: those of the page, and those of each field. */
interface FetchResponseErrorOutput {
  readonly errors: readonly { readonly message: string; readonly errorCode?: string }[];
  readonly fieldErrors: Readonly<
    Record<string, readonly { readonly message: string; readonly errorCode?: string; readonly fieldLabel?: string }[]>
  >;
}

/** What a wire hands to a property or function: nothing yet, data, or an error. */
interface WireResult<Data> {
  readonly data?: Data;
  readonly error?: FetchResponseError;
}

/** A wire adapter that is configured with `Config` and provides `Data`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the engine's own constraint
type DataAdapter<Config extends Record<string, any>, Data> = import('lwc').WireAdapterConstructor<Config, WireResult<Data>>;

/** An Apex method that may be called but not wired. */
type ImperativeApexMethod<Parameters, Result> = (parameters: Parameters) => Promise<Result>;

/** An Apex method that may be called and wired (`cacheable=true`). A wire waits while a parameter is undefined. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the engine's own constraint
interface CacheableApexMethod<Parameters extends Record<string, any>, Result> {
  (parameters: Parameters): Promise<Result>;
  readonly adapter: DataAdapter<{ [Name in keyof Parameters]: Parameters[Name] | undefined }, Result>;
}

/** A record as Apex returns it: the fields that were queried and are not null. */
interface ApexRecord {
  readonly Id?: string;
  readonly [field: string]: unknown;
}

/** A field, as a default import from `@salesforce/schema/Object.Field`. */
interface FieldReference {
  readonly fieldApiName: string;
  readonly objectApiName: string;
}

/** An object, as a default import from `@salesforce/schema/Object`. */
interface ObjectReference {
  readonly objectApiName: string;
}

declare module '@salesforce/apex' {
  /** Calls the Apex method behind a wired value again, and provides the answer to every wire of the same parameters. */
  export function refreshApex(wired: unknown): Promise<unknown>;
  export function getSObjectValue(record: unknown, field: string | FieldReference): unknown;
}

declare module '@salesforce/resourceUrl/*' {
  const url: string;
  export default url;
}

declare module '@salesforce/messageChannel/*' {
  const channel: { readonly channel: string };
  export default channel;
}

declare module '@salesforce/userPermission/*' {
  const permission: true | undefined;
  export default permission;
}

declare module '@salesforce/i18n/lang' {
  const language: string;
  export default language;
}
declare module '@salesforce/i18n/locale' {
  const locale: string;
  export default locale;
}
declare module '@salesforce/i18n/currency' {
  const currency: string;
  export default currency;
}
declare module '@salesforce/i18n/timeZone' {
  const timeZone: string;
  export default timeZone;
}
declare module '@salesforce/i18n/dir' {
  const direction: 'ltr' | 'rtl';
  export default direction;
}
