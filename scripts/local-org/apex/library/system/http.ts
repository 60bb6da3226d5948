import { BlobValue } from '../../../data/values/blob.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import { hasMethod, invoke } from '../../runtime/invoke.ts';
import { PRINTED } from '../../runtime/text.ts';
import { abstractMember } from '../declaration.ts';
import type { LibraryClass } from '../declaration.ts';
import { DocumentValue } from '../dom/index.ts';
import { refuseCalloutWithUncommittedWork } from '../uncommitted-work.ts';
import { calloutMock } from './callout-mock.ts';
import { XmlStreamReaderValue } from './xml-stream-reader.ts';

/** What a request and a response share: headers by name in any case, and a body. */
class HttpMessage {
  readonly headers = new Map<string, { readonly name: string; readonly value: string | null }>();
  body: BlobValue | null = null;

  header(name: string): string | null {
    return this.headers.get(name.toLowerCase())?.value ?? null;
  }
}

export class HttpRequestValue extends HttpMessage {
  endpoint: string | null = null;
  method: string | null = null;
  timeout = 10_000;
  compressed = false;
  /** The name of the certificate that the request is signed with; kept, as the local org calls nobody. */
  certificate: string | null = null;

  [PRINTED](): string {
    return `System.HttpRequest[Endpoint=${this.endpoint}, Method=${this.method}]`;
  }
}

export class HttpResponseValue extends HttpMessage {
  statusCode = 0;
  status: string | null = null;

  [PRINTED](): string {
    return `System.HttpResponse[Status=${this.status}, StatusCode=${this.statusCode}]`;
  }
}

class HttpValue {}

/** The mock's answer: of a class in Apex, or of one of the library's own mocks. */
function answer(mock: object, request: HttpRequestValue): unknown {
  return hasMethod(mock, 'respond', 1)
    ? invoke(mock, 'respond', [request])
    : (mock as { respond(given: HttpRequestValue): unknown }).respond(request);
}

const messageMembers: LibraryClass['members'] = {
  'String getBody()': (self: HttpMessage) => self.body?.toString() ?? '',
  'Blob getBodyAsBlob()': (self: HttpMessage) => self.body,
  'Dom.Document getBodyDocument()': (self: HttpMessage) => DocumentValue.parse(self.body?.toString() ?? ''),
  'String getHeader(String name)': (self: HttpMessage, name: string) => self.header(name),
  'void setBody(String body)': (self: HttpMessage, body: string | null): void => {
    self.body = BlobValue.of(body ?? raiseNull('Argument 1 cannot be null'));
  },
  'void setBodyAsBlob(Blob body)': (self: HttpMessage, body: BlobValue | null): void => {
    self.body = body;
  },
  'void setHeader(String name, String value)': (self: HttpMessage, name: string, value: string | null): void => {
    self.headers.set(name.toLowerCase(), { name, value });
  },
};

/** Callouts: answered by a test's mock only; the local org calls nobody. */
export const httpClasses: readonly LibraryClass[] = [
  {
    name: 'System.HttpRequest',
    isInstance: (value) => value instanceof HttpRequestValue,
    members: {
      ...messageMembers,
      'new()': () => new HttpRequestValue(),
      'String getEndpoint()': (self: HttpRequestValue) => self.endpoint,
      'String getMethod()': (self: HttpRequestValue) => self.method,
      'void setEndpoint(String endpoint)': (self: HttpRequestValue, endpoint: string | null): void => {
        self.endpoint = endpoint;
      },
      'void setMethod(String method)': (self: HttpRequestValue, method: string | null): void => {
        self.method = method;
      },
      'void setBodyDocument(Dom.Document document)': (self: HttpRequestValue, document: DocumentValue | null): void => {
        self.body = BlobValue.of((document ?? raiseNull('Argument 1 cannot be null')).toXml());
      },
      'void setClientCertificateName(String name)': (self: HttpRequestValue, name: string | null): void => {
        self.certificate = name;
      },
      'Boolean getCompressed()': (self: HttpRequestValue) => self.compressed,
      'void setCompressed(Boolean compressed)': (self: HttpRequestValue, compressed: boolean | null): void => {
        self.compressed = compressed === true;
      },
      'void setTimeout(Integer milliseconds)': (self: HttpRequestValue, milliseconds: number): void => {
        self.timeout = milliseconds;
      },
    },
  },
  {
    name: 'System.HttpResponse',
    isInstance: (value) => value instanceof HttpResponseValue,
    members: {
      ...messageMembers,
      'new()': () => new HttpResponseValue(),
      'XmlStreamReader getXmlStreamReader()': (self: HttpResponseValue) => new XmlStreamReaderValue(self.body?.toString() ?? ''),
      'List<String> getHeaderKeys()': (self: HttpResponseValue) =>
        new ApexList(
          'String',
          Array.from(self.headers.values(), ({ name }) => name),
        ),
      'String getStatus()': (self: HttpResponseValue) => self.status,
      'Integer getStatusCode()': (self: HttpResponseValue) => self.statusCode,
      'void setStatus(String status)': (self: HttpResponseValue, status: string | null): void => {
        self.status = status;
      },
      'void setStatusCode(Integer code)': (self: HttpResponseValue, code: number): void => {
        self.statusCode = code;
      },
    },
  },
  {
    name: 'System.Http',
    isInstance: (value) => value instanceof HttpValue,
    members: {
      'new()': () => new HttpValue(),
      'HttpResponse send(Object request)': (_: HttpValue, request: HttpRequestValue | null): unknown => {
        const transaction = currentTransaction();
        refuseCalloutWithUncommittedWork(transaction);
        transaction.limits.consume('callouts', 1);
        const mock = calloutMock(transaction, 'HttpCalloutMock');
        if (!mock) {
          raise(
            'System.CalloutException',
            `The local org makes no callouts (${request?.endpoint ?? 'no endpoint'}); answer them with Test.setMock`,
          );
        }
        return answer(mock, request ?? raiseNull('Argument 1 cannot be null'));
      },
    },
  },
  {
    name: 'System.WebServiceCallout',
    members: {
      'static void invoke(Object stub, Object request, Map<String, Object> response, List<String> info)': (
        stub: unknown,
        request: unknown,
        response: unknown,
        info: ApexList | null,
      ): void => {
        const transaction = currentTransaction();
        refuseCalloutWithUncommittedWork(transaction);
        transaction.limits.consume('callouts', 1);
        const [endpoint, action, , requestName, responseNamespace, responseName, responseType] = (info ?? raiseNull()).elements as string[];
        const mock = calloutMock(transaction, 'WebServiceMock');
        if (!mock) {
          raise('System.CalloutException', `The local org makes no callouts (${endpoint}); answer them with Test.setMock`);
        }
        invoke(mock, 'doInvoke', [stub, request, response, endpoint, action, requestName, responseNamespace, responseName, responseType]);
      },
    },
  },
  {
    name: 'System.WebServiceMock',
    kind: 'interface',
    members: {
      'void doInvoke(Object stub, Object request, Map<String, Object> response, String endpoint, String soapAction, String requestName, String responseNamespace, String responseName, String responseType)':
        abstractMember,
    },
  },
  { name: 'System.HttpCalloutMock', kind: 'interface', members: { 'HttpResponse respond(HttpRequest request)': abstractMember } },
];
