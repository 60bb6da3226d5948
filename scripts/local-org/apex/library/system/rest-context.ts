import { ApexMap } from '../../runtime/collections/map.ts';
import { currentTransaction } from '../../runtime/current.ts';
import type { LibraryClass, Native, NativeProperty } from '../declaration.ts';

/** A `System.RestRequest` or `System.RestResponse`: properties by name, headers and parameters as maps. */
export class RestMessage {
  readonly type: string;
  readonly values: Map<string, unknown>;

  constructor(type: string) {
    this.type = type;
    this.values = new Map([
      ['headers', new ApexMap('String', 'String')],
      ['params', new ApexMap('String', 'String')],
    ]);
  }

  add(map: 'headers' | 'params', name: string, value: string | null): void {
    (this.values.get(map) as ApexMap).put(name, value);
  }
}

const CONTEXT = Symbol('REST context');

function context(): Map<string, unknown> {
  const { state } = currentTransaction();
  let values = state.get(CONTEXT) as Map<string, unknown> | undefined;
  if (!values) {
    values = new Map();
    state.set(CONTEXT, values);
  }
  return values;
}

/** Begins a call of a service: its request is in the context, with a response to be filled, which is given back. */
export function setRestContext(request: RestMessage): RestMessage {
  const response = new RestMessage('System.RestResponse');
  context().set('request', request).set('response', response);
  return response;
}

function contextProperty(name: string): NativeProperty {
  return {
    get: () => context().get(name) ?? null,
    set: (value: unknown): void => {
      context().set(name, value);
    },
  };
}

function messageClass(name: string, properties: Readonly<Record<string, string>>, more: Readonly<Record<string, Native>>): LibraryClass {
  const members: Record<string, Native | NativeProperty> = { 'new()': () => new RestMessage(name), ...more };
  for (const [property, type] of Object.entries(properties)) {
    members[`${type} ${property}`] = {
      get: (self: RestMessage) => self.values.get(property) ?? null,
      set: (self: RestMessage, value: unknown): void => {
        self.values.set(property, value);
      },
    };
  }
  return { name, isInstance: (value) => value instanceof RestMessage && value.type === name, members };
}

const STRINGS = 'Map<String, String>';
const addHeader = {
  'void addHeader(String name, String value)': (self: RestMessage, name: string, value: string | null): void =>
    self.add('headers', name, value),
};

/** Requests and responses of Apex REST services; the context is what a test sets. */
export const restContextClasses: readonly LibraryClass[] = [
  {
    name: 'System.RestContext',
    members: { 'static RestRequest request': contextProperty('request'), 'static RestResponse response': contextProperty('response') },
  },
  messageClass(
    'System.RestRequest',
    {
      headers: STRINGS,
      httpMethod: 'String',
      params: STRINGS,
      remoteAddress: 'String',
      requestBody: 'Blob',
      requestURI: 'String',
      resourcePath: 'String',
    },
    {
      ...addHeader,
      'void addParameter(String name, String value)': (self: RestMessage, name: string, value: string | null): void =>
        self.add('params', name, value),
    },
  ),
  messageClass('System.RestResponse', { headers: STRINGS, responseBody: 'Blob', statusCode: 'Integer' }, addHeader),
];
