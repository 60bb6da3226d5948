/** The pages that an org without layouts of its own shows for standard objects: what people look for, in the customary order. */
interface StandardLayout {
  /** The fields of the first section, first column then second. */
  readonly columns: readonly [readonly string[], readonly string[]];
  /** Fields of a section of its own, over the whole width. */
  readonly wide: readonly string[];
  /** The fields of the highlights panel. */
  readonly compact: readonly string[];
}

const ADDRESS = ['Street', 'City', 'State', 'PostalCode', 'Country'];
const billing = ADDRESS.map((part) => `Billing${part}`);
const mailing = ADDRESS.map((part) => `Mailing${part}`);

export const STANDARD_LAYOUTS: Readonly<Record<string, StandardLayout>> = {
  Account: {
    columns: [
      ['OwnerId', 'Name', 'ParentId', 'Type', 'Industry', 'NumberOfEmployees', 'AnnualRevenue'],
      ['Phone', 'Website', 'AccountSource', ...billing],
    ],
    wide: ['Description'],
    compact: ['Type', 'Phone', 'Website', 'OwnerId', 'Industry'],
  },
  Contact: {
    columns: [
      ['OwnerId', 'FirstName', 'LastName', 'AccountId', 'Title', 'Department', 'ReportsToId'],
      ['Phone', 'MobilePhone', 'Email', ...mailing],
    ],
    wide: ['Description'],
    compact: ['Title', 'AccountId', 'Phone', 'Email', 'OwnerId'],
  },
  Opportunity: {
    columns: [
      ['OwnerId', 'Name', 'AccountId', 'Type', 'LeadSource'],
      ['Amount', 'CloseDate', 'StageName', 'Probability', 'ForecastCategoryName', 'NextStep'],
    ],
    wide: ['Description'],
    compact: ['AccountId', 'CloseDate', 'Amount', 'StageName', 'OwnerId'],
  },
  OpportunityLineItem: {
    columns: [
      ['OpportunityId', 'PricebookEntryId', 'Product2Id', 'Quantity'],
      ['UnitPrice', 'TotalPrice', 'ListPrice', 'ServiceDate'],
    ],
    wide: ['Description'],
    compact: ['OpportunityId', 'Quantity', 'UnitPrice', 'TotalPrice'],
  },
  Case: {
    columns: [
      ['OwnerId', 'CaseNumber', 'AccountId', 'ContactId'],
      ['Status', 'Priority', 'Origin', 'Type', 'Reason'],
    ],
    wide: ['Subject', 'Description'],
    compact: ['Subject', 'Status', 'Priority', 'OwnerId'],
  },
  Product2: {
    columns: [['Name', 'ProductCode', 'Family'], ['IsActive']],
    wide: ['Description'],
    compact: ['ProductCode', 'Family', 'IsActive'],
  },
};
