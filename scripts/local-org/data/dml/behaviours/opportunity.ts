import type { Content } from '../../record.ts';
import { SObjectRecord } from '../../record.ts';
import type { ObjectDescription } from '../../schema/description.ts';
import type { SqlValue } from '../../store/columns.ts';
import { DateValue } from '../../values/date.ts';
import { DatetimeValue } from '../../values/datetime.ts';
import { DecimalValue } from '../../values/decimal.ts';
import type { DmlContext, DmlRow } from '../dml-context.ts';
import { sameValue } from '../same-value.ts';
import { stampNew } from '../stamps.ts';
import type { ObjectBehaviour } from './behaviour.ts';

interface Stage {
  readonly isClosed: boolean;
  readonly isWon: boolean;
  readonly forecastCategory: string | null;
  readonly forecastCategoryName: string | null;
  readonly probability: number;
}

const HUNDRED = DecimalValue.of(100);

/** The stage a record had when its probability was last derived: a trigger may change it in between. */
const derivedFor = new WeakMap<SObjectRecord, Content>();

/** Deals: what their stage says about them, their history, and Amount as the sum of their products. */
export const opportunityBehaviour: ObjectBehaviour = {
  prepare: derive,
  beforeSave(context, rows) {
    derive(context, rows);
    for (const row of rows) {
      closeInTime(context, row);
      stampStage(context, row);
    }
  },
  afterSave(context, rows) {
    for (const { record, old } of rows) {
      writeHistory(context, record, old);
    }
  },
};

function derive(context: DmlContext, rows: readonly DmlRow[]): void {
  for (const row of rows) {
    const { contents } = row.record;
    const stageName = contents.get('stagename') ?? null;
    const stage = stageOf(context, stageName);
    contents.set('isclosed', stage.isClosed);
    contents.set('iswon', stage.isWon);
    contents.set('forecastcategory', stage.forecastCategory);
    contents.set('forecastcategoryname', stage.forecastCategoryName);
    const before = derivedFor.has(row.record) ? derivedFor.get(row.record) : (row.old?.contents.get('stagename') ?? null);
    const ownProbability =
      !derivedFor.has(row.record) && row.given.contents.has('probability') && row.given.contents.get('probability') !== null;
    if (stageName !== before && !ownProbability) {
      contents.set('probability', DecimalValue.of(stage.probability));
    }
    derivedFor.set(row.record, stageName);
    keepSumOfProducts(row);
    contents.set('expectedrevenue', expectedRevenue(contents));
    deriveFiscalPeriod(context, contents);
  }
}

/** With products, Amount is their sum: a change of it is ignored. */
function keepSumOfProducts({ record, old }: DmlRow): void {
  if (old?.contents.get('hasopportunitylineitem') === true) {
    record.contents.set('amount', old.contents.get('amount') ?? null);
  }
}

/** Amount times probability. */
export function expectedRevenue(contents: ReadonlyMap<string, Content>): DecimalValue | null {
  const amount = contents.get('amount');
  const probability = contents.get('probability');
  return amount instanceof DecimalValue && probability instanceof DecimalValue
    ? amount.multiply(probability).divideToScale(HUNDRED, 2, 'HALF_UP')
    : null;
}

function stageOf(context: DmlContext, name: Content): Stage {
  const [row] =
    typeof name === 'string'
      ? context.store.select(
          'SELECT "IsClosed", "IsWon", "ForecastCategory", "ForecastCategoryName", "DefaultProbability" FROM "OpportunityStage" WHERE "ApiName" = ?',
          [name],
        )
      : [];
  const [isClosed, isWon, category, categoryName, probability] = row ?? ([0, 0, null, null, 0] as SqlValue[]);
  return {
    isClosed: Number(isClosed) === 1,
    isWon: Number(isWon) === 1,
    forecastCategory: category as string | null,
    forecastCategoryName: categoryName as string | null,
    probability: Number(probability),
  };
}

/** A deal that is won can't close in the future: its close date becomes today, as UTC counts. */
function closeInTime(context: DmlContext, { record, old }: DmlRow): void {
  const closeDate = record.contents.get('closedate');
  const today = new DatetimeValue(context.transaction.now()).date();
  if (
    record.contents.get('iswon') === true &&
    old?.contents.get('iswon') !== true &&
    closeDate instanceof DateValue &&
    closeDate.compare(today) > 0
  ) {
    record.contents.set('closedate', today);
  }
}

function stampStage(context: DmlContext, { record, old }: DmlRow): void {
  if (old !== undefined && old.contents.get('stagename') !== record.contents.get('stagename')) {
    record.contents.set('laststagechangedate', new DatetimeValue(Math.floor(context.transaction.now() / 1000) * 1000));
  }
}

function deriveFiscalPeriod(context: DmlContext, contents: Map<string, Content>): void {
  const closeDate = contents.get('closedate');
  if (!(closeDate instanceof DateValue)) {
    return;
  }
  const [organization] = context.store.select('SELECT "FiscalYearStartMonth", "UsesStartDateAsFiscalYearName" FROM "Organization"');
  const startMonth = Number(organization?.[0] ?? 1);
  const namedByStart = Number(organization?.[1] ?? 0) === 1;
  const monthOfYear = (closeDate.month - startMonth + 12) % 12;
  const startYear = closeDate.month >= startMonth ? closeDate.year : closeDate.year - 1;
  const year = startMonth === 1 || namedByStart ? startYear : startYear + 1;
  const quarter = Math.floor(monthOfYear / 3) + 1;
  contents.set('fiscalyear', year);
  contents.set('fiscalquarter', quarter);
  contents.set('fiscal', `${year} ${quarter}`);
}

const TRACKED = ['stagename', 'amount', 'closedate', 'probability'] as const;

/** A line of history when stage, amount, close date or probability change. */
export function writeHistory(context: DmlContext, record: SObjectRecord, old: SObjectRecord | undefined): void {
  const changed = old === undefined || TRACKED.some((key) => !sameValue(record.contents.get(key) ?? null, old.contents.get(key) ?? null));
  if (!changed) {
    return;
  }
  const history = context.schema.object('OpportunityHistory') as ObjectDescription;
  const line = new SObjectRecord(history, new Map<string, Content>([['opportunityid', record.id]]));
  for (const key of [...TRACKED, 'expectedrevenue', 'forecastcategory']) {
    line.contents.set(key, record.contents.get(key) ?? null);
  }
  stampNew(context, history, [{ index: 0, given: line, record: line, old: undefined, errors: [] }]);
  context.records.insert(line);
}
