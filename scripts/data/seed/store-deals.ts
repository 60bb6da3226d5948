import type { Collections, Row } from './collections.ts';
import type { Directory } from './directory.ts';
import type { Step } from './history.ts';
import type { Plan } from './plan.ts';
import type { StoredCustomers } from './store-customers.ts';

/** Ids of what was stored, in the order of the plan; they come as the deals are stored. */
export interface StoredDeals {
  readonly opportunities: string[];
  /** The product lines of each deal. */
  readonly lines: string[][];
}

/** Where deals lie among the phases of a time: opened first, closed last. */
const PHASES = { opened: 0, lines: 1, moved: 2, closed: 8 } as const;

/**
 * Every deal: opened with its product lines, and won or lost when its time has come.
 *
 * @param withMoves also from stage to stage on the way; otherwise it is opened in its last stage.
 */
export function dealSteps(
  plan: Plan,
  { users, standardPriceBook }: Directory,
  customers: StoredCustomers,
  priceBookEntries: readonly string[],
  withMoves: boolean,
): { deals: StoredDeals; steps: Step[] } {
  const deals: StoredDeals = { opportunities: [], lines: plan.deals.map(() => []) };
  const update = (index: number, day: string, phase: number, change: Row): Step => ({
    day,
    phase,
    object: 'Opportunity',
    action: 'update',
    row: () => ({ Id: deals.opportunities[index] ?? '', ...change }),
  });
  const steps = plan.deals.flatMap((deal, index): Step[] => [
    {
      day: deal.openedOn,
      phase: PHASES.opened,
      object: 'Opportunity',
      action: 'create',
      row: () => ({
        Name: deal.name,
        AccountId: customers.accounts[deal.account],
        OwnerId: users[deal.owner],
        StageName: withMoves ? deal.path[0]?.stage : deal.stage,
        CloseDate: deal.closeDate,
        Type: deal.type,
        Use_Cases__c: deal.useCases.join(';'),
        Pricebook2Id: standardPriceBook,
      }),
      stored: (id) => {
        deals.opportunities[index] = id;
      },
    },
    ...deal.lines.map((line, position): Step => ({
      day: deal.openedOn,
      phase: PHASES.lines,
      object: 'OpportunityLineItem',
      action: 'create',
      row: () => ({
        OpportunityId: deals.opportunities[index],
        PricebookEntryId: priceBookEntries[line.product],
        Quantity: line.quantity,
        UnitPrice: line.unitPrice,
      }),
      stored: (id) => {
        const ids = deals.lines[index];
        if (ids) ids[position] = id;
      },
    })),
    ...(withMoves ? deal.path.slice(1).map(({ stage, day }) => update(index, day, PHASES.moved, { StageName: stage })) : []),
    ...(deal.outcome === 'Open' ? [] : [update(index, deal.closeDate, PHASES.closed, { StageName: `Closed ${deal.outcome}` })]),
  ]);
  return { deals, steps };
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
