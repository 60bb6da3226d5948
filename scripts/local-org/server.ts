import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { auraErrorBody } from './apex/aura/error-body.ts';
import { newHttpServer } from './api/http-server.ts';
import type { Deployments } from './api/metadata/deployments.ts';
import { apiRoutes, userOf } from './api/routes.ts';
import { QueryCursors } from './api/rest/query-cursors.ts';
import { Sessions, sessionKey } from './api/sessions.ts';
import { ToolingRecords } from './api/tooling/tooling-records.ts';
import { uiApiRoutes } from './api/ui-api/routes.ts';
import { runTestsApart } from './commands/tests-apart.ts';
import { DEMO_PASSWORD } from './demo/users.ts';
import type { OpenOrg } from './open-org.ts';
import { CLOCK_FILE, MovableClock } from './web/movable-clock.ts';
import { RecentTransactions } from './web/recent-transactions.ts';
import { prepareComponents, webRoutes } from './web/routes.ts';

/** What the server serves, and where it finds things. */
export interface ServerParts {
  /** The folder that has `node_modules` in it. */
  readonly root: string;
  /** The SFDX project whose source the org was opened from. */
  readonly project: string;
  readonly cacheFolder: string;
  /** Where the key of the sessions is kept; absent for an org in memory. */
  readonly dataFolder?: string;
  readonly open: OpenOrg;
  /** Takes deployments, when the org's source comes from them. */
  readonly deployments?: Deployments;
  /** Without the browser shell, for tests of the API. */
  readonly headless?: boolean;
}

/** Joins the org with its doors: API, user interface API, browser shell. The server does not listen yet. */
export async function createServer({
  root,
  project,
  cacheFolder,
  dataFolder,
  open,
  deployments,
  headless,
}: ServerParts): Promise<FastifyInstance> {
  const { org, engine, tree } = open;
  const server = await newHttpServer();
  const recent = new RecentTransactions();
  const clock = new MovableClock(dataFolder === undefined ? undefined : join(dataFolder, CLOCK_FILE));
  if (!headless) {
    org.clock = clock.now;
    org.observer = recent.observe;
    recent.nameRequests(server);
  }
  const tooling = new ToolingRecords(org.security, dataFolder === undefined ? undefined : join(dataFolder, TOOLING_FILE));
  server.addHook('onClose', () => tooling.close());
  const sessions = new Sessions(sessionKey(dataFolder), org.organizationId, (userId) => isActive(open, userId));
  await server.register(apiRoutes, {
    context: { org, engine, tree, cursors: new QueryCursors(), tooling },
    sessions,
    auraErrorBody,
    ...(deployments && { deployments }),
    runTests: (tests) => runTestsApart(project, tests),
  });
  await server.register(uiApiRoutes, {
    prefix: '/services/data/:version/ui-api',
    org,
    tree,
    userOf: (request) => userOf(sessions, request),
  });
  if (headless) return server;
  await prepareComponents({ root, org, tree, cacheFolder });
  await server.register(webRoutes, {
    root,
    org,
    tree,
    cacheFolder,
    demoPassword: DEMO_PASSWORD,
    systemUserId: org.administratorId,
    recent,
    clock,
    runDueJobs: () => engine.runDueJobs(),
    session: (request) => {
      const userId = sessions.userOf(request);
      return userId === undefined ? undefined : { userId };
    },
  });
  return server;
}

/** Asked at every request: straight from the table, without a transaction. */
function isActive({ org }: OpenOrg, userId: string): boolean {
  return org.store.select('SELECT 1 FROM "User" WHERE "Id" = ? AND "IsActive" = 1', [userId]).length === 1;
}

/** The file, in the data folder, that holds what only the Tooling API has. */
export const TOOLING_FILE = 'tooling.sqlite';

/** The file that holds the org's records, in its data folder. */
export function dataFileIn(dataFolder: string): string {
  return join(dataFolder, 'org.sqlite');
}
