import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Connection } from 'jsforce';
import type { AnonymousResult } from '../../../scripts/local-org/apex/engine-types.ts';
import type { ApiEngine } from '../../../scripts/local-org/api/org-parts.ts';
import { newHttpServer } from '../../../scripts/local-org/api/http-server.ts';
import { QueryCursors } from '../../../scripts/local-org/api/rest/query-cursors.ts';
import { apiRoutes } from '../../../scripts/local-org/api/routes.ts';
import { Sessions } from '../../../scripts/local-org/api/sessions.ts';
import { ToolingRecords } from '../../../scripts/local-org/api/tooling/tooling-records.ts';
import { Org } from '../../../scripts/local-org/data/org.ts';
import { SObjectRecord } from '../../../scripts/local-org/data/record.ts';
import type { Value } from '../../../scripts/local-org/data/record.ts';
import type { ObjectDescription } from '../../../scripts/local-org/data/schema/description.ts';
import { SYSTEM } from '../../../scripts/local-org/data/transaction.ts';
import { readProject } from '../../../scripts/local-org/metadata/read-project.ts';
import { readScratchDefinition } from '../../../scripts/local-org/metadata/scratch-definition.ts';

export const WORKSHOP = join(import.meta.dirname, '../../fixtures/workshop');

/** Apex is not under test here: what it is asked comes back. */
const engine: ApiEngine = {
  isCacheable: () => false,
  callAura: (_transaction, className, methodName, parameters) => ({ className, methodName, parameters }),
  publishEvents: () => [],
  callRest: () => ({ status: 204, headers: {} }),
  executeAnonymous: (): AnonymousResult => ({
    compiled: true,
    success: true,
    compileProblem: null,
    exceptionMessage: null,
    exceptionStackTrace: null,
    line: 1,
    column: 1,
    debugLog: '',
  }),
};

/** An org of the workshop project in memory, behind its API on a free port. */
export class ApiServer {
  readonly org: Org;
  readonly url: string;
  readonly #sessions: Sessions;
  readonly #close: () => Promise<unknown>;

  constructor(org: Org, url: string, sessions: Sessions, close: () => Promise<unknown>) {
    this.org = org;
    this.url = url;
    this.#sessions = sessions;
    this.#close = close;
  }

  static async start(): Promise<ApiServer> {
    const tree = readProject([WORKSHOP]);
    const org = new Org(tree, readScratchDefinition(WORKSHOP), ':memory:');
    const sessions = new Sessions(randomBytes(32), org.organizationId, () => true);
    const server = await newHttpServer();
    await server.register(apiRoutes, {
      context: { org, engine, tree, cursors: new QueryCursors(), tooling: new ToolingRecords(org.security) },
      sessions,
      auraErrorBody: () => undefined,
      runTests: () => Promise.reject(new Error('No tests here')),
    });
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    return new ApiServer(org, url, sessions, async () => {
      await server.close();
      org.close();
    });
  }

  async stop(): Promise<void> {
    await this.#close();
  }

  token(userId: string): string {
    return this.#sessions.open(userId);
  }

  /** A client with a session of this user, the administrator unless another is named. */
  connection(userId = this.org.administratorId, version = '65.0'): Connection {
    return new Connection({ instanceUrl: this.url, accessToken: this.token(userId), version });
  }

  /** Inserts a record past all rights, and gives its id. */
  insert(objectName: string, values: Readonly<Record<string, Value>>): string {
    const record = new SObjectRecord(this.org.schema.object(objectName) as ObjectDescription);
    for (const [name, value] of Object.entries(values)) record.put(name, value);
    const [result] = this.org.transaction(this.org.administratorId, (transaction) =>
      transaction.insert([record], { ...SYSTEM, allOrNone: true }),
    );
    return result?.id as string;
  }

  /** The id of a record found by a name field. */
  find(soql: string): string {
    const { records } = this.org.transaction(this.org.administratorId, (transaction) => transaction.query(soql, SYSTEM));
    return records[0]?.id as string;
  }

  /** A user of the shop: reads and writes jobs, as far as the permission set `Shop_Worker` goes. */
  createWorker(): string {
    const userId = this.insert('User', {
      Username: 'worker@workshop.test',
      LastName: 'Worker',
      Email: 'worker@workshop.test',
      Alias: 'worker',
      ProfileId: this.find("SELECT Id FROM Profile WHERE Name = 'Standard User'"),
      TimeZoneSidKey: 'UTC',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      IsActive: true,
    });
    const setId = this.find("SELECT Id FROM PermissionSet WHERE Name = 'Shop_Worker'");
    this.insert('PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: setId });
    return userId;
  }
}
