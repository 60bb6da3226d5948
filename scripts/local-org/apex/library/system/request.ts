import { randomUUID } from 'node:crypto';
import { isRunningTest, runningJobKind } from '../../runtime/async.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { defineEnum } from '../../runtime/enum.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import { PRINTED } from '../../runtime/text.ts';
import type { LibraryClass } from '../declaration.ts';

const QUIDDITIES: readonly string[] = (
  'ANONYMOUS AURA BATCH_ACS BATCH_APEX BATCH_CHUNK_PARALLEL BATCH_CHUNK_SERIAL BULK_API COMMERCE_INTEGRATION DISCOVERABLE_LOGIN ' +
  'FUNCTION_CALLBACK FUTURE INBOUND_EMAIL_SERVICE INVOCABLE_ACTION IOT PLATFORM_EVENT_PUBLISH_CALLBACK QUEUEABLE QUICK_ACTION REMOTE_ACTION REST ' +
  'RUNTEST_ASYNC RUNTEST_DEPLOY RUNTEST_SYNC SCHEDULED SOAP SYNCHRONOUS TRANSACTION_FINALIZER_QUEUEABLE UNDEFINED VF'
).split(' ');

const REQUEST = Symbol('request');
const QUIDDITY_OF_JOB = {
  queueable: 'QUEUEABLE',
  batch: 'BATCH_APEX',
  future: 'FUTURE',
  schedulable: 'SCHEDULED',
  finalizer: 'TRANSACTION_FINALIZER_QUEUEABLE',
} as const;

class RequestValue {
  readonly id = randomUUID();
  get quiddity(): string {
    const job = runningJobKind();
    return job ? QUIDDITY_OF_JOB[job] : isRunningTest() ? 'RUNTEST_SYNC' : 'SYNCHRONOUS';
  }
}

function currentRequest(): RequestValue {
  const transaction = currentTransaction();
  let request = transaction.state.get(REQUEST) as RequestValue | undefined;
  if (!request) {
    request = new RequestValue();
    transaction.state.set(REQUEST, request);
  }
  return request;
}

class UrlValue {
  readonly url: URL;

  constructor(text: string, base?: string) {
    this.url = URL.parse(text, base) ?? raise('System.StringException', `no protocol: ${text}`);
  }

  [PRINTED](): string {
    return this.url.href;
  }
}

/** Where the org is served: links in mails lead there. */
const ORG_URL = `http://127.0.0.1:${process.env.PORT || '8080'}`;
const orNull = (text: string): string | null => (text === '' ? null : text);

/** `System.Request`, `System.Quiddity` and `System.URL`. */
export const requestClasses: readonly LibraryClass[] = [
  {
    name: 'System.Request',
    isInstance: (value) => value instanceof RequestValue,
    members: {
      'static Request getCurrent()': currentRequest,
      'System.Quiddity getQuiddity()': (self: RequestValue) => defineEnum('Quiddity', QUIDDITIES)[QUIDDITIES.indexOf(self.quiddity)],
      'String getRequestId()': (self: RequestValue) => self.id,
    },
  },
  { name: 'System.Quiddity', kind: 'enum', values: QUIDDITIES, members: {} },
  {
    name: 'System.Url',
    isInstance: (value) => value instanceof UrlValue,
    members: {
      'new(String text)': (text: string | null) => new UrlValue(text ?? raiseNull('Argument 1 cannot be null')),
      'new(Url context, String text)': (context: UrlValue, text: string) => new UrlValue(text, context.url.href),
      'static Url getOrgDomainUrl()': () => new UrlValue(ORG_URL),
      'static Url getSalesforceBaseUrl()': () => new UrlValue(ORG_URL),
      'static Url getCurrentRequestUrl()': () => new UrlValue(ORG_URL),
      'String getAuthority()': (self: UrlValue) => self.url.host,
      'String getFile()': (self: UrlValue) => self.url.pathname + self.url.search,
      'String getHost()': (self: UrlValue) => self.url.hostname,
      'String getPath()': (self: UrlValue) => self.url.pathname,
      'Integer getPort()': (self: UrlValue) => (self.url.port === '' ? -1 : Number(self.url.port)),
      'String getProtocol()': (self: UrlValue) => self.url.protocol.slice(0, -1),
      'String getQuery()': (self: UrlValue) => orNull(self.url.search.slice(1)),
      'String getRef()': (self: UrlValue) => orNull(self.url.hash.slice(1)),
      'String toExternalForm()': (self: UrlValue) => self.url.href.replace(/\/$/, ''),
      'String toString()': (self: UrlValue) => self.url.href,
    },
  },
];
