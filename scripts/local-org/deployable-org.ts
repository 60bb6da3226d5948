import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { HEADER_LIMIT } from './api/http-server.ts';
import { Deployments } from './api/metadata/deployments.ts';
import { runTestsApart } from './commands/tests-apart.ts';
import { validateApart } from './commands/validate-apart.ts';
import { admitAdministrator } from './demo/users.ts';
import type { SourceFolder } from './metadata/deploy/source-folder.ts';
import { SourceVersions } from './metadata/deploy/source-versions.ts';
import { openOrg, requireCompiled, tellWarnings } from './open-org.ts';
import type { OpenOrg, OrgPlaces } from './open-org.ts';
import { createServer, dataFileIn } from './server.ts';

/** Where a deployable org comes from and how it is served. */
export interface DeployableOrgPlaces {
  /** The folder that has `node_modules` in it. */
  readonly root: string;
  readonly cacheFolder: string;
  /** Keeps the records, and the source that has been deployed. */
  readonly dataFolder: string;
  /** Without the browser shell, for tests of the API. */
  readonly headless?: boolean;
  readonly onJobFailure?: OrgPlaces['onJobFailure'];
}

/** Clients ask on the same connection while the org is opened anew, which may take a while on a busy machine: milliseconds. */
const PATIENCE = 600_000;

/** The org as it runs now, until a deployment changes its source. */
interface Running {
  readonly open: OpenOrg;
  readonly application: FastifyInstance;
}

/**
 * An org that begins without any source and takes what is deployed to it. It listens all the time: while a deployment changes the org,
 * requests wait.
 */
export class DeployableOrg {
  readonly #places: DeployableOrgPlaces;
  readonly #source: SourceVersions;
  readonly #deployments: Deployments;
  readonly #http: Server;
  #running: Promise<Running>;

  constructor(places: DeployableOrgPlaces) {
    this.#places = places;
    const definition = join(places.root, 'config/project-scratch-def.json');
    this.#source = new SourceVersions(join(places.dataFolder, 'source'), definition);
    this.#deployments = new Deployments({
      folder: join(places.dataFolder, 'deployments'),
      source: this.#source,
      validate: validateApart,
      runTests: runTestsApart,
      reopen: () => this.#reopen(),
    });
    this.#running = this.#run(this.#source.current);
    this.#http = createHttpServer(
      { maxHeaderSize: HEADER_LIMIT, keepAliveTimeout: PATIENCE, requestTimeout: 0 },
      (request, response) => void this.#answer(request, response),
    );
  }

  /** Opens the org and begins to listen; gives the address. */
  async listen(host: string, port: number): Promise<string> {
    await this.#running;
    await new Promise<void>((listening, failed) => {
      this.#http.once('error', failed);
      this.#http.listen(port, host, listening);
    });
    return `http://${host}:${(this.#http.address() as AddressInfo).port}`;
  }

  /** Stops listening and closes the org. */
  async close(): Promise<void> {
    const closed = new Promise((done) => this.#http.close(done));
    this.#http.closeAllConnections();
    await closed;
    await stop(await this.#running);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { application } = await this.#running;
    application.routing(request, response);
  }

  async #run(source: SourceFolder): Promise<Running> {
    const { root, cacheFolder, dataFolder, headless, onJobFailure } = this.#places;
    const project = source.path;
    const open = openOrg({ project, cacheFolder, dataFile: dataFileIn(dataFolder), ...(onJobFailure && { onJobFailure }) });
    try {
      tellWarnings(open);
      requireCompiled(open.compiled);
      admitAdministrator(open.org);
      const parts = { root, project, cacheFolder, dataFolder, open, deployments: this.#deployments, ...(headless && { headless }) };
      const application = await createServer(parts);
      await application.ready();
      open.engine.watchJobs();
      return { open, application };
    } catch (error) {
      open.org.close();
      throw error;
    }
  }

  /** Opens the org from the next version of its source; when that fails, from the one before. */
  async #reopen(): Promise<void> {
    const before = await this.#running;
    const opened = Promise.withResolvers<Running>();
    this.#running = opened.promise;
    await stop(before);
    try {
      opened.resolve(await this.#run(this.#source.next));
    } catch (error) {
      opened.resolve(await this.#run(this.#source.current));
      throw error;
    }
    this.#source.advance();
  }
}

async function stop({ open, application }: Running): Promise<void> {
  open.engine.close();
  await application.close();
  open.org.close();
}
