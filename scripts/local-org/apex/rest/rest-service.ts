import { BlobValue } from '../../data/values/blob.ts';
import { bindTyped } from '../library/system/json-binding.ts';
import { JsonNumber, readJson } from '../library/system/json-reader.ts';
import type { JsonValue } from '../library/system/json-reader.ts';
import { writeJson } from '../library/system/json-writer.ts';
import { RestMessage, setRestContext } from '../library/system/rest-context.ts';
import type { ApexMap } from '../runtime/collections/map.ts';
import type { ClassInfo, MethodInfo } from '../runtime/class-info.ts';

/** A request to an Apex REST service. */
export interface RestServiceRequest {
  readonly method: string;
  /** After `/services/apexrest`: `/hello/world`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array;
  readonly remoteAddress: string;
}

/** What the service answers. */
export interface RestServiceAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent when there is none. */
  readonly body?: Uint8Array;
}

/** A class with `@RestResource`, and where it is found. */
export interface RestService {
  readonly info: ClassInfo;
  /** Such as `/hello/*`. */
  readonly mapping: string;
}

/** A request that no method of a service takes. */
export class RestRefusal extends Error {
  readonly status: number;
  readonly errorCode: string;

  constructor(status: number, errorCode: string, message: string) {
    super(message);
    this.name = 'RestRefusal';
    this.status = status;
    this.errorCode = errorCode;
  }
}

const METHODS: Readonly<Record<string, string>> = {
  httpget: 'GET',
  httppost: 'POST',
  httpput: 'PUT',
  httppatch: 'PATCH',
  httpdelete: 'DELETE',
};

/** The service for a path: of several mappings that match the longest. Throws `RestRefusal` when there is none. */
export function findRestService(classes: Iterable<ClassInfo>, path: string): RestService {
  const services = [...classes].flatMap((info): RestService[] => {
    const mapping = info.annotations.find(({ name }) => name === 'restresource')?.parameters['urlmapping'];
    return mapping !== undefined && matches(mapping, path) ? [{ info, mapping }] : [];
  });
  const [best] = services.sort((one, other) => other.mapping.length - one.mapping.length);
  if (!best) {
    throw new RestRefusal(404, 'NOT_FOUND', 'Could not find a match for URL');
  }
  return best;
}

function matches(mapping: string, path: string): boolean {
  const base = mapping.replace(/\/?\*$/, '');
  const plain = path.replace(/\/$/, '');
  return plain === base.replace(/\/$/, '') || (mapping.endsWith('*') && plain.startsWith(`${base}/`));
}

/** Calls the method of a service that a request is for, in the running transaction. Throws `RestRefusal`, or what the method throws. */
export function callRestService({ info, mapping }: RestService, request: RestServiceRequest): RestServiceAnswer {
  const method = methodFor(info, request.method);
  const response = setRestContext(messageOf(request, mapping));
  const args = method.parameters.length === 0 ? [] : readArguments(method, request.body);
  const result = (info.javascriptClass[method.key] as (...values: unknown[]) => unknown)(...args);
  const given = response.values.get('responseBody') as BlobValue | null | undefined;
  const body =
    method.returnType === 'void'
      ? given?.bytes
      : new TextEncoder().encode(writeJson(result ?? null, { suppressNulls: false, pretty: false }));
  const status = response.values.get('statusCode') as number | null | undefined;
  const headers = [...(response.values.get('headers') as ApexMap).pairs()].map(({ key, value }) => [String(key), String(value)] as const);
  return {
    status: status ?? (body === undefined ? 204 : 200),
    headers: {
      'content-type': 'application/json;charset=UTF-8',
      ...Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    },
    ...(body && { body }),
  };
}

function methodFor(info: ClassInfo, wanted: string): MethodInfo {
  const methods = info.methods.flatMap((method) => {
    const verb = method.annotations.map(({ name }) => METHODS[name]).find((found) => found !== undefined);
    return verb === undefined || !method.isStatic ? [] : [{ verb, method }];
  });
  const found = methods.find(({ verb }) => verb === wanted);
  if (!found) {
    const allowed = methods.map(({ verb }) => verb).join(', ');
    throw new RestRefusal(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${wanted}' not allowed. Allowed are ${allowed}`);
  }
  return found.method;
}

function messageOf({ method, path, query, headers, body, remoteAddress }: RestServiceRequest, mapping: string): RestMessage {
  const message = new RestMessage('System.RestRequest');
  message.values.set('httpMethod', method);
  message.values.set('requestURI', path);
  message.values.set('resourcePath', `/services/apexrest${mapping}`);
  message.values.set('remoteAddress', remoteAddress);
  message.values.set('requestBody', new BlobValue(body));
  for (const [name, value] of query) message.add('params', name, value);
  for (const [name, value] of Object.entries(headers)) message.add('headers', capitalized(name), String(value));
  return message;
}

/** `content-type` -> `Content-Type`. */
function capitalized(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (text) => text.toUpperCase());
}

/** The parameters of a method are the members of the JSON object in the body, by their names. */
function readArguments(method: MethodInfo, body: Uint8Array): unknown[] {
  const text = new TextDecoder().decode(body);
  const given: JsonValue = text.trim() === '' ? new Map() : readJson(text);
  if (!(given instanceof Map)) {
    const found = Array.isArray(given) ? 'an array' : given instanceof JsonNumber ? 'a number' : 'a value';
    throw new RestRefusal(400, 'JSON_PARSER_ERROR', `HTTP entity body must be a JSON object that names the parameters, found ${found}`);
  }
  const names = new Set(method.parameters.map(({ name }) => name));
  const unknown = [...given.keys()].find((name) => !names.has(name));
  if (unknown !== undefined) {
    throw new RestRefusal(400, 'JSON_PARSER_ERROR', `Unexpected parameter encountered during deserialization: ${unknown}`);
  }
  return method.parameters.map(({ name, type }) => bindTyped(given.get(name) ?? null, type, false));
}
