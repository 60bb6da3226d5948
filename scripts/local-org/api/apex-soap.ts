import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnonymousResult } from '../apex/engine-types.ts';
import type { RestContext } from './rest/call.ts';
import { runAnonymous } from './rest/tooling.ts';
import type { Sessions } from './sessions.ts';
import { acceptXml, escapeText, parseSoap, soapAnswer, soapFault } from './soap.ts';

/** What the Apex SOAP API works with. */
export interface ApexSoapOptions {
  readonly context: RestContext;
  readonly sessions: Sessions;
}

const NAMESPACE = 'http://soap.sforce.com/2006/08/apex';

/** The part of the Apex SOAP API that the Salesforce CLI uses to run anonymous Apex: with the debug log in the answer. */
export function apexSoapRoutes(server: FastifyInstance, options: ApexSoapOptions, done: () => void): void {
  acceptXml(server);
  server.post('/services/Soap/s/:version/*', (request, reply) => answer(options, request, reply));
  done();
}

function answer({ context, sessions }: ApexSoapOptions, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  void reply.type('text/xml; charset=utf-8');
  const { sessionId, operation, arguments: given } = parseSoap(request.body);
  const userId = sessions.user(sessionId ?? '');
  if (userId === undefined) return reply.code(500).send(soapFault(NAMESPACE, 'INVALID_SESSION_ID', 'Session expired or invalid'));
  if (operation !== 'executeAnonymous') {
    return reply.code(500).send(soapFault(NAMESPACE, 'NOT_SUPPORTED', `The local org offers executeAnonymous by SOAP, not ${operation}.`));
  }
  const result = context.org.transaction(userId, (transaction) => runAnonymous(context, transaction, userId, given.String ?? ''), {
    queued: true,
  });
  const header = `<soapenv:Header><DebuggingInfo><debugLog>${escapeText(result.debugLog)}</debugLog></DebuggingInfo></soapenv:Header>`;
  return reply.send(soapAnswer(NAMESPACE, resultElement(result), header));
}

function resultElement(result: AnonymousResult): string {
  const element = (name: string, value: string | null): string =>
    value === null ? `<${name} xsi:nil="true"/>` : `<${name}>${escapeText(value)}</${name}>`;
  return [
    '<executeAnonymousResponse><result>',
    element('column', String(result.column)),
    element('compileProblem', result.compileProblem),
    element('compiled', String(result.compiled)),
    element('exceptionMessage', result.exceptionMessage),
    element('exceptionStackTrace', result.exceptionStackTrace),
    element('line', String(result.line)),
    element('success', String(result.success)),
    '</result></executeAnonymousResponse>',
  ].join('');
}
