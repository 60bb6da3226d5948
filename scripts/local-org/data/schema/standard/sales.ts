import { standardObject } from '../standard-language.ts';

const STAGES =
  'Prospecting|Qualification|Needs Analysis|Value Proposition|Id. Decision Makers|Perception Analysis|Proposal/Price Quote|' +
  'Negotiation/Review|Closed Won|Closed Lost';
const FORECAST_CATEGORIES = 'Omitted|Pipeline|Best Case|Most Likely|Commit|Closed';

/** Deals, their lines, and what is sold. */
export const salesObjects = [
  standardObject({
    name: 'Opportunity',
    prefix: '006',
    plural: 'Opportunities',
    system: ['deleted', 'owner', 'audit', 'viewed'],
    fields: `
      AccountId reference(Account) children=Opportunities cascade "Account ID"
      IsPrivate boolean default=false "Private"
      Name string(120) required name
      Description textarea(32000) long
      StageName picklist{${STAGES}} required "Stage"
      Amount currency(18,2)
      Probability percent(3,0) "Probability (%)"
      ExpectedRevenue currency(18,2) readonly "Expected Amount"
      TotalOpportunityQuantity double(18,2) "Quantity"
      CloseDate date required
      Type picklist{Existing Customer - Upgrade|Existing Customer - Replacement|Existing Customer - Downgrade|New Customer} "Opportunity Type"
      NextStep string(255)
      LeadSource picklist{Web|Phone Inquiry|Partner Referral|Purchased List|Other}
      IsClosed boolean readonly "Closed"
      IsWon boolean readonly "Won"
      ForecastCategory picklist{Omitted|Pipeline|BestCase|MostLikely|Forecast|Closed} readonly
      ForecastCategoryName picklist{${FORECAST_CATEGORIES}} "Forecast Category"
      CampaignId reference(Campaign) children=Opportunities "Campaign ID"
      HasOpportunityLineItem boolean readonly "Has Line Item"
      Pricebook2Id reference(Pricebook2) children=Opportunities "Price Book ID"
      ContactId reference(Contact) children=Opportunities createonly "Contact ID"
      ContractId reference(Contract) children=Opportunities "Contract ID"
      LastActivityDate date readonly "Last Activity"
      LastStageChangeDate datetime readonly
      PushCount int(3) readonly
      HasOpenActivity boolean readonly
      HasOverdueTask boolean readonly
      FiscalQuarter int(1) readonly
      FiscalYear int(4) readonly
      Fiscal string(6) readonly "Fiscal Period"`,
  }),
  standardObject({
    name: 'OpportunityLineItem',
    prefix: '00k',
    label: 'Opportunity Product',
    sharing: 'ControlledByParent',
    system: ['deleted', 'audit'],
    fields: `
      OpportunityId reference(Opportunity) required createonly cascade children=OpportunityLineItems
      SortOrder int(9)
      PricebookEntryId reference(PricebookEntry) createonly children=OpportunityLineItems
      Product2Id reference(Product2) createonly children=OpportunityLineItems
      ProductCode string(255) readonly
      Name string(376) readonly name "Opportunity Product Name"
      Quantity double(12,2) required
      TotalPrice currency(18,2)
      UnitPrice currency(18,2) "Sales Price"
      ListPrice currency(18,2) readonly
      Discount percent(5,2)
      ServiceDate date "Date"
      Description string(255) "Line Description"`,
  }),
  standardObject({
    name: 'OpportunityContactRole',
    prefix: '00K',
    sharing: 'ControlledByParent',
    system: ['deleted', 'audit'],
    fields: `
      OpportunityId reference(Opportunity) required createonly cascade children=OpportunityContactRoles
      ContactId reference(Contact) required cascade children=OpportunityContactRoles
      Role picklist{Business User|Decision Maker|Economic Buyer|Economic Decision Maker|Evaluator|Executive Sponsor|Influencer|Technical Buyer|Other}
      IsPrimary boolean default=false "Primary"`,
  }),
  standardObject({
    name: 'OpportunityHistory',
    prefix: '008',
    plural: 'Opportunity History',
    sharing: 'ControlledByParent',
    system: ['deleted', 'created'],
    changes: 'readonly',
    fields: `
      OpportunityId reference(Opportunity) readonly cascade children=OpportunityHistories
      StageName picklist{${STAGES}} readonly "Stage"
      Amount currency(18,2) readonly
      ExpectedRevenue currency(18,2) readonly
      CloseDate date readonly
      Probability percent(3,0) readonly
      ForecastCategory picklist{Omitted|Pipeline|BestCase|MostLikely|Forecast|Closed} readonly`,
  }),
  standardObject({
    name: 'OpportunityStage',
    prefix: '01J',
    system: ['audit'],
    changes: 'readonly',
    fields: `
      MasterLabel string(255) name
      ApiName string(255)
      IsActive boolean
      SortOrder int(9)
      IsClosed boolean
      IsWon boolean
      ForecastCategory picklist{Omitted|Pipeline|BestCase|MostLikely|Forecast|Closed}
      ForecastCategoryName picklist{${FORECAST_CATEGORIES}}
      DefaultProbability percent(3,0)
      Description string(255)`,
  }),
  standardObject({
    name: 'Product2',
    prefix: '01t',
    label: 'Product',
    system: ['deleted', 'audit', 'viewed'],
    fields: `
      Name string(255) required name "Product Name"
      ProductCode string(255)
      Description textarea(4000) "Product Description"
      IsActive boolean default=false "Active"
      Family picklist{None} "Product Family"
      QuantityUnitOfMeasure picklist{}
      StockKeepingUnit string(180) "Product SKU"
      DisplayUrl url(1000)
      ExternalId string(255)`,
  }),
  standardObject({
    name: 'Pricebook2',
    prefix: '01s',
    label: 'Price Book',
    system: ['deleted', 'audit', 'viewed'],
    fields: `
      Name string(255) required name "Price Book Name"
      IsActive boolean default=false "Active"
      IsStandard boolean readonly "Is Standard Price Book"
      Description string(255)`,
  }),
  standardObject({
    name: 'PricebookEntry',
    prefix: '01u',
    label: 'Price Book Entry',
    plural: 'Price Book Entries',
    system: ['deleted', 'audit'],
    fields: `
      Name string(255) readonly name "Product Name"
      Pricebook2Id reference(Pricebook2) required createonly cascade children=PricebookEntries "Price Book ID"
      Product2Id reference(Product2) required createonly cascade children=PricebookEntries "Product ID"
      UnitPrice currency(18,2) required "List Price"
      IsActive boolean default=false "Active"
      UseStandardPrice boolean default=false
      ProductCode string(255) readonly`,
  }),
];
