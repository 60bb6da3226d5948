import type { Connection } from 'jsforce';

/** What one transaction of 200 records used. */
export interface TransactionUse {
  readonly name: string;
  readonly records: number;
  readonly queries: number;
  readonly queryRows: number;
  readonly statements: number;
  readonly rows: number;
  readonly cpuMilliseconds: number;
}

/** The platform's limits for one synchronous transaction, in the order of the figures. */
export const limits = { queries: 100, queryRows: 50_000, statements: 150, rows: 10_000, cpuMilliseconds: 10_000 } as const;

/** Each prepares its records, then does the work between `start` and the end. All is rolled back. */
const scripts: readonly (readonly [name: string, prepare: string, work: string])[] = [
  [
    '200 asks sent',
    `Opportunity deal = [SELECT Id FROM Opportunity WHERE IsClosed = FALSE ORDER BY Name LIMIT 1];
     Reference_Request__c need = new Reference_Request__c(Opportunity__c = deal.Id, Activity_Type__c = 'Reference Call', Need_By__c = Date.today().addDays(20));
     insert need;
     List<Permission_Request__c> records = new List<Permission_Request__c>();
     for (Advocate__c advocate : [SELECT Id FROM Advocate__c WHERE Status__c = 'Active' ORDER BY Name LIMIT 200]) {
       records.add(new Permission_Request__c(Reference_Request__c = need.Id, Advocate__c = advocate.Id));
     }`,
    'Database.insert(records, false);',
  ],
  [
    '200 advocates changed',
    'List<Advocate__c> records = [SELECT Id, Story__c FROM Advocate__c ORDER BY Name LIMIT 200]; for (Advocate__c each : records) { each.Verified_On__c = Date.today(); }',
    'update records;',
  ],
  [
    '200 deals won',
    "List<Opportunity> records = [SELECT Id FROM Opportunity WHERE StageName != 'Closed Won' ORDER BY Name LIMIT 200]; for (Opportunity each : records) { each.StageName = 'Closed Won'; }",
    'update records;',
  ],
  [
    '200 won deals reopened',
    "List<Opportunity> records = [SELECT Id FROM Opportunity WHERE StageName = 'Closed Won' ORDER BY Name LIMIT 200]; for (Opportunity each : records) { each.StageName = 'Negotiation/Review'; }",
    'update records;',
  ],
  [
    '200 product lines repriced',
    'List<OpportunityLineItem> records = [SELECT Id, UnitPrice FROM OpportunityLineItem WHERE Opportunity.IsWon = TRUE ORDER BY Id LIMIT 200]; for (OpportunityLineItem each : records) { each.UnitPrice = each.UnitPrice * 0.9; }',
    'update records;',
  ],
  [
    '200 activities stored',
    `List<Reference_Activity__c> records = new List<Reference_Activity__c>();
     for (Advocate__c advocate : [SELECT Id FROM Advocate__c ORDER BY Name LIMIT 200]) {
       records.add(new Reference_Activity__c(Advocate__c = advocate.Id, Activity_Type__c = 'Reference Call', Status__c = 'Scheduled', Scheduled_At__c = Datetime.now().addDays(3)));
     }`,
    'Database.insert(records, false);',
  ],
];

/** Runs each transaction as the connected user, measures it and rolls it back. */
export async function measureTransactions(
  connection: Connection,
): Promise<(TransactionUse | { readonly name: string; readonly problem: string })[]> {
  const results = [];
  for (const [name, prepare, work] of scripts) {
    results.push(await measure(connection, name, prepare, work));
  }
  return results;
}

async function measure(
  connection: Connection,
  name: string,
  prepare: string,
  work: string,
): Promise<TransactionUse | { readonly name: string; readonly problem: string }> {
  const marker = 'MEASURED';
  const body = `${prepare}
    Integer queries = Limits.getQueries(); Integer queryRows = Limits.getQueryRows(); Integer statements = Limits.getDmlStatements();
    Integer dmlRows = Limits.getDmlRows(); Integer cpu = Limits.getCpuTime();
    ${work}
    throw new IllegalArgumentException('${marker} ' + records.size() + ' ' + (Limits.getQueries() - queries) + ' ' + (Limits.getQueryRows() - queryRows)
      + ' ' + (Limits.getDmlStatements() - statements) + ' ' + (Limits.getDmlRows() - dmlRows) + ' ' + (Limits.getCpuTime() - cpu));`;
  const outcome = await connection.tooling.executeAnonymous(body);
  const figures = new RegExp(`${marker} ([\\d ]+)`)
    .exec(outcome.exceptionMessage ?? '')?.[1]
    ?.split(' ')
    .map(Number);
  if (!figures) {
    return { name, problem: outcome.compileProblem ?? outcome.exceptionMessage ?? 'no figures came back' };
  }
  const [records = 0, queries = 0, queryRows = 0, statements = 0, rows = 0, cpuMilliseconds = 0] = figures;
  return { name, records, queries, queryRows, statements, rows, cpuMilliseconds };
}
