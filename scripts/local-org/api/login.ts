import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError, errorAnswer } from './errors.ts';
import type { ApiOrg } from './org-parts.ts';
import { PARTNER_OPERATIONS } from './partner-soap.ts';
import { SESSION_COOKIE } from './sessions.ts';
import type { Sessions } from './sessions.ts';
import { acceptXml, escapeText, parseSoap, soapAnswer, soapFault, xmlOf } from './soap.ts';

/** What the ways to log in work with. */
export interface LoginOptions {
  readonly org: ApiOrg;
  readonly sessions: Sessions;
}

const WRONG_LOGIN = 'Invalid username, password, security token; or user locked out.';

/**
 * The ways to begin and end a session: SOAP login and OAuth's password grant (which the platform is giving up, here a convenience for
 * scripts), and the browser's, with a cookie that no script can read and no other site can send.
 */
export function loginRoutes(server: FastifyInstance, options: LoginOptions, done: () => void): void {
  acceptXml(server);
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, parsed) => {
    parsed(null, Object.fromEntries(new URLSearchParams(body as string)));
  });
  server.post('/services/Soap/u/:version', (request, reply) => soap(options, request, reply));
  server.post('/services/oauth2/token', (request, reply) => token(options, request, reply));
  server.post('/services/oauth2/revoke', (request, reply) => revoke(options, request, reply));
  server.get('/services/oauth2/revoke', (request, reply) => revoke(options, request, reply));
  server.get('/services/oauth2/userinfo', (request, reply) => userInfo(options, request, reply));
  server.get('/id/:organization/:user', (request, reply) => userInfo(options, request, reply));
  server.post('/local/login', (request, reply) => browserLogin(options, request, reply));
  server.post('/local/logout', (request, reply) => {
    const id = options.sessions.idOf(request);
    if (id !== undefined) options.sessions.close(id);
    return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send();
  });
  done();
}

function browserLogin({ org, sessions }: LoginOptions, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { username, password } = (request.body ?? {}) as { username?: unknown; password?: unknown };
  const userId = org.authenticate(String(username ?? ''), String(password ?? ''));
  if (userId === undefined) throw new ApiError(401, 'INVALID_LOGIN', 'Check the user name and the password: no active user has both.');
  return reply.setCookie(SESSION_COOKIE, sessions.open(userId), { path: '/', httpOnly: true, sameSite: 'strict' }).send({ userId });
}

function token({ org, sessions }: LoginOptions, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const form = (request.body ?? {}) as Partial<Record<string, string>>;
  if (form.grant_type !== 'password') {
    return reply.code(400).send({ error: 'unsupported_grant_type', error_description: 'grant type not supported' });
  }
  const userId = org.authenticate(form.username ?? '', form.password ?? '');
  if (userId === undefined) return reply.code(400).send({ error: 'invalid_grant', error_description: 'authentication failure' });
  const base = baseUrl(request);
  return reply.send({
    access_token: sessions.open(userId),
    instance_url: base,
    id: `${base}/id/${org.organizationId}/${userId}`,
    token_type: 'Bearer',
    issued_at: String(Date.now()),
    signature: '',
  });
}

function revoke({ sessions }: LoginOptions, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { token: revoked } = { ...(request.query as object), ...((request.body as object | null) ?? {}) } as { token?: string };
  if (revoked !== undefined) sessions.close(revoked);
  return reply.code(200).send();
}

function userInfo({ org, sessions }: LoginOptions, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const userId = sessions.userOf(request);
  if (userId === undefined) throw ApiError.unauthorized();
  const soql =
    'SELECT Id, Username, Name, FirstName, LastName, Email, TimeZoneSidKey, LocaleSidKey, LanguageLocaleKey FROM User WHERE Id = :id';
  const found = org.transaction(userId, (transaction) =>
    transaction.query(soql, { mode: 'system', sharing: false, binds: new Map([['id', userId]]) }),
  );
  const user = found.records[0];
  const text = (name: string): string | null => (user?.get(name) as string | null | undefined) ?? null;
  const base = baseUrl(request);
  return reply.send({
    id: `${base}/id/${org.organizationId}/${userId}`,
    sub: `${base}/id/${org.organizationId}/${userId}`,
    user_id: userId,
    organization_id: org.organizationId,
    username: text('Username'),
    preferred_username: text('Username'),
    display_name: text('Name'),
    name: text('Name'),
    first_name: text('FirstName'),
    last_name: text('LastName'),
    given_name: text('FirstName'),
    family_name: text('LastName'),
    email: text('Email'),
    active: true,
    user_type: 'STANDARD',
    timezone: text('TimeZoneSidKey'),
    zoneinfo: text('TimeZoneSidKey'),
    locale: text('LocaleSidKey'),
    language: text('LanguageLocaleKey'),
    urls: { rest: `${base}/services/data/v{version}/`, partner: `${base}/services/Soap/u/{version}/${org.organizationId}` },
  });
}

const NAMESPACE = 'urn:partner.soap.sforce.com';

function soap(options: LoginOptions, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { org, sessions } = options;
  const { sessionId, operation, arguments: given } = parseSoap(request.body);
  void reply.type('text/xml; charset=utf-8');
  switch (operation) {
    case 'login': {
      const userId = org.authenticate(given.username ?? '', given.password ?? '');
      if (userId === undefined) return reply.code(500).send(soapFault(NAMESPACE, 'INVALID_LOGIN', WRONG_LOGIN));
      return reply.send(soapAnswer(NAMESPACE, loginResponse(org, userId, sessions.open(userId), `${baseUrl(request)}${request.url}`)));
    }
    case 'logout':
      if (sessionId !== undefined) sessions.close(sessionId);
      return reply.send(soapAnswer(NAMESPACE, '<logoutResponse/>'));
    default:
      return answerPartner(options, operation, sessionId, given, reply);
  }
}

function answerPartner(
  { org, sessions }: LoginOptions,
  operation: string,
  sessionId: string | undefined,
  given: Readonly<Record<string, unknown>>,
  reply: FastifyReply,
): FastifyReply {
  const refuse = (code: string, message: string): FastifyReply => reply.code(500).send(soapFault(NAMESPACE, code, message));
  const userId = sessions.user(sessionId ?? '');
  if (userId === undefined) return refuse('INVALID_SESSION_ID', 'Session expired or invalid');
  const perform = PARTNER_OPERATIONS.get(operation);
  if (perform === undefined) {
    const offered = ['login', 'logout', ...PARTNER_OPERATIONS.keys()].join(', ');
    return refuse('NOT_SUPPORTED', `The local org offers ${offered} by SOAP, not ${operation}: use REST.`);
  }
  try {
    const result = xmlOf('result', perform(org, userId, given));
    return reply.send(soapAnswer(NAMESPACE, `<${operation}Response>${result}</${operation}Response>`));
  } catch (error) {
    const { status, body } = errorAnswer(error);
    if (status === 500) throw error;
    return refuse(body[0]?.errorCode ?? 'UNKNOWN_EXCEPTION', body[0]?.message ?? String(error));
  }
}

function loginResponse(org: ApiOrg, userId: string, sessionId: string, url: string): string {
  const organization = org.organizationId;
  return [
    '<loginResponse><result>',
    `<metadataServerUrl>${escapeText(url)}</metadataServerUrl><passwordExpired>false</passwordExpired><sandbox>false</sandbox>`,
    `<serverUrl>${escapeText(url)}/${organization}</serverUrl><sessionId>${escapeText(sessionId)}</sessionId><userId>${userId}</userId>`,
    `<userInfo><organizationId>${organization}</organizationId><userId>${userId}</userId></userInfo>`,
    '</result></loginResponse>',
  ].join('');
}

/** The address under which the client reached the server. */
function baseUrl(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`;
}
