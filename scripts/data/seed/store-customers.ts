import type { Connection } from 'jsforce';
import type { Collections } from './collections.ts';
import type { Directory } from './directory.ts';
import { products } from './offering.ts';
import type { Plan } from './plan.ts';

/** Ids of what was stored, in the order of the plan. */
export interface StoredCustomers {
  readonly accounts: readonly string[];
  readonly contacts: readonly string[];
  readonly advocates: readonly string[];
}

/**
 * Stores the products that are missing, each with its price in the standard price book.
 *
 * @returns the price book entries, in the order of the products.
 */
export async function storeProducts(connection: Connection, collections: Collections, directory: Directory): Promise<string[]> {
  const codes = products.map((product) => `'${product.code}'`).join(', ');
  const known = await connection.query<{ Id: string; ProductCode: string }>(
    `SELECT Id, ProductCode FROM Product2 WHERE IsActive = true AND ProductCode IN (${codes})`,
  );
  const productIds = new Map(known.records.map((product) => [product.ProductCode, product.Id]));
  const missing = products.filter((product) => !productIds.has(product.code));
  const created = await collections.create(
    'Product2',
    missing.map((product) => ({ Name: product.name, ProductCode: product.code, Family: product.family, IsActive: true })),
  );
  missing.forEach((product, index) => productIds.set(product.code, created[index] ?? ''));

  const priced = await connection.query<{ Id: string; Product2Id: string }>(
    `SELECT Id, Product2Id FROM PricebookEntry WHERE IsActive = true AND Pricebook2Id = '${directory.standardPriceBook}' AND Product2.ProductCode IN (${codes})`,
  );
  const entryIds = new Map(priced.records.map((entry) => [entry.Product2Id, entry.Id]));
  const unpriced = products.filter((product) => !entryIds.has(productIds.get(product.code) ?? ''));
  const entries = await collections.create(
    'PricebookEntry',
    unpriced.map((product) => ({
      Pricebook2Id: directory.standardPriceBook,
      Product2Id: productIds.get(product.code),
      UnitPrice: product.price,
      IsActive: true,
    })),
  );
  unpriced.forEach((product, index) => entryIds.set(productIds.get(product.code) ?? '', entries[index] ?? ''));
  return products.map((product) => entryIds.get(productIds.get(product.code) ?? '') ?? '');
}

/** Stores accounts, their people, and the advocates among them. */
export async function storeCustomers(collections: Collections, plan: Plan, { users }: Directory): Promise<StoredCustomers> {
  const accounts = await collections.create(
    'Account',
    plan.accounts.map((account) => ({
      Name: account.name,
      AccountNumber: account.number,
      Industry: account.industry,
      BillingCity: account.city,
      BillingCountry: account.country.name,
      NumberOfEmployees: account.employees,
      Website: `https://www.${account.domain}`,
      Type: 'Customer',
      OwnerId: users[account.owner],
    })),
  );
  const contacts = await collections.create(
    'Contact',
    plan.contacts.map((contact) => ({
      FirstName: contact.firstName,
      LastName: contact.lastName,
      Title: contact.job.title,
      Department: contact.job.department,
      Email: contact.email,
      Phone: contact.phone,
      AccountId: accounts[contact.account],
      OwnerId: users[plan.accounts[contact.account]?.owner ?? 'owner'],
    })),
  );
  const advocates = await collections.create(
    'Advocate__c',
    plan.advocates.map((advocate) => {
      const account = plan.accounts[advocate.account];
      const job = plan.contacts[advocate.contact]?.job;
      return {
        Account__c: accounts[advocate.account],
        Contact__c: contacts[advocate.contact],
        Status__c: advocate.finalStatus,
        Role__c: job?.role,
        Persona__c: job?.persona,
        Seniority__c: job?.seniority,
        Industry__c: account?.industry,
        Region__c: account?.country.region,
        Country__c: account?.country.name,
        Size_Band__c: account?.sizeBand,
        Products__c: advocate.products.join(';'),
        Use_Cases__c: advocate.useCases.join(';'),
        Languages__c: advocate.languages.join(';'),
        Competitors_Replaced__c: advocate.competitors.join(';') || null,
        Story__c: advocate.story,
        Activity_Types__c: advocate.activityTypes.join(';'),
        Uses_Per_Quarter__c: advocate.usesPerQuarter,
        Rest_Days__c: advocate.restDays,
        Quiet_Until__c: advocate.quietUntil,
        Release_Mode__c: advocate.releaseMode,
        Sentiment__c: advocate.sentiment,
        Verified_On__c: advocate.verifiedOn,
      };
    }),
  );
  return { accounts, contacts, advocates };
}
