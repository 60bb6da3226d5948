import type { BlobValue } from '../../../data/values/blob.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { uncountedQuery } from '../running-user.ts';
import { HttpResponseValue } from './http.ts';
import type { HttpRequestValue } from './http.ts';

/** Answers callouts with the content of static resources: of one, or of one an endpoint. */
class StaticResourceMockValue {
  readonly resources = new Map<string, string>();
  private readonly response = new HttpResponseValue();
  readonly isMulti: boolean;

  constructor(isMulti: boolean) {
    this.isMulti = isMulti;
  }

  setHeader(name: string, value: string | null): void {
    this.response.headers.set(name.toLowerCase(), { name, value });
  }

  setStatus(status: string | null): void {
    this.response.status = status;
  }

  setStatusCode(code: number): void {
    this.response.statusCode = code;
  }

  /** What `HttpCalloutMock` promises. */
  respond(request: HttpRequestValue): HttpResponseValue {
    const name =
      this.resources.get(this.isMulti ? (request.endpoint ?? '') : '') ??
      raise('System.CalloutException', `No static resource answers a callout to ${request.endpoint}`);
    const answer = new HttpResponseValue();
    this.response.headers.forEach((header, key) => answer.headers.set(key, header));
    answer.status = this.response.status;
    answer.statusCode = this.response.statusCode;
    answer.body = contentOf(name);
    return answer;
  }
}

function contentOf(name: string): BlobValue {
  const [resource] = uncountedQuery(currentTransaction(), 'SELECT Body FROM StaticResource WHERE Name = :name', new Map([['name', name]]));
  const body = resource?.get('Body') as BlobValue | null | undefined;
  return body ?? raiseNull();
}

type Self = StaticResourceMockValue;

const common: LibraryClass['members'] = {
  'HttpResponse respond(HttpRequest request)': (self: Self, request: HttpRequestValue | null) => self.respond(request ?? raiseNull()),
  'void setHeader(String name, String value)': (self: Self, name: string | null, value: string | null) =>
    self.setHeader(name ?? raiseNull('Argument 1 cannot be null'), value),
  'void setStatus(String status)': (self: Self, status: string | null) => self.setStatus(status),
  'void setStatusCode(Integer code)': (self: Self, code: number | null) =>
    self.setStatusCode(code ?? raiseNull('Argument 1 cannot be null')),
};

function mockClass(name: string, isMulti: boolean, setter: LibraryClass['members']): LibraryClass {
  return {
    name,
    implements: ['System.HttpCalloutMock'],
    isInstance: (value) => value instanceof StaticResourceMockValue && value.isMulti === isMulti,
    members: { ...common, ...setter, 'new()': () => new StaticResourceMockValue(isMulti) },
  };
}

/** `System.StaticResourceCalloutMock` and `System.MultiStaticResourceCalloutMock`. */
export const staticResourceMockClasses: readonly LibraryClass[] = [
  mockClass('System.StaticResourceCalloutMock', false, {
    'void setStaticResource(String name)': (self: Self, name: string | null) =>
      void self.resources.set('', name ?? raiseNull('Argument 1 cannot be null')),
  }),
  mockClass('System.MultiStaticResourceCalloutMock', true, {
    'void setStaticResource(String endpoint, String name)': (self: Self, endpoint: string | null, name: string | null) =>
      void self.resources.set(endpoint ?? raiseNull('Argument 1 cannot be null'), name ?? raiseNull('Argument 2 cannot be null')),
  }),
];
