import { activityTypes } from './advocates.ts';
import { addDays } from './days.ts';
import type { PlannedDeal } from './deals.ts';
import type { Random } from './random.ts';
import type { PlannedNeed } from './references.ts';

/** A search to be that found too little. */
export interface PlannedUnmetDemand {
  readonly deal: number;
  readonly activityType: string;
  readonly found: number;
  readonly searchedOn: string;
  readonly needBy: string;
  /** The need is gone: the deal was decided. */
  readonly resolved: boolean;
}

/** Plans searches without enough matches, among the deals for which nobody was asked; first searches are left to the people who try it out. */
export function planUnmetDemand(
  random: Random,
  deals: readonly PlannedDeal[],
  needs: readonly PlannedNeed[],
  today: string,
): PlannedUnmetDemand[] {
  const asked = new Set(needs.map((need) => need.deal));
  return deals.flatMap((deal, index): PlannedUnmetDemand[] => {
    if (asked.has(index) || deal.showcase || !random.chance(deal.outcome === 'Open' ? 0.6 : 0.12)) {
      return [];
    }
    const end = deal.outcome === 'Open' ? today : deal.closeDate;
    const searchedOn = addDays(end, -random.between(1, 40));
    return [
      {
        deal: index,
        activityType: random.pick(activityTypes),
        found: random.between(0, 2),
        searchedOn,
        needBy: addDays(searchedOn, random.between(10, 30)),
        resolved: deal.outcome !== 'Open',
      },
    ];
  });
}

/** What the deal is worth, from its product lines. */
export function amountOf(deal: PlannedDeal): number {
  const cents = deal.lines.reduce((sum, line) => sum + Math.round(line.quantity * line.unitPrice * 100), 0);
  return cents / 100;
}
