import { basePath } from './call.ts';
import type { RestAnswer, RestCall } from './call.ts';

/** What a Developer Edition allows; nothing is used up on a laptop. */
const ALLOWED: Readonly<Record<string, number>> = {
  DailyApiRequests: 15_000,
  DailyAsyncApexExecutions: 250_000,
  DailyBulkV2QueryJobs: 10_000,
  DataStorageMB: 5,
  FileStorageMB: 20,
  SingleEmail: 15,
};

/** GET /limits */
export function limits(): RestAnswer {
  return { status: 200, body: Object.fromEntries(Object.entries(ALLOWED).map(([name, most]) => [name, { Max: most, Remaining: most }])) };
}

/** GET / : the resources of a version. */
export function resourcesOfVersion(call: RestCall): RestAnswer {
  const base = basePath(call);
  const names = ['sobjects', 'query', 'queryAll', 'composite', 'limits', 'tooling'];
  return { status: 200, body: Object.fromEntries(names.map((name) => [name, `${base}/${name}`])) };
}
