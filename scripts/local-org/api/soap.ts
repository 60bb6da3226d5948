import type { FastifyInstance } from 'fastify';
import { XMLParser } from 'fast-xml-parser';

const parser = new XMLParser({ removeNSPrefix: true, ignoreAttributes: true, parseTagValue: false });

/** A SOAP request: the session it names, and its one operation with the arguments. */
export interface SoapRequest {
  readonly sessionId: string | undefined;
  readonly operation: string;
  readonly arguments: Readonly<Record<string, string | undefined>>;
}

interface Envelope {
  readonly Envelope?: {
    readonly Header?: { readonly SessionHeader?: { readonly sessionId?: string } };
    readonly Body?: Readonly<Record<string, unknown>>;
  };
}

/** Lets a server take SOAP requests as text. */
export function acceptXml(server: FastifyInstance): void {
  server.addContentTypeParser(['text/xml', 'application/soap+xml'], { parseAs: 'string' }, (_request, body, parsed) => parsed(null, body));
}

/** Reads a SOAP request; what is no envelope has no operation. */
export function parseSoap(body: unknown): SoapRequest {
  const envelope = (parser.parse(typeof body === 'string' ? body : '') as Envelope).Envelope;
  const [operation = '', given] = Object.entries(envelope?.Body ?? {})[0] ?? [];
  return {
    sessionId: envelope?.Header?.SessionHeader?.sessionId,
    operation,
    arguments: typeof given === 'object' && given !== null ? (given as Record<string, string>) : {},
  };
}

/** The answer of an operation. `header` is what goes before the body. */
export function soapAnswer(namespace: string, content: string, header = ''): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
    `xmlns="${namespace}" xmlns:sf="urn:fault.partner.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `${header}<soapenv:Body>${content}</soapenv:Body></soapenv:Envelope>`
  );
}

/** The answer to an operation that is refused. */
export function soapFault(namespace: string, code: string, message: string): string {
  return soapAnswer(
    namespace,
    `<soapenv:Fault><faultcode>sf:${code}</faultcode><faultstring>${code}: ${escapeText(message)}</faultstring></soapenv:Fault>`,
  );
}

/** Text inside an element. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character);
}

/** A value as elements of this name: an object by its members, a list by repetition, nothing for what is absent. */
export function xmlOf(name: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((item) => xmlOf(name, item)).join('');
  if (typeof value !== 'object') return `<${name}>${escapeText(String(value))}</${name}>`;
  const members = Object.entries(value).map(([member, inner]) => xmlOf(member, inner));
  return `<${name}>${members.join('')}</${name}>`;
}
