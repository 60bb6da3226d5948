import type { ObjectDescription } from '../../schema/description.ts';
import { fail } from '../dml-context.ts';
import type { ObjectBehaviour } from './behaviour.ts';

/** Prices take name and code from their product, and need a standard price first. */
export const priceBookEntryBehaviour: ObjectBehaviour = {
  beforeSave(context, rows) {
    const products = context.schema.object('Product2') as ObjectDescription;
    for (const row of rows) {
      const { contents } = row.record;
      const productId = contents.get('product2id');
      const product = typeof productId === 'string' ? context.records.loadOne(products, productId) : undefined;
      contents.set('name', product?.get('Name') ?? null);
      contents.set('productcode', product?.get('ProductCode') ?? null);
      const bookId = contents.get('pricebook2id');
      if (row.old !== undefined || typeof productId !== 'string' || typeof bookId !== 'string') {
        continue;
      }
      const [standardBook] = context.store.select('SELECT "Id" FROM "Pricebook2" WHERE "IsStandard" = 1');
      const same = context.store.select('SELECT "Pricebook2Id" FROM "PricebookEntry" WHERE "Product2Id" = ? AND "IsDeleted" = 0', [
        productId,
      ]);
      const inThisCall = rows.filter((other) => other !== row && other.index < row.index && other.record.get('Product2Id') === productId);
      const books = new Set([...same.map(([id]) => id), ...inThisCall.map((other) => other.record.get('Pricebook2Id'))]);
      if (books.has(bookId)) {
        fail(row, 'DUPLICATE_VALUE', 'This price definition already exists in this price book', ['Pricebook2Id']);
      } else if (standardBook !== undefined && bookId !== standardBook[0] && !books.has(standardBook[0])) {
        fail(row, 'STANDARD_PRICE_NOT_DEFINED', 'Before creating a custom price, create a standard price.', ['Pricebook2Id']);
      }
    }
  },
};
