import type { Collections } from './collections.ts';
import type { Directory } from './directory.ts';
import type { Plan } from './plan.ts';
import type { StoredCustomers } from './store-customers.ts';
import type { StoredDeals } from './store-deals.ts';
import { amountOf } from './unmet-demand.ts';

/** Stores what advocates allow; after all history, so that it holds for new asks only. */
export async function storeConsents(collections: Collections, plan: Plan, { users }: Directory, customers: StoredCustomers): Promise<void> {
  await collections.create(
    'Advocate_Consent__c',
    plan.consents.map((consent) => ({
      Advocate__c: customers.advocates[consent.advocate],
      Activity_Type__c: consent.activityType,
      Purpose__c: consent.purpose,
      Permission__c: consent.permission,
      Expires_On__c: consent.expiresOn,
      Source__c: consent.source,
      OwnerId: users[plan.accounts[plan.advocates[consent.advocate]?.account ?? -1]?.owner ?? 'owner'],
    })),
  );
}

/** Stores the searches that found too little. */
export async function storeUnmetDemand(collections: Collections, plan: Plan, { users }: Directory, deals: StoredDeals): Promise<void> {
  await collections.create(
    'Unmet_Demand__c',
    plan.unmetDemand.map((demand) => {
      const deal = plan.deals[demand.deal];
      const account = deal && plan.accounts[deal.account];
      const seller = users[deal?.owner ?? 'rep'];
      return {
        Opportunity__c: deals.opportunities[demand.deal],
        Requested_By__c: seller,
        OwnerId: seller,
        Activity_Type__c: demand.activityType,
        Found__c: demand.found,
        Amount__c: deal && amountOf(deal),
        Industry__c: account?.industry,
        Region__c: account?.country.region,
        Searched_On__c: demand.searchedOn,
        Need_By__c: demand.needBy,
        Resolved__c: demand.resolved,
      };
    }),
  );
}
