import { mkdirSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NoAccess } from '../data/errors.ts';
import type { Schema } from '../data/schema/description.ts';
import { USER_PERMISSIONS } from '../data/schema/standard/user-permissions.ts';
import type { Security } from '../data/security/security.ts';
import type { Transaction } from '../data/transaction.ts';
import type { SourceTree } from '../metadata/source-tree.ts';
import { languageOf } from '../api/ui-api/user-language.ts';
import { buildComponents } from './bundling/build.ts';
import type { ComponentBuildOptions } from './bundling/build.ts';
import { labelsOf } from './bundling/platform-modules.ts';
import { markNotificationRead, readMails, readNotifications } from './messages.ts';
import { readApplication } from './page/application-model.ts';
import type { MovableClock } from './movable-clock.ts';
import { loginPage } from './page/login-page.ts';
import { messagePage, shellPage } from './page/shell-page.ts';
import type { PageFacts } from './page/shell-page.ts';
import type { RecentTransactions } from './recent-transactions.ts';
import { schemaHas } from './schema-references.ts';
import { staticResource } from './static-resources.ts';
import { changeLanguage } from './user-language.ts';
import { activeUsers } from './users.ts';

/** The parts of the org that the shell reads. */
export interface WebOrg {
  readonly schema: Schema;
  readonly security: Security;
  transaction<Result>(userId: string, work: (transaction: Transaction) => Result): Result;
}

/** What the shell is served from. */
export interface WebOptions {
  /** The folder that has `node_modules` in it. */
  readonly root: string;
  readonly org: WebOrg;
  readonly tree: SourceTree;
  /** The folder that keeps builds between starts: `.cache`. */
  readonly cacheFolder: string;
  /** The password of the demo users; absent when the org has none. */
  readonly demoPassword?: string;
  /** A user with the rights to list every user, for the login page. */
  readonly systemUserId: string;
  readonly recent: RecentTransactions;
  readonly clock: MovableClock;
  /** Runs the jobs that are due by the org's clock, and says how many. */
  readonly runDueJobs: () => number;
  readonly session: (request: FastifyRequest) => { readonly userId: string } | undefined;
}

/** A week: builds and the design system have names that change with their content or never. */
const HOUR = 3_600_000;
const LONG_CACHE = { maxAge: '7d', immutable: true };

/** Serves the application, its components and assets, and what its header shows. */
export async function webRoutes(server: FastifyInstance, options: WebOptions): Promise<void> {
  const designSystem = path.join(options.root, 'node_modules/@salesforce-ux/design-system/assets');
  const builds = path.join(options.cacheFolder, 'web/builds');
  mkdirSync(builds, { recursive: true });
  await server.register(fastifyStatic, { root: designSystem, prefix: '/assets/', decorateReply: false, ...LONG_CACHE });
  await server.register(fastifyStatic, { root: path.join(import.meta.dirname, 'static'), prefix: '/shell/', decorateReply: false });
  await server.register(fastifyStatic, { root: builds, prefix: '/components/', decorateReply: false, ...LONG_CACHE });

  server.get('/', (_request, reply) => reply.redirect('/lightning'));
  for (const address of ['/lightning', '/lightning/*', '/one/one.app']) {
    server.get(address, (request, reply) => serveShell(options, request, reply));
  }
  server.get('/login', (request, reply) => serveLogin(options, request, reply));
  server.get('/resource/*', (request, reply) => staticResource(options.tree, (request.params as { '*': string })['*'], reply));
  server.get('/local/notifications', (request, reply) => withUser(options, request, reply, readNotifications));
  server.post('/local/notifications/:id/read', (request, reply) =>
    withUser(options, request, reply, (transaction, userId) => {
      markNotificationRead(transaction, userId, (request.params as { id: string }).id);
      return readNotifications(transaction, userId);
    }),
  );
  server.get('/local/mails', (request, reply) =>
    withUser(options, request, reply, (transaction, userId) =>
      readMails(transaction, userId, isAdministrator(options.org.security, userId)),
    ),
  );
  server.get('/local/transactions', (request, reply) =>
    withUser(options, request, reply, (_transaction, userId) => {
      requireAdministrator(options.org.security, userId);
      return options.recent.list();
    }),
  );
  server.get('/local/transactions/:number/queries', (request, reply) =>
    withUser(options, request, reply, (transaction, userId) => {
      requireAdministrator(options.org.security, userId);
      return options.recent.explain(Number((request.params as { number: string }).number), transaction);
    }),
  );
  server.get('/local/clock', (request, reply) => withUser(options, request, reply, () => clockFacts(options.clock)));
  server.post('/local/clock', (request, reply) => moveClock(options, request, reply));
  server.post('/local/language', (request, reply) => switchLanguage(options, request, reply));
  server.get('/local/users', (request, reply) => withUser(options, request, reply, activeUsers));
}

/**
 * Builds the components, so that the first page is quick; a page builds again when a source has changed.
 * @throws Error that names the file when a component does not compile.
 */
export async function prepareComponents(options: Pick<WebOptions, 'root' | 'org' | 'tree' | 'cacheFolder'>): Promise<string> {
  const build = await buildComponents(buildOptions(options));
  const unknown = build.schemaReferences.find(({ reference }) => !schemaHas(options.org.schema, reference));
  if (unknown) throw new Error(`The components do not build: no object or field ${unknown.reference}, which ${unknown.importer} imports.`);
  return build.name;
}

/** Begins to build the components while something else is done; `prepareComponents` waits for the same build, and says what went wrong. */
export function beginBuilding(options: Pick<WebOptions, 'root' | 'tree' | 'cacheFolder'>): void {
  buildComponents(buildOptions(options)).catch(() => undefined);
}

function buildOptions({ root, tree, cacheFolder }: Pick<WebOptions, 'root' | 'tree' | 'cacheFolder'>): ComponentBuildOptions {
  return { folders: tree.folders, root, cacheFolder: path.join(cacheFolder, 'web') };
}

async function serveShell(options: WebOptions, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const session = options.session(request);
  if (!session) return reply.redirect(`/login?startURL=${encodeURIComponent(request.url)}`);
  try {
    const build = await prepareComponents(options);
    const facts = options.org.transaction(session.userId, (transaction) => pageFacts(options, transaction, session.userId));
    return await html(reply, shellPage(facts, build));
  } catch (error) {
    request.log.error(error);
    return html(reply.code(500), messagePage('The application cannot be shown', (error as Error).message));
  }
}

function pageFacts(options: WebOptions, transaction: Transaction, userId: string): PageFacts {
  const { org, tree } = options;
  const user = activeUsers(transaction).find((candidate) => candidate.id === userId);
  if (!user) throw new Error('Your user is no longer active; log in as another one at /login.');
  const { locale, currency, timeZone } = languageOf(transaction, userId);
  const { translations, language } = transaction;
  return {
    user,
    isAdministrator: isAdministrator(org.security, userId),
    clockAheadMilliseconds: options.clock.ahead,
    customPermissions: tree
      .ofType('CustomPermission')
      .map((permission) => permission.name)
      .filter((name) => org.security.hasCustomPermission(userId, name)),
    userPermissions: USER_PERMISSIONS.filter((name) => org.security.hasUserPermission(userId, name)),
    internationalisation: { locale, lang: language.replace('_', '-'), currency, timeZone, dir: 'ltr' },
    labels: translatedLabels(tree, transaction),
    languages: translations.languages,
    application: readApplication(tree, translations.schema(org.schema, language), org.security, transaction),
  };
}

function translatedLabels(tree: SourceTree, { translations, language }: Transaction): Record<string, string> {
  const labels = [...labelsOf(tree).keys()].map((name) => [name, translations.label(name, language)] as const);
  return Object.fromEntries(labels.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function serveLogin(options: WebOptions, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { startURL = '/lightning' } = request.query as { startURL?: string };
  const goal = /^\/(lightning|one)(\/|$|\?)/.test(startURL) ? startURL : '/lightning';
  const { org, tree, systemUserId, demoPassword } = options;
  const users = demoPassword === undefined ? [] : org.transaction(systemUserId, activeUsers);
  const application = tree.ofType('CustomApplication').find((candidate) => candidate.xml.textOf('uiType') === 'Lightning');
  return html(reply, loginPage(application?.xml.textOf('label') ?? 'Local org', users, demoPassword, goal));
}

function html(reply: FastifyReply, text: string): FastifyReply {
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(text);
}

function clockFacts(clock: MovableClock): { now: string; aheadMilliseconds: number } {
  return { now: new Date(clock.now()).toISOString(), aheadMilliseconds: clock.ahead };
}

/** Moves the clock of everybody: an administrator's business. Jobs run in transactions of their own, so this is in none. */
function moveClock(options: WebOptions, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { clock, org, runDueJobs, session } = options;
  const userId = session(request)?.userId;
  if (userId === undefined) return reply.code(401).send([{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }]);
  requireAdministrator(org.security, userId);
  const { advanceHours } = (request.body ?? {}) as { advanceHours?: unknown };
  try {
    const jobs = clock.advance(Number(advanceHours) * HOUR, runDueJobs);
    return reply.send({ ...clockFacts(clock), jobs });
  } catch (error) {
    if (error instanceof RangeError) return reply.code(400).send([{ errorCode: 'NUMBER_OUTSIDE_VALID_RANGE', message: error.message }]);
    throw error;
  }
}

function switchLanguage(options: WebOptions, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { language } = (request.body ?? {}) as { language?: unknown };
  try {
    return withUser(options, request, reply, (transaction) => {
      changeLanguage(transaction, String(language));
      return { language };
    });
  } catch (error) {
    if (error instanceof RangeError) return reply.code(400).send([{ errorCode: 'INVALID_LANGUAGE', message: error.message }]);
    throw error;
  }
}

/** What touches or shows the records of everybody is for who may see them all. */
function requireAdministrator(security: Security, userId: string): void {
  if (!isAdministrator(security, userId)) throw new NoAccess('INSUFFICIENT_ACCESS', 'Only an administrator may do this: log in as one.');
}

function isAdministrator(security: Security, userId: string): boolean {
  return security.hasUserPermission(userId, 'ModifyAllData');
}

function withUser(
  options: WebOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (transaction: Transaction, userId: string) => unknown,
): FastifyReply {
  const session = options.session(request);
  if (!session) return reply.code(401).send([{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }]);
  return reply.send(options.org.transaction(session.userId, (transaction) => work(transaction, session.userId)));
}
