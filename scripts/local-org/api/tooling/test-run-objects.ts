import { setupObjects } from '../../data/schema/standard/setup.ts';
import { standardObject } from '../../data/schema/standard-language.ts';

const RUN_STATUSES = 'Queued|Processing|Aborted|Completed|Failed';
const ITEM_STATUSES = 'Holding|Queued|Preparing|Processing|Aborted|Completed|Failed';
const BORROWED = new Set(['ApexClass', 'ApexTrigger', 'AsyncApexJob', 'AggregateResult']);

/** The objects of the Tooling API in which clients read how a test run went and what it covered. */
export const testRunObjects = [
  standardObject({
    name: 'ApexTestRunResult',
    prefix: '05m',
    system: [],
    changes: 'readonly',
    fields: `
      AsyncApexJobId reference(AsyncApexJob)
      UserId string(18)
      JobName string(255)
      IsAllTests boolean
      Source string(64)
      StartTime datetime
      EndTime datetime
      TestTime int(9)
      TestSetupTime int(9)
      Status picklist{${RUN_STATUSES}}
      ClassesEnqueued int(9)
      ClassesCompleted int(9)
      MethodsEnqueued int(9)
      MethodsCompleted int(9)
      MethodsFailed int(9)`,
  }),
  standardObject({
    name: 'ApexTestQueueItem',
    prefix: '709',
    system: [],
    changes: 'readonly',
    fields: `
      ApexClassId reference(ApexClass)
      Status picklist{${ITEM_STATUSES}}
      ExtendedStatus string(1000)
      ParentJobId reference(AsyncApexJob)
      TestRunResultId reference(ApexTestRunResult)`,
  }),
  standardObject({
    name: 'ApexTestResult',
    prefix: '07M',
    system: [],
    changes: 'readonly',
    fields: `
      QueueItemId reference(ApexTestQueueItem)
      AsyncApexJobId reference(AsyncApexJob)
      ApexTestRunResultId reference(ApexTestRunResult)
      ApexClassId reference(ApexClass)
      ApexLogId string(18)
      MethodName string(255)
      Outcome picklist{Pass|Fail|CompileFail|Skip}
      Message textarea(32000) long
      StackTrace textarea(32000) long
      RunTime int(9)
      TestTimestamp datetime
      IsTestSetup boolean`,
  }),
  standardObject({
    name: 'ApexCodeCoverage',
    prefix: '714',
    system: [],
    changes: 'readonly',
    fields: `
      ApexTestClassId reference(ApexClass)
      TestMethodName string(255)
      ApexClassOrTriggerId reference(ApexClass|ApexTrigger)
      NumLinesCovered int(9)
      NumLinesUncovered int(9)
      Coverage textarea(1000000) long`,
  }),
  standardObject({
    name: 'ApexCodeCoverageAggregate',
    prefix: '715',
    system: [],
    changes: 'readonly',
    fields: `
      ApexClassOrTriggerId reference(ApexClass|ApexTrigger)
      NumLinesCovered int(9)
      NumLinesUncovered int(9)
      Coverage textarea(1000000) long`,
  }),
  standardObject({
    name: 'ApexOrgWideCoverage',
    prefix: '716',
    system: [],
    changes: 'readonly',
    fields: 'PercentCovered int(9)',
  }),
  standardObject({
    name: 'SubscriberPackage',
    prefix: '033',
    system: [],
    changes: 'readonly',
    fields: `
      Name string(255)
      NamespacePrefix string(15)`,
  }),
  standardObject({
    name: 'InstalledSubscriberPackage',
    prefix: '0A3',
    system: [],
    changes: 'readonly',
    fields: 'SubscriberPackageId reference(SubscriberPackage)',
  }),
];

/** Objects of the org whose rows results point at: names and ids of classes are copied. */
export const borrowedObjects = setupObjects.filter(({ name }) => BORROWED.has(name));
