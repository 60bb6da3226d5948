import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Org } from '../../../scripts/local-org/data/org.ts';
import { DateValue } from '../../../scripts/local-org/data/values/date.ts';
import { DecimalValue } from '../../../scripts/local-org/data/values/decimal.ts';
import { ALL, asAdministrator, ask, insertOne, make, openWorkshop, triggersOf } from './workshop.ts';

const decimal = (text: string): DecimalValue => DecimalValue.parse(text);

function newDeal(org: Org, stage = 'Prospecting'): string {
  return insertOne(org, 'Opportunity', {
    Name: 'Deal',
    StageName: stage,
    CloseDate: DateValue.parse('2026-03-31'),
    Amount: decimal('1000'),
  });
}

function change(org: Org, id: string, contents: Parameters<typeof make>[2]): void {
  asAdministrator(org, (transaction) => transaction.update([make(org, 'Opportunity', { ...contents, Id: id })], ALL));
}

/** A price of a product in the standard price book. */
function newPrice(org: Org): string {
  const [book] = ask(org, 'SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE');
  const product = insertOne(org, 'Product2', { Name: 'Thing', IsActive: true, ProductCode: 'T1' });
  return insertOne(org, 'PricebookEntry', {
    Pricebook2Id: book?.['id'],
    Product2Id: product,
    UnitPrice: decimal('50'),
    IsActive: true,
  });
}

describe('a deal', () => {
  test('follows its stage', () => {
    const org = openWorkshop();
    const id = newDeal(org);
    const state = (): unknown[] => {
      const [row] = ask(org, 'SELECT IsClosed, IsWon, Probability, ForecastCategoryName, ExpectedRevenue FROM Opportunity');
      return [row?.['isclosed'], row?.['iswon'], row?.['probability'], row?.['forecastcategoryname'], row?.['expectedrevenue']];
    };
    assert.deepEqual(state(), ['false', 'false', '10', 'Pipeline', '100.00']);
    change(org, id, { StageName: 'Closed Won' });
    assert.deepEqual(state(), ['true', 'true', '100', 'Closed', '1000.00']);
    change(org, id, { StageName: 'Closed Lost' });
    assert.deepEqual(state(), ['true', 'false', '0', 'Omitted', '0.00']);
  });

  test('won before its close date closes today', () => {
    const org = openWorkshop();
    org.clock = () => Date.parse('2026-02-01T12:00:00Z');
    const id = newDeal(org);
    change(org, id, { StageName: 'Closed Won' });
    assert.equal(ask(org, 'SELECT CloseDate FROM Opportunity')[0]?.['closedate'], '2026-02-01');
  });

  test('writes history when stage, amount or close date change, and not otherwise', () => {
    const org = openWorkshop();
    const id = newDeal(org);
    change(org, id, { StageName: 'Qualification' });
    change(org, id, { NextStep: 'Call' });
    change(org, id, { Amount: decimal('7') });
    assert.equal(ask(org, 'SELECT Id FROM OpportunityHistory').length, 3);
  });

  test('knows its fiscal period', () => {
    const org = openWorkshop();
    newDeal(org);
    const [row] = ask(org, 'SELECT Fiscal, FiscalYear, FiscalQuarter FROM Opportunity');
    assert.deepEqual([row?.['fiscal'], row?.['fiscalyear'], row?.['fiscalquarter']], ['2026 1', '2026', '1']);
  });
});

describe('products of a deal', () => {
  test('make its amount, before their own after triggers and without a trigger of the deal', () => {
    const org = openWorkshop();
    const id = newDeal(org);
    const price = newPrice(org);
    const amounts: unknown[] = [];
    const triggers = triggersOf({
      'Opportunity before update': () => undefined,
      'OpportunityLineItem after insert': (_, transaction) =>
        amounts.push(String(transaction.query('SELECT Amount FROM Opportunity', ALL).records[0]?.get('Amount'))),
    });
    org.triggers = triggers;
    const line = insertOne(org, 'OpportunityLineItem', {
      OpportunityId: id,
      PricebookEntryId: price,
      Quantity: decimal('3'),
      UnitPrice: decimal('40'),
    });
    assert.deepEqual(amounts, ['120.00']);
    assert.deepEqual(triggers.log, ['OpportunityLineItem after insert 1']);
    change(org, id, { Amount: decimal('5') });
    const [deal] = ask(org, 'SELECT Amount, HasOpportunityLineItem FROM Opportunity');
    assert.deepEqual([deal?.['amount'], deal?.['hasopportunitylineitem']], ['120.00', 'true']);
    const [item] = ask(org, 'SELECT Name, ListPrice, TotalPrice, ProductCode FROM OpportunityLineItem');
    assert.deepEqual(
      [item?.['name'], item?.['listprice'], item?.['totalprice'], item?.['productcode']],
      ['Deal Thing', '50.00', '120.00', 'T1'],
    );
    asAdministrator(org, (transaction) => transaction.delete([line], ALL));
    assert.equal(ask(org, 'SELECT HasOpportunityLineItem FROM Opportunity')[0]?.['hasopportunitylineitem'], 'false');
  });

  test('may give the total instead of the price', () => {
    const org = openWorkshop();
    const id = newDeal(org);
    insertOne(org, 'OpportunityLineItem', {
      OpportunityId: id,
      PricebookEntryId: newPrice(org),
      Quantity: decimal('4'),
      TotalPrice: decimal('100'),
    });
    assert.equal(ask(org, 'SELECT UnitPrice FROM OpportunityLineItem')[0]?.['unitprice'], '25.00');
  });
});
