import type { Connection } from 'jsforce';
import { addDays, dayIn } from '../../../force-app/main/influence/lwc/metricsService/days.ts';
import type {
  ActivityRow,
  AdvocateRow,
  AskRow,
  DealRow,
  InfluenceRow,
  NeedRow,
  OrgSettings,
  Rows,
  UsageAnswerRow,
} from '../../../force-app/main/influence/lwc/metricsService/rows.ts';
import { reachedStages } from '../../../force-app/main/influence/lwc/metricsService/stages.ts';
import type { Stage } from '../../../force-app/main/influence/lwc/metricsService/stages.ts';

/** One fiscal year more than the period: what a figure needs may be older than its period. The page reads as much. */
const YEAR = 366;

/** The policy's fields that figures depend on, each with what holds where it is blank. */
const POLICY_STANDARDS = {
  Amount_Field__c: 'Amount',
  Uses_Per_Quarter_Person__c: 2,
  Uses_Per_Quarter_Account__c: 4,
  Eligibility_Stage__c: null,
} as const;

const PARENTS = [
  'ParentId',
  'Parent.ParentId',
  'Parent.Parent.ParentId',
  'Parent.Parent.Parent.ParentId',
  'Parent.Parent.Parent.Parent.ParentId',
];

/** The org's day and zone. */
export interface OrgClock {
  readonly timeZone: string;
  /** ISO day in the org's time zone. */
  readonly today: string;
}

/** Where in time the org is. */
export async function readOrgClock(connection: Connection, now: string): Promise<OrgClock> {
  const found = await connection.query<{ TimeZoneSidKey: string | null }>('SELECT TimeZoneSidKey FROM Organization LIMIT 1');
  const timeZone = found.records[0]?.TimeZoneSidKey ?? 'UTC';
  return { timeZone, today: dayIn(timeZone)(now) };
}

/**
 * Reads everything that figures of a period come from, by the API: the same records and fields as `MetricsSelector` reads
 * for the page.
 *
 * @param connection of a user who may read the program.
 * @param from the first day of the period, ISO.
 * @param now the moment that counts as now, ISO.
 */
export async function readFacts(
  connection: Connection,
  from: string,
  now: string,
): Promise<{ rows: Rows; eligibilityStage: string | null }> {
  const since = addDays(from, -YEAR);
  const midnight = `${since}T00:00:00Z`;
  const { settings, eligibilityStage, multiCurrency } = await readSettings(connection, now);
  const stages = await all<Stage>(connection, 'SELECT ApiName, SortOrder, IsClosed, IsWon FROM OpportunityStage ORDER BY SortOrder');
  const reached = reachedStages(stages, eligibilityStage).map(quoted).join(', ');
  const inTime = `(IsClosed = FALSE OR CloseDate >= ${since})`;
  const ofDealInTime = `(Opportunity__r.IsClosed = FALSE OR Opportunity__r.CloseDate >= ${since})`;
  const rows: Rows = {
    settings,
    deals: await all<DealRow>(
      connection,
      `SELECT Id, Name, ${settings.amountField}, ${multiCurrency ? 'CurrencyIsoCode, ' : ''}CloseDate, IsClosed, IsWon, AccountId, Account.Industry,
        Account.NumberOfEmployees, ${PARENTS.map((path) => `Account.${path}`).join(', ')}, OwnerId, Owner.Name, CreatedDate, LastStageChangeDate
        FROM Opportunity WHERE ${inTime} ORDER BY Id`,
    ),
    reachedAt: await readFirstEntries(
      connection,
      `SELECT OpportunityId, CreatedDate FROM OpportunityHistory
        WHERE StageName IN (${reached}) AND (Opportunity.IsClosed = FALSE OR Opportunity.CloseDate >= ${since}) ORDER BY CreatedDate DESC`,
    ),
    influences: await all<InfluenceRow>(
      connection,
      `SELECT Id, Opportunity__c, Used_On__c, CreatedDate, CreatedById, Reference_Activity__c, Reference_Activity__r.Status__c,
        Reference_Activity__r.Confirmed_By__c, Reference_Activity__r.Activity_Type__c, Reference_Activity__r.Advocate__c
        FROM Reference_Influence__c WHERE ${ofDealInTime} ORDER BY Id`,
    ),
    needs: await all<NeedRow>(
      connection,
      `SELECT Id, Name, Opportunity__c, Requested_By__c, CreatedDate, Need_By__c, Needed__c, Status__c
        FROM Reference_Request__c WHERE CreatedDate >= ${midnight} OR Need_By__c >= ${since} ORDER BY Id`,
    ),
    asks: await all<AskRow>(
      connection,
      `SELECT Id, Name, Reference_Request__c, Advocate__c, Status__c, Automatic__c, Submitted_At__c, Asked_At__c, Answer_Due_At__c, Decided_At__c
        FROM Permission_Request__c
        WHERE Submitted_At__c >= ${midnight} OR Answer_Due_At__c >= ${midnight} OR Status__c IN ('Queued', 'Pending', 'Approved') ORDER BY Id`,
    ),
    activities: await all<ActivityRow>(
      connection,
      `SELECT Id, Took_Place_On__c, Permission_Request__r.Reference_Request__c
        FROM Reference_Activity__c WHERE Status__c = 'Completed' AND Took_Place_On__c >= ${since} ORDER BY Id`,
    ),
    advocates: await all<AdvocateRow>(
      connection,
      `SELECT Id, Name, Account__c, Account__r.Name, ${PARENTS.map((path) => `Account__r.${path}`).join(', ')}, Industry__c, Status__c,
        Uses_Per_Quarter__c, Quiet_Until__c FROM Advocate__c ORDER BY Id`,
    ),
    answers: await all<UsageAnswerRow>(
      connection,
      `SELECT Id, Opportunity_Key__c, Answer__c FROM Usage_Answer__c WHERE Opportunity__r.CloseDate >= ${since} ORDER BY Id`,
    ),
  };
  return { rows, eligibilityStage };
}

async function readSettings(
  connection: Connection,
  now: string,
): Promise<{ settings: OrgSettings; eligibilityStage: string | null; multiCurrency: boolean }> {
  const policy = await readPolicy(connection);
  const { timeZone } = await readOrgClock(connection, now);
  const types = await all<{ MasterLabel: string }>(
    connection,
    'SELECT MasterLabel FROM Activity_Type__mdt WHERE Counts_For_Influence__c = TRUE',
  );
  const deal = await connection.sobject('Opportunity').describe();
  const lines = await connection.query<{ Currency__c: string | null }>(
    'SELECT Currency__c FROM Influence_Entry__c ORDER BY Booked_On__c DESC LIMIT 1',
  );
  return {
    settings: {
      now,
      timeZone,
      // The API does not tell the currency of an org that has only one, the ledger does.
      defaultCurrency: lines.records[0]?.Currency__c ?? '',
      amountField: policy.Amount_Field__c,
      usesPerPerson: policy.Uses_Per_Quarter_Person__c,
      usesPerAccount: policy.Uses_Per_Quarter_Account__c,
      influencingTypes: types.map(({ MasterLabel }) => MasterLabel),
    },
    eligibilityStage: policy.Eligibility_Stage__c,
    multiCurrency: deal.fields.some(({ name }) => name === 'CurrencyIsoCode'),
  };
}

interface Policy {
  readonly Amount_Field__c: string;
  readonly Uses_Per_Quarter_Person__c: number;
  readonly Uses_Per_Quarter_Account__c: number;
  readonly Eligibility_Stage__c: string | null;
}

/** The rules as they hold for the user, field by field: the user's own, their profile's, the org's, the standard. */
async function readPolicy(connection: Connection): Promise<Policy> {
  const userId = connection.userInfo?.id ?? (await connection.identity()).user_id;
  const users = await connection.query<{ ProfileId: string }>(`SELECT ProfileId FROM User WHERE Id = ${quoted(userId)}`);
  const rows = await all<Readonly<Record<string, string | number | null>>>(
    connection,
    `SELECT SetupOwnerId, ${Object.keys(POLICY_STANDARDS).join(', ')} FROM Vouchsafe_Policy__c`,
  );
  const owners = [userId, users.records[0]?.ProfileId];
  const rank = ({ SetupOwnerId }: Readonly<Record<string, string | number | null>>): number => {
    const position = owners.indexOf(String(SetupOwnerId));
    return position < 0 ? owners.length : position;
  };
  const own = rows
    .filter((row) => owners.includes(String(row['SetupOwnerId'])) || String(row['SetupOwnerId']).startsWith('00D'))
    .sort((one, other) => rank(one) - rank(other));
  const given = (field: keyof typeof POLICY_STANDARDS): string | number | null =>
    own.map((row) => row[field]).find((value) => value !== null && value !== undefined && value !== '') ?? POLICY_STANDARDS[field];
  const stage = given('Eligibility_Stage__c');
  return {
    Amount_Field__c: String(given('Amount_Field__c')),
    Uses_Per_Quarter_Person__c: Number(given('Uses_Per_Quarter_Person__c')),
    Uses_Per_Quarter_Account__c: Number(given('Uses_Per_Quarter_Account__c')),
    Eligibility_Stage__c: stage === null ? null : String(stage),
  };
}

/** The earliest line of each deal; they come latest first. */
async function readFirstEntries(connection: Connection, soql: string): Promise<Record<string, string>> {
  const lines = await all<{ OpportunityId: string; CreatedDate: string }>(connection, soql);
  return Object.fromEntries(lines.map(({ OpportunityId, CreatedDate }) => [OpportunityId, CreatedDate]));
}

async function all<T>(connection: Connection, soql: string): Promise<T[]> {
  const found = await connection.query(soql, { autoFetch: true, maxFetch: Number.MAX_SAFE_INTEGER });
  return found.records as T[];
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
