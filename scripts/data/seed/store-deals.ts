import type { Collections } from './collections.ts';
import type { Directory } from './directory.ts';
import type { Plan } from './plan.ts';
import type { StoredCustomers } from './store-customers.ts';

/** Ids of what was stored, in the order of the plan. */
export interface StoredDeals {
  readonly opportunities: readonly string[];
  /** The product lines of each deal. */
  readonly lines: readonly (readonly string[])[];
}

/** Stores every deal as an open one, with its product lines. */
export async function storeDeals(
  collections: Collections,
  plan: Plan,
  { users, standardPriceBook }: Directory,
  customers: StoredCustomers,
  priceBookEntries: readonly string[],
): Promise<StoredDeals> {
  const opportunities = await collections.create(
    'Opportunity',
    plan.deals.map((deal) => ({
      Name: deal.name,
      AccountId: customers.accounts[deal.account],
      OwnerId: users[deal.owner],
      StageName: deal.stage,
      CloseDate: deal.closeDate,
      Type: deal.type,
      Use_Cases__c: deal.useCases.join(';'),
      Pricebook2Id: standardPriceBook,
    })),
  );
  const rows = plan.deals.flatMap((deal, index) =>
    deal.lines.map((line) => ({
      OpportunityId: opportunities[index],
      PricebookEntryId: priceBookEntries[line.product],
      Quantity: line.quantity,
      UnitPrice: line.unitPrice,
    })),
  );
  const ids = (await collections.create('OpportunityLineItem', rows)).values();
  return { opportunities, lines: plan.deals.map((deal) => deal.lines.map(() => ids.next().value ?? '')) };
}

/** Wins and loses the deals that are over. */
export async function closeDeals(collections: Collections, plan: Plan, deals: StoredDeals): Promise<void> {
  await collections.update(
    'Opportunity',
    plan.deals.flatMap((deal, index) =>
      deal.outcome === 'Open' ? [] : [{ Id: deals.opportunities[index] ?? '', StageName: `Closed ${deal.outcome}` }],
    ),
  );
}

/** What happens to a few won deals afterwards: the price is corrected, or the customer steps back after all. */
export async function correctDeals(collections: Collections, plan: Plan, deals: StoredDeals): Promise<void> {
  const wonWithReference = plan.needs
    .filter((need) => plan.deals[need.deal]?.outcome === 'Won' && need.asks.some((ask) => ask.outcome === 'Completed'))
    .map((need) => need.deal);
  const repriced = wonWithReference.filter((_deal, position) => position % 24 === 5);
  const lost = wonWithReference.filter((_deal, position) => position % 48 === 17);
  await collections.update(
    'OpportunityLineItem',
    repriced.map((deal) => ({
      Id: deals.lines[deal]?.[0] ?? '',
      UnitPrice: Math.round((plan.deals[deal]?.lines[0]?.unitPrice ?? 0) * 92) / 100,
    })),
  );
  await collections.update(
    'Opportunity',
    lost.map((deal) => ({ Id: deals.opportunities[deal] ?? '', StageName: 'Closed Lost' })),
  );
}
