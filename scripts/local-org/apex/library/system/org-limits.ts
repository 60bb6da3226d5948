import { ApexList } from '../../runtime/collections/list.ts';
import { ApexMap } from '../../runtime/collections/map.ts';
import type { LibraryClass } from '../declaration.ts';

/** What a Developer Edition org may use, by the platform's names. */
const ALLOWED: Readonly<Record<string, number>> = {
  ConcurrentAsyncGetReportInstances: 200,
  ConcurrentSyncReportRuns: 20,
  DailyApiRequests: 15_000,
  DailyAsyncApexExecutions: 250_000,
  DailyAsyncApexTests: 500,
  DailyBulkApiBatches: 15_000,
  DailyBulkV2QueryJobs: 10_000,
  DailyDeliveredPlatformEvents: 10_000,
  DailyGenericStreamingApiEvents: 10_000,
  DailyStreamingApiEvents: 10_000,
  DailyWorkflowEmails: 1000,
  DataStorageMB: 5,
  FileStorageMB: 20,
  HourlyAsyncReportRuns: 1200,
  HourlyPublishedPlatformEvents: 50_000,
  HourlySyncReportRuns: 500,
  HourlyTimeBasedWorkflow: 1000,
  MassEmail: 10,
  MonthlyPlatformEventsUsageEntitlement: 0,
  PermissionSets: 1500,
  SingleEmail: 15,
};

/** A `System.OrgLimit`. The local org counts none of them: what is used is always 0. */
class OrgLimit {
  readonly name: string;
  readonly allowed: number;

  constructor(name: string, allowed: number) {
    this.name = name;
    this.allowed = allowed;
  }
}

const all = (): OrgLimit[] => Object.entries(ALLOWED).map(([name, allowed]) => new OrgLimit(name, allowed));

/** `System.OrgLimits` and `System.OrgLimit`. */
export const orgLimitClasses: readonly LibraryClass[] = [
  {
    name: 'System.OrgLimit',
    isInstance: (value) => value instanceof OrgLimit,
    members: {
      'Integer getLimit()': (self: OrgLimit) => self.allowed,
      'String getName()': (self: OrgLimit) => self.name,
      'Integer getValue()': () => 0,
    },
  },
  {
    name: 'System.OrgLimits',
    members: {
      'static List<OrgLimit> getAll()': () => new ApexList('System.OrgLimit', all()),
      'static Map<String, OrgLimit> getMap()': (): ApexMap => {
        const byName = new ApexMap('String', 'System.OrgLimit');
        for (const limit of all()) byName.put(limit.name, limit);
        return byName;
      },
    },
  },
];
