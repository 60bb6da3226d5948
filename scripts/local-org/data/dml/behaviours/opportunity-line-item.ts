import type { Content, SObjectRecord } from '../../record.ts';
import type { ObjectDescription } from '../../schema/description.ts';
import { decode } from '../../store/columns.ts';
import type { FieldDescription } from '../../schema/description.ts';
import { DecimalValue } from '../../values/decimal.ts';
import type { DmlContext, DmlRow } from '../dml-context.ts';
import { fail } from '../dml-context.ts';
import { stampChanged } from '../stamps.ts';
import type { ObjectBehaviour } from './behaviour.ts';
import { expectedRevenue, writeHistory } from './opportunity.ts';

const HUNDRED = DecimalValue.of(100);

/** Products of a deal: price and product from the price book, totals, and the deal's Amount as their sum. */
export const opportunityLineItemBehaviour: ObjectBehaviour = {
  prepare(context, rows) {
    for (const row of rows) {
      if (row.old === undefined) {
        takeFromPriceBook(context, row);
      }
      price(row);
    }
  },
  beforeSave(_context, rows) {
    for (const row of rows) {
      price(row);
      if ((row.record.contents.get('unitprice') ?? null) === null) {
        fail(row, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [UnitPrice]', ['UnitPrice']);
      }
    }
  },
  afterSave: sumUp,
  afterDelete: sumUp,
};

function takeFromPriceBook(context: DmlContext, row: DmlRow): void {
  const { contents } = row.record;
  const opportunity = load(context, 'Opportunity', contents.get('opportunityid'));
  const entry =
    load(context, 'PricebookEntry', contents.get('pricebookentryid')) ?? entryOfProduct(context, opportunity, contents.get('product2id'));
  if (entry === undefined) {
    fail(
      row,
      'FIELD_INTEGRITY_EXCEPTION',
      'Provide a price book entry of the deal’s price book: PricebookEntryId, or Product2Id with a price there.',
      ['PricebookEntryId'],
    );
    return;
  }
  const product = load(context, 'Product2', entry.get('Product2Id'));
  contents.set('pricebookentryid', entry.id);
  contents.set('product2id', product?.id ?? null);
  contents.set('productcode', product?.get('ProductCode') ?? null);
  contents.set('name', `${String(opportunity?.get('Name') ?? '')} ${String(product?.get('Name') ?? '')}`.trim());
  contents.set('listprice', entry.get('UnitPrice'));
  const book = opportunity?.get('Pricebook2Id') ?? null;
  if (opportunity !== undefined && book === null) {
    const field = opportunity.description.fields.get('pricebook2id') as FieldDescription;
    context.records.set(opportunity.description, opportunity.id as string, field, entry.get('Pricebook2Id') as string);
  } else if (opportunity !== undefined && book !== entry.get('Pricebook2Id')) {
    fail(row, 'FIELD_INTEGRITY_EXCEPTION', 'The price book entry is not in the price book of the opportunity.', ['PricebookEntryId']);
  }
}

function entryOfProduct(
  context: DmlContext,
  opportunity: SObjectRecord | undefined,
  productId: Content | undefined,
): SObjectRecord | undefined {
  if (typeof productId !== 'string') {
    return undefined;
  }
  const entries = context.schema.object('PricebookEntry') as ObjectDescription;
  const found = context.records.findBy(entries, entries.fields.get('product2id') as FieldDescription, [productId]);
  const book = opportunity?.get('Pricebook2Id') ?? null;
  return book === null ? found[0] : found.find((entry) => entry.get('Pricebook2Id') === book);
}

function load(context: DmlContext, objectName: string, id: Content | undefined): SObjectRecord | undefined {
  return typeof id === 'string' ? context.records.loadOne(context.schema.object(objectName) as ObjectDescription, id) : undefined;
}

/** Quantity, sales price, discount and total always fit together; the total gives way unless only it was given. */
function price({ record, given }: DmlRow): void {
  const { contents } = record;
  const quantity = contents.get('quantity');
  if (!(quantity instanceof DecimalValue)) {
    return;
  }
  const discount = contents.get('discount');
  const rest = discount instanceof DecimalValue ? HUNDRED.subtract(discount) : HUNDRED;
  const total = contents.get('totalprice');
  const onlyTotal = given.contents.has('totalprice') && !given.contents.has('unitprice');
  if (onlyTotal && total instanceof DecimalValue && quantity.sign !== 0 && rest.sign !== 0) {
    contents.set('unitprice', total.multiply(HUNDRED).divideToScale(quantity.multiply(rest), 2, 'HALF_UP'));
    return;
  }
  const unitPrice = contents.get('unitprice');
  if (unitPrice instanceof DecimalValue) {
    contents.set('totalprice', unitPrice.multiply(quantity).multiply(rest).divideToScale(HUNDRED, 2, 'HALF_UP'));
  }
}

/** The deal's Amount follows its products; no opportunity trigger runs for it. */
function sumUp(context: DmlContext, rows: readonly DmlRow[]): void {
  const ids = new Set(rows.map((row) => row.record.contents.get('opportunityid')).filter((id) => typeof id === 'string'));
  for (const id of ids) {
    const opportunity = load(context, 'Opportunity', id);
    if (opportunity === undefined) {
      continue;
    }
    const old = opportunity.copy();
    const { fields } = opportunity.description;
    const [amount, quantity, count] = context.store.select(
      'SELECT CAST(SUM("TotalPrice") AS TEXT), CAST(SUM("Quantity") AS TEXT), COUNT(*) FROM "OpportunityLineItem" WHERE "OpportunityId" = ? AND "IsDeleted" = 0',
      [id],
    )[0] as [string | null, string | null, number];
    opportunity.contents.set('amount', decode(fields.get('amount') as FieldDescription, amount ?? 0));
    opportunity.contents.set('totalopportunityquantity', decode(fields.get('totalopportunityquantity') as FieldDescription, quantity));
    opportunity.contents.set('hasopportunitylineitem', Number(count) > 0);
    opportunity.contents.set('expectedrevenue', expectedRevenue(opportunity.contents));
    stampChanged(context, opportunity.description, [{ index: 0, given: opportunity, record: opportunity, old, errors: [] }]);
    context.records.update(opportunity);
    writeHistory(context, opportunity, old);
  }
}
