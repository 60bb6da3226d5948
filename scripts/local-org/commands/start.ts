import { rmSync } from 'node:fs';
import { createServer as createProbe } from 'node:net';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { seedProgram } from '../../data/seed/seed-program.ts';
import { connect } from '../../lib/connection.ts';
import { ProgressBar } from '../../lib/progress-bar.ts';
import { installDemoBusinessHours } from '../demo/business-hours.ts';
import { ADMINISTRATOR_USERNAME } from '../data/setup/base.ts';
import { DeployableOrg } from '../deployable-org.ts';
import type { DeployableOrgPlaces } from '../deployable-org.ts';
import type { Org } from '../data/org.ts';
import { OrgPast } from '../demo/org-past.ts';
import { admitAdministrator, DEMO_PASSWORD, installDemoUsers } from '../demo/users.ts';
import { readProject } from '../metadata/read-project.ts';
import { SetUpError } from '../metadata/set-up-error.ts';
import { openOrg, requireCompiled, tellWarnings } from '../open-org.ts';
import { createServer, dataFileIn, TOOLING_FILE } from '../server.ts';
import { CLOCK_FILE } from '../web/movable-clock.ts';
import { tabsNotShown } from '../web/page/application-model.ts';
import { beginBuilding } from '../web/routes.ts';
import { numberOfPort } from './port.ts';

const HOST = '127.0.0.1';
/** The program manager may load history. */
const SEED_USERNAME = 'manager@vouchsafe.test';
const DATABASES = ['org.sqlite', TOOLING_FILE].flatMap((name) => [name, `${name}-wal`, `${name}-shm`, `${name}-journal`]);
const DATA_FILES = [...DATABASES, 'session.key', CLOCK_FILE, 'source', 'deployments'];

/**
 * `npm start`: opens or creates the org, compiles, builds the components, serves, seeds the first time. Prints one line when it is
 * ready; everything else goes to the error stream.
 *
 * With `--source-dir DIR` it serves the project in that folder instead, to its administrator, with data of its own.
 *
 * @param root the folder of this project.
 */
export async function start(root: string, argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      reset: { type: 'boolean' },
      'data-dir': { type: 'string' },
      'source-dir': { type: 'string' },
      'no-seed': { type: 'boolean' },
      empty: { type: 'boolean' },
    },
  });
  const port = numberOfPort(environment.PORT);
  await requireFreePort(port);
  const project = resolve(root, values['source-dir'] ?? '.');
  const ownData = project === root ? '.vouchsafe' : join('.vouchsafe/projects', basename(project));
  const dataFolder = resolve(root, values['data-dir'] ?? (values.empty ? '.vouchsafe/empty' : ownData));
  const cacheFolder = join(root, '.cache');
  if (values.reset) DATA_FILES.forEach((name) => rmSync(join(dataFolder, name), { recursive: true, force: true }));
  if (values.empty) return startEmpty({ root, cacheFolder, dataFolder, onJobFailure: reportFailedJob }, port);
  process.stderr.write('Opening the org and compiling its Apex...\n');
  // The components build in a process of their own, beside the compilation of the Apex.
  beginBuilding({ root, tree: readProject([project]), cacheFolder });
  const open = openOrg({ project, cacheFolder, dataFile: dataFileIn(dataFolder), onJobFailure: reportFailedJob });
  tellWarnings(open);
  for (const sentence of tabsNotShown(open.tree, open.org.schema)) process.stderr.write(`${sentence}\n`);
  requireCompiled(open.compiled);
  if (project === root) {
    installDemoUsers(open.org);
    installDemoBusinessHours(open.org);
  } else admitAdministrator(open.org);
  const server = await createServer({ root, project, cacheFolder, dataFolder, open });
  await server.listen({ host: HOST, port });
  open.engine.watchJobs();
  closeOnSignal(async () => {
    open.engine.close();
    await server.close();
    open.org.close();
  });
  const url = `http://${HOST}:${port}`;
  if (project !== root) {
    process.stdout.write(`${basename(project)} is ready: ${url} (${ADMINISTRATOR_USERNAME}, password ${DEMO_PASSWORD})\n`);
    return;
  }
  if (!values['no-seed']) await seed(url, open.org);
  process.stdout.write(`Vouchsafe is ready: ${url}\n`);
}

/** Serves an org that begins without source and keeps what is deployed to it. */
async function startEmpty(places: DeployableOrgPlaces, port: number): Promise<void> {
  const org = new DeployableOrg(places);
  const url = await org.listen(HOST, port);
  closeOnSignal(() => org.close());
  process.stdout.write(`An org to deploy into is ready: ${url} (${ADMINISTRATOR_USERNAME}, password ${DEMO_PASSWORD})\n`);
}

/** Nobody waits for a job: what failed is told where the server was started. */
function reportFailedJob(job: { readonly kind: string }, error: unknown): void {
  process.stderr.write(`A ${job.kind} job failed: ${String(error)}\n`);
}

/** The org lives through the past of its records: bookings, stages and answers have the days on which they came about. */
async function seed(localUrl: string, org: Org): Promise<void> {
  const connection = await connect({ localUrl, username: SEED_USERNAME, password: DEMO_PASSWORD });
  const bar = new ProgressBar('Seeding');
  const clock = new OrgPast(org);
  try {
    await seedProgram(connection, { now: new Date(), clock, onProgress: (done, total) => bar.update(done, total) });
  } finally {
    clock.end();
    bar.stop();
  }
}

/** Says so before anything is opened when something else answers at the port. */
async function requireFreePort(port: number): Promise<void> {
  const probe = createProbe();
  try {
    await new Promise<void>((free, taken) => {
      probe.once('error', taken);
      probe.listen({ host: HOST, port }, free);
    });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new SetUpError(`Port ${port} is in use: stop what runs there, or choose another one with PORT=8090 npm start.`, { cause });
    }
    throw new SetUpError(`Port ${port} can't be opened (${code ?? String(cause)}): choose another one with PORT=8090 npm start.`, {
      cause,
    });
  }
  await new Promise((closed) => probe.close(closed));
}

function closeOnSignal(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void close().then(() => process.exit(0));
    });
  }
}
