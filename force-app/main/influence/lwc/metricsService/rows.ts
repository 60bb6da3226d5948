import { dayIn, millisecondsOf } from './days.ts';
import type { Advocate, Ask, Deal, Facts, Need, Use } from './facts.ts';

/**
 * Records as Apex and the REST API both give them, and what they say. Which fields are read stands in `MetricsSelector` for
 * the page and in the report for the command line; what they mean stands here, once.
 */

/** A company with the companies above it. */
export interface AccountRow {
  readonly Id?: string;
  readonly Name?: string;
  readonly Industry?: string | null;
  readonly NumberOfEmployees?: number | null;
  readonly ParentId?: string | null;
  readonly Parent?: AccountRow | null;
}

/** An `Opportunity`; its amount stands in the field that policy names. */
export interface DealRow {
  readonly Id: string;
  readonly Name: string;
  readonly AccountId?: string | null;
  readonly Account?: AccountRow | null;
  readonly OwnerId: string;
  readonly Owner?: { readonly Name?: string } | null;
  readonly CloseDate: string;
  readonly IsClosed: boolean;
  readonly IsWon: boolean;
  readonly CreatedDate: string;
  readonly LastStageChangeDate?: string | null;
  readonly CurrencyIsoCode?: string | null;
}

/** A `Reference_Influence__c`. */
export interface InfluenceRow {
  readonly Id: string;
  readonly Opportunity__c?: string | null;
  readonly Used_On__c?: string | null;
  readonly CreatedDate: string;
  readonly CreatedById: string;
  readonly Reference_Activity__c?: string | null;
  readonly Reference_Activity__r?: {
    readonly Status__c?: string | null;
    readonly Confirmed_By__c?: string | null;
    readonly Activity_Type__c?: string | null;
    readonly Advocate__c?: string | null;
  } | null;
}

/** A `Reference_Request__c`. */
export interface NeedRow {
  readonly Id: string;
  readonly Name: string;
  readonly Opportunity__c?: string | null;
  readonly Requested_By__c?: string | null;
  readonly CreatedDate: string;
  readonly Need_By__c?: string | null;
  readonly Needed__c?: number | null;
  readonly Status__c?: string | null;
}

/** A `Permission_Request__c`. */
export interface AskRow {
  readonly Id: string;
  readonly Name: string;
  readonly Reference_Request__c?: string | null;
  readonly Advocate__c?: string | null;
  readonly Status__c?: string | null;
  readonly Automatic__c?: boolean | null;
  readonly Submitted_At__c?: string | null;
  readonly Asked_At__c?: string | null;
  readonly Answer_Due_At__c?: string | null;
  readonly Decided_At__c?: string | null;
}

/** A completed `Reference_Activity__c`. */
export interface ActivityRow {
  readonly Id: string;
  readonly Took_Place_On__c?: string | null;
  readonly Permission_Request__r?: { readonly Reference_Request__c?: string | null } | null;
}

/** An `Advocate__c`. */
export interface AdvocateRow {
  readonly Id: string;
  readonly Name: string;
  readonly Account__c?: string | null;
  readonly Account__r?: AccountRow | null;
  readonly Industry__c?: string | null;
  readonly Status__c?: string | null;
  readonly Uses_Per_Quarter__c?: number | null;
  readonly Quiet_Until__c?: string | null;
}

/** A `Usage_Answer__c`: what somebody said to "was a reference used?". */
export interface UsageAnswerRow {
  readonly Id: string;
  readonly Opportunity_Key__c?: string | null;
  readonly Answer__c?: string | null;
}

/** What holds for the whole org. */
export interface OrgSettings {
  /** The moment of reading, ISO. */
  readonly now: string;
  /** IANA name of the org's time zone. */
  readonly timeZone: string;
  /** The currency of deals where multi-currency is off. */
  readonly defaultCurrency: string;
  /** The opportunity field that policy takes a deal's amount from. */
  readonly amountField: string;
  readonly usesPerPerson: number;
  readonly usesPerAccount: number;
  /** Names of the activity types that count for influence. */
  readonly influencingTypes: readonly string[];
}

/** Everything that was read. */
export interface Rows {
  readonly settings: OrgSettings;
  readonly deals: readonly DealRow[];
  /** The moment each deal first was in the policy's stage or a later one, by deal. */
  readonly reachedAt: Readonly<Record<string, string>>;
  readonly influences: readonly InfluenceRow[];
  readonly needs: readonly NeedRow[];
  readonly asks: readonly AskRow[];
  readonly activities: readonly ActivityRow[];
  readonly advocates: readonly AdvocateRow[];
  readonly answers: readonly UsageAnswerRow[];
}

/** Answers that say something: a dismissed question was not answered. */
const ANSWERS = new Set(['Used', 'Not Used']);
/** Sizes of companies by their employees: the bands of `Size_Band__c`, each with the fewest employees. */
const SIZE_BANDS: readonly (readonly [string, number])[] = [
  ['5000+', 5000],
  ['1000-4999', 1000],
  ['250-999', 250],
  ['50-249', 50],
  ['1-49', 1],
];
/** As far as `AccountFamily` looks up, too. */
const LEVELS = 5;

/** Turns records into facts: days of the org's time zone, uses that qualify, everything joined. */
export function factsOf(rows: Rows): Facts {
  const { settings } = rows;
  const dayOf = dayIn(settings.timeZone);
  const advocateRows = new Map(rows.advocates.map((advocate) => [advocate.Id, advocate]));
  const influences = grouped(rows.influences, (influence) => influence.Opportunity__c);
  const answered = new Set(rows.answers.filter(({ Answer__c }) => ANSWERS.has(Answer__c ?? '')).map((answer) => answer.Opportunity_Key__c));
  const activities = grouped(rows.activities, (activity) => activity.Permission_Request__r?.Reference_Request__c);
  return {
    now: millisecondsOf(settings.now),
    today: dayOf(settings.now),
    deals: rows.deals.map((deal) =>
      dealOf(deal, {
        reachedAt: rows.reachedAt[deal.Id],
        influences: influences.get(deal.Id) ?? [],
        answered: answered.has(deal.Id),
        advocates: advocateRows,
        settings,
        dayOf,
      }),
    ),
    needs: rows.needs.map((need) => needOf(need, activities.get(need.Id) ?? [], dayOf)),
    asks: rows.asks.map((ask) => askOf(ask, dayOf)),
    advocates: rows.advocates.map((advocate) => advocateOf(advocate, settings)),
    usesPerAccount: settings.usesPerAccount,
  };
}

/** What a deal is judged by. */
interface AroundDeal {
  readonly reachedAt: string | undefined;
  readonly influences: readonly InfluenceRow[];
  readonly answered: boolean;
  readonly advocates: ReadonlyMap<string, AdvocateRow>;
  readonly settings: OrgSettings;
  readonly dayOf: (moment: string) => string;
}

function dealOf(row: DealRow, around: AroundDeal): Deal {
  const { reachedAt, influences, answered, settings, dayOf } = around;
  const amount = (row as unknown as Readonly<Record<string, number | string | null | undefined>>)[settings.amountField];
  return {
    key: row.Id,
    name: row.Name,
    owner: row.OwnerId,
    ownerName: row.Owner?.Name ?? row.OwnerId,
    amount: amount ?? null,
    currencyCode: row.CurrencyIsoCode ?? settings.defaultCurrency,
    closeDate: row.CloseDate,
    isClosed: row.IsClosed,
    isWon: row.IsWon,
    segment: row.Account?.Industry ?? '',
    sizeBand: sizeBandOf(row.Account?.NumberOfEmployees),
    reachedOn: reachedAt === undefined ? null : dayOf(reachedAt),
    closedOn: row.IsClosed ? dayOf(closedAt(row)) : null,
    uses: usesOf(row, around),
    answered: answered || influences.some((influence) => influence.Reference_Activity__r?.Status__c === 'Completed'),
  };
}

/** As the ledger has it: completed and confirmed, of a type that counts, used before the deal was closed, and no relative of the customer. */
function usesOf(row: DealRow, { influences, advocates, settings }: AroundDeal): Use[] {
  const seen = new Set<string>();
  const uses: Use[] = [];
  for (const influence of influences) {
    const activity = influence.Reference_Activity__r;
    const key = influence.Reference_Activity__c;
    const usedOn = influence.Used_On__c;
    if (!activity?.Advocate__c || !activity.Confirmed_By__c || !key || !usedOn || seen.has(key)) {
      continue;
    }
    const late = row.IsClosed && millisecondsOf(influence.CreatedDate) > millisecondsOf(closedAt(row));
    const qualifies =
      activity.Status__c === 'Completed' &&
      settings.influencingTypes.includes(activity.Activity_Type__c ?? '') &&
      (!row.IsClosed || usedOn <= lastDayBefore(closedAt(row))) &&
      // What is written down with the outcome known is confirmed by a second person, or does not count.
      !(late && activity.Confirmed_By__c === influence.CreatedById) &&
      !related(row, advocates.get(activity.Advocate__c));
    if (qualifies) {
      seen.add(key);
      uses.push({ activity: key, advocate: activity.Advocate__c, usedOn, late });
    }
  }
  return uses.sort((left, right) => (left.usedOn < right.usedOn ? -1 : left.usedOn > right.usedOn ? 1 : 0));
}

function needOf(row: NeedRow, activities: readonly ActivityRow[], dayOf: (moment: string) => string): Need {
  return {
    key: row.Id,
    name: row.Name,
    deal: row.Opportunity__c ?? null,
    requester: row.Requested_By__c ?? '',
    createdOn: dayOf(row.CreatedDate),
    needBy: row.Need_By__c ?? null,
    needed: row.Needed__c ?? 1,
    status: row.Status__c ?? '',
    tookPlaceOn: activities.flatMap((activity) => activity.Took_Place_On__c ?? []),
  };
}

function askOf(row: AskRow, dayOf: (moment: string) => string): Ask {
  return {
    key: row.Id,
    name: row.Name,
    need: row.Reference_Request__c ?? null,
    advocate: row.Advocate__c ?? null,
    status: row.Status__c ?? '',
    automatic: row.Automatic__c ?? false,
    submittedAt: momentOf(row.Submitted_At__c),
    submittedOn: row.Submitted_At__c ? dayOf(row.Submitted_At__c) : null,
    askedAt: momentOf(row.Asked_At__c),
    dueAt: momentOf(row.Answer_Due_At__c),
    dueOn: row.Answer_Due_At__c ? dayOf(row.Answer_Due_At__c) : null,
    decidedAt: momentOf(row.Decided_At__c),
  };
}

function advocateOf(row: AdvocateRow, { usesPerPerson }: OrgSettings): Advocate {
  return {
    key: row.Id,
    name: row.Name,
    account: row.Account__c ?? '',
    accountName: row.Account__r?.Name ?? '',
    segment: row.Industry__c ?? '',
    isActive: row.Status__c === 'Active',
    usesPerQuarter: row.Uses_Per_Quarter__c ?? usesPerPerson,
    quietUntil: row.Quiet_Until__c ?? null,
  };
}

function closedAt(row: DealRow): string {
  return row.LastStageChangeDate ?? row.CreatedDate;
}

/** The latest day that had begun anywhere on earth at a moment, 14 hours ahead of Greenwich, as the ledger counts it. */
function lastDayBefore(moment: string): string {
  return new Date(millisecondsOf(moment) + 14 * 3_600_000).toISOString().slice(0, 10);
}

function related(deal: DealRow, advocate: AdvocateRow | undefined): boolean {
  return (
    !!deal.AccountId && !!advocate?.Account__c && headOf(deal.AccountId, deal.Account) === headOf(advocate.Account__c, advocate.Account__r)
  );
}

function headOf(account: string, row: AccountRow | null | undefined): string {
  let head = account;
  let current = row;
  for (let level = 1; level <= LEVELS && current?.ParentId; level += 1) {
    head = current.ParentId;
    current = current.Parent;
  }
  return head;
}

function sizeBandOf(employees: number | null | undefined): string {
  return SIZE_BANDS.find(([, fewest]) => (employees ?? 0) >= fewest)?.[0] ?? '';
}

function momentOf(moment: string | null | undefined): number | null {
  return moment ? millisecondsOf(moment) : null;
}

function grouped<T>(things: readonly T[], keyOf: (thing: T) => string | null | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key) {
      const group = groups.get(key);
      if (group) group.push(thing);
      else groups.set(key, [thing]);
    }
  }
  return groups;
}
