import { Agent, request } from 'node:http';
import type { Connection } from 'jsforce';
import { connect } from '../../scripts/lib/connection.ts';

const CLIENTS = 50;
/** Asks that wait for their owner; two clients decide each of them at the same time. */
const ASKS = 150;
/** Requests that only read, for each that decides. */
const READS_PER_DECISION = 9;
const DAY = 86_400_000;
const PASSWORD = 'vouchsafe1';

/** How the local org did under load. */
export interface LoadFigures {
  readonly requests: number;
  readonly requestsPerSecond: number;
  /** Milliseconds until the answer, of the middle request and of the slowest in a hundred. */
  readonly p50: number;
  readonly p99: number;
  /** Asks that were not decided exactly once, or whose stored state is not what the one who decided was told. */
  readonly lostUpdates: number;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** One request: of whom, what, and what to make of the answer. */
interface Task {
  readonly token: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly done?: (answer: Answer) => void;
}

/** Lets 50 clients read and decide at the same time, each sending its next request when it has the answer to the last. */
export async function measureLoad(url: string): Promise<LoadFigures> {
  const [manager, rep, owner] = await Promise.all([login(url, 'manager'), login(url, 'rep'), login(url, 'owner')]);
  const { dealId, asks } = await prepare(url, manager, rep, owner);
  const winners = new Map<string, number>();
  const tasks = shuffled(
    asks.flatMap((ask) => [...decisions(owner, ask, winners), ...reads(rep, owner, dealId, ask), ...reads(rep, owner, dealId, ask)]),
  );
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const times: number[] = [];
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: CLIENTS }, () => client(url, agent, tasks, times)));
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  times.sort((one, other) => one - other);
  return {
    requests: times.length,
    requestsPerSecond: times.length / seconds,
    p50: times[Math.floor(times.length / 2)] ?? Number.NaN,
    p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN,
    lostUpdates: await countLost(manager, asks, winners),
  };
}

async function login(url: string, person: string): Promise<Connection> {
  return connect({ localUrl: url, username: `${person}@vouchsafe.test`, password: PASSWORD });
}

/** A deal, and advocates with room for all of the asks that then wait for their owner. */
async function prepare(url: string, manager: Connection, rep: Connection, owner: Connection): Promise<{ dealId: string; asks: string[] }> {
  const values = { Pending_Asks_Per_Owner__c: '500', Uses_Per_Quarter_Account__c: '500', Mails_Per_Week__c: '500' };
  await manager.requestPost(`${url}/services/local/apex/PolicyController/savePolicy`, { values });
  const create = async (connection: Connection, object: string, record: Record<string, unknown>): Promise<string> =>
    (await connection.sobject(object).create(record)).id as string;
  const OwnerId = owner.userInfo?.id;
  const customer = await create(manager, 'Account', { Name: 'Load Works', OwnerId });
  const prospect = await create(manager, 'Account', { Name: 'Load Prospect' });
  const soon = new Date(Date.now() + 60 * DAY).toISOString().slice(0, 10);
  const deal = { Name: 'Load', AccountId: prospect, StageName: 'Qualification', CloseDate: soon, Amount: 1000 };
  const dealId = await create(rep, 'Opportunity', deal);
  const asks: string[] = [];
  for (let index = 0; index < ASKS; index += 1) {
    const contact = await create(manager, 'Contact', { LastName: `Load ${index}`, AccountId: customer });
    const rooms = { Status__c: 'Active', Uses_Per_Quarter__c: 5, Rest_Days__c: 0 };
    const advocateId = await create(manager, 'Advocate__c', { Account__c: customer, Contact__c: contact, ...rooms });
    const ask = { opportunityId: dealId, advocateId, activityType: 'Reference Call', needBy: soon, context: 'Load.', valueToCustomer: '' };
    const made = await rep.requestPost<{ id: string }>(`${url}/services/local/apex/PermissionController/ask`, { ...ask, criteria: null });
    asks.push(made.id);
  }
  return { dealId, asks };
}

function decisions(owner: Connection, permissionRequestId: string, winners: Map<string, number>): Task[] {
  const decision = { permissionRequestId, decision: 'Approve', reason: null, note: 'Under load.', notBefore: null };
  const task: Task = {
    token: owner.accessToken ?? '',
    method: 'POST',
    path: '/services/local/apex/PermissionController/decide',
    body: decision,
    done: ({ status }) => {
      if (status === 200) winners.set(permissionRequestId, (winners.get(permissionRequestId) ?? 0) + 1);
    },
  };
  return [task, task];
}

/** What pages and clients read: a component's call, a query, a record. */
function reads(rep: Connection, owner: Connection, dealId: string, ask: string): Task[] {
  const data = '/services/data/v65.0';
  const soql = `SELECT Id, Name, Status__c FROM Permission_Request__c WHERE Id = '${ask}'`;
  const kinds: Task[] = [
    read(owner, '/services/local/apex/PermissionController/getAsk', { permissionRequestId: ask }),
    read(rep, `${data}/query?q=${encodeURIComponent(soql)}`),
    read(rep, `${data}/sobjects/Permission_Request__c/${ask}`),
    read(rep, `${data}/sobjects/Opportunity/${dealId}?fields=Name,StageName,Amount`),
  ];
  return Array.from({ length: READS_PER_DECISION }, (_unused, index) => kinds[index % kinds.length]);
}

function read(connection: Connection, path: string, body?: unknown): Task {
  const task = { token: connection.accessToken ?? '', path, done: mustBeOk(path) };
  return body === undefined ? { ...task, method: 'GET' } : { ...task, method: 'POST', body };
}

function mustBeOk(path: string): (answer: Answer) => void {
  return ({ status, body }) => {
    if (status !== 200) throw new Error(`${path} was answered with ${status}: ${body}`);
  };
}

async function client(url: string, agent: Agent, tasks: Task[], times: number[]): Promise<void> {
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    const startedAt = performance.now();
    const answer = await send(url, agent, task);
    times.push(performance.now() - startedAt);
    task.done?.(answer);
  }
}

function send(url: string, agent: Agent, { token, method, path, body }: Task): Promise<Answer> {
  const headers = { Authorization: `Bearer ${token}`, ...(body !== undefined && { 'Content-Type': 'application/json' }) };
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { agent, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

async function countLost(manager: Connection, asks: readonly string[], winners: ReadonlyMap<string, number>): Promise<number> {
  const { records } = await manager.query<{ Id: string }>("SELECT Id FROM Permission_Request__c WHERE Status__c = 'Approved'");
  const approved = new Set(records.map(({ Id }) => Id));
  return asks.filter((ask) => winners.get(ask) !== 1 || !approved.has(ask)).length;
}

/** The same order each time, but mixed: the two who decide the same ask stay near each other. */
function shuffled(tasks: readonly Task[]): Task[] {
  let seed = 1;
  const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  return tasks
    .map((task, index) => ({ task, place: index + random() * CLIENTS }))
    .sort((one, other) => one.place - other.place)
    .map(({ task }) => task);
}
