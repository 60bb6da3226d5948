import type { SourceTree } from '../../metadata/source-tree.ts';
import { PlatformError } from '../errors.ts';
import type { Content, Value } from '../record.ts';
import { SObjectRecord } from '../record.ts';
import type { FieldDescription, ObjectDescription } from '../schema/description.ts';
import { SYSTEM } from '../transaction.ts';
import type { DmlOptions, DmlResult } from '../transaction.ts';
import { DateValue } from '../values/date.ts';
import { DatetimeValue } from '../values/datetime.ts';
import { prefixOf } from '../values/id.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';
import { fail } from './dml-context.ts';
import { insertRows } from './insert.ts';
import { attempt, resultsOf, rowsOf, runStatement } from './statement.ts';
import { updateRows } from './update.ts';

/** How a lead is to be converted. */
export interface LeadConversion {
  readonly leadId: string;
  readonly convertedStatus: string | null;
  /** Existing records to take; new ones are made where they are absent. */
  readonly accountId: string | null;
  readonly contactId: string | null;
  readonly opportunityId: string | null;
  readonly opportunityName: string | null;
  readonly withoutOpportunity: boolean;
  readonly ownerId: string | null;
  readonly overwritesLeadSource: boolean;
}

/** What a lead became. */
export interface ConvertedLead {
  readonly accountId: string;
  readonly contactId: string;
  readonly opportunityId: string | null;
}

const ADDRESS = ['Street', 'City', 'State', 'PostalCode', 'Country', 'Latitude', 'Longitude'];
const addressTo = (prefix: string): [string, string][] => ADDRESS.map((part) => [part, `${prefix}${part}`]);
const same = (...names: string[]): [string, string][] => names.map((name) => [name, name]);

/** Which field of a lead goes to which field of the record, as in a new org. */
const MAPPING: Readonly<Record<string, readonly (readonly [lead: string, target: string])[]>> = {
  Account: [
    ['Company', 'Name'],
    ...addressTo('Billing'),
    ...same('Phone', 'Fax', 'Website', 'Industry', 'AnnualRevenue', 'NumberOfEmployees', 'Rating'),
  ],
  Contact: [
    ...same(
      'FirstName',
      'LastName',
      'Salutation',
      'Title',
      'Email',
      'Phone',
      'MobilePhone',
      'Fax',
      'LeadSource',
      'Description',
      'DoNotCall',
    ),
    ...same('HasOptedOutOfEmail', 'HasOptedOutOfFax', 'IndividualId'),
    ...addressTo('Mailing'),
  ],
  Opportunity: same('LeadSource'),
};

/** The first stage of deals, and the months of a quarter. */
const QUARTER = 3;

/** Converts leads, each for itself; what each became stands beside its outcome. */
export function convertLeads(
  context: DmlContext,
  conversions: readonly LeadConversion[],
  options: DmlOptions,
  tree: SourceTree,
): (DmlResult & { converted?: ConvertedLead })[] {
  const leads = context.schema.object('Lead');
  if (leads === undefined) {
    throw new PlatformError('INVALID_TYPE', 'The org has no object Lead.');
  }
  const rows = rowsOf(conversions.map(() => new SObjectRecord(leads)));
  const converted = new Map<DmlRow, ConvertedLead>();
  runStatement(context, 'ConvertLead', rows, options, (chunk) => {
    for (const row of chunk) {
      const outcome = attempt(row, () => convertLead(context, row, conversions[row.index], tree));
      if (outcome !== undefined) converted.set(row, outcome);
    }
  });
  return resultsOf(rows).map((result, index) => {
    const outcome = result.success ? converted.get(rows[index]) : undefined;
    return { ...result, ...(outcome !== undefined && { converted: outcome }) };
  });
}

/**
 * Converts a lead: an account, a contact and a deal are made of it or, where they are named, given what they lack; its tasks, events and
 * memberships go to the contact; the lead points at all of them and can't be changed any more. Errors are left on the row.
 */
function convertLead(context: DmlContext, row: DmlRow, conversion: LeadConversion, tree: SourceTree): ConvertedLead | undefined {
  const lead = context.records.loadOne(row.given.description, conversion.leadId);
  if (lead === undefined || lead.get('IsDeleted') === true) {
    throw new PlatformError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  }
  const ownerId = checked(context, conversion, lead);
  const converter = new Converter(context, row, conversion, lead, ownerId, tree);
  const converted = converter.convert();
  return row.errors.length > 0 ? undefined : converted;
}

/** Checks what is asked for; gives the owner of what is made. */
function checked(context: DmlContext, { convertedStatus, contactId, accountId, ownerId }: LeadConversion, lead: SObjectRecord): string {
  if (lead.get('IsConverted') === true) {
    throw new PlatformError('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
  }
  const [known] = context.store.select('SELECT "IsConverted" FROM "LeadStatus" WHERE "ApiName" = ?', [convertedStatus]);
  if (known?.[0] !== 1) {
    throw new PlatformError('INVALID_STATUS', `invalid convertedStatus: ${convertedStatus}`);
  }
  if (contactId !== null && accountId === null) {
    throw new PlatformError('REQUIRED_FIELD_MISSING', 'accountId is required if contactId is specified', ['accountId']);
  }
  const owner = ownerId ?? (lead.get('OwnerId') as string);
  if (context.schema.objectOfPrefix(prefixOf(owner))?.name !== 'User') {
    const advice = 'If the lead is not owned by a user, you must specify a user for the Owner field.';
    throw new PlatformError('INVALID_ID_FIELD', `Converted objects can only be owned by users.  ${advice}`, ['OwnerId']);
  }
  return owner;
}

class Converter {
  readonly #context: DmlContext;
  readonly #row: DmlRow;
  readonly #conversion: LeadConversion;
  readonly #lead: SObjectRecord;
  readonly #ownerId: string;
  readonly #tree: SourceTree;

  constructor(context: DmlContext, row: DmlRow, conversion: LeadConversion, lead: SObjectRecord, ownerId: string, tree: SourceTree) {
    this.#context = context;
    this.#row = row;
    this.#conversion = conversion;
    this.#lead = lead;
    this.#ownerId = ownerId;
    this.#tree = tree;
  }

  convert(): ConvertedLead {
    const { accountId, contactId, opportunityId, withoutOpportunity } = this.#conversion;
    const account = this.#take('Account', accountId, {});
    const contact = this.#take('Contact', contactId, { AccountId: account });
    const opportunity = withoutOpportunity && opportunityId === null ? null : this.#take('Opportunity', opportunityId, this.#deal(account));
    if (opportunity !== null && opportunityId === null) {
      this.#insert('OpportunityContactRole', { OpportunityId: opportunity, ContactId: contact, IsPrimary: true });
    }
    this.#moveChildren(contact);
    this.#close(account, contact, opportunity);
    return { accountId: account, contactId: contact, opportunityId: opportunity };
  }

  #deal(account: string): Readonly<Record<string, Value>> {
    const [stage] = this.#context.store.select(
      'SELECT "ApiName" FROM "OpportunityStage" WHERE "IsActive" = 1 ORDER BY "SortOrder" LIMIT 1',
    );
    const today = new DatetimeValue(this.#context.transaction.now()).date();
    const month = Math.ceil(today.month / QUARTER) * QUARTER;
    return {
      Name: this.#conversion.opportunityName ?? (this.#lead.get('Company') as string),
      AccountId: account,
      StageName: (stage?.[0] as string | undefined) ?? null,
      CloseDate: DateValue.of(month === 12 ? today.year + 1 : today.year, (month % 12) + 1, 1).addDays(-1),
    };
  }

  /** The existing record, given what it lacks, or a new one. */
  #take(objectName: string, id: string | null, more: Readonly<Record<string, Value>>): string {
    const mapped = this.#mapped(objectName);
    if (id === null) {
      return this.#insert(objectName, { ...mapped, OwnerId: this.#ownerId, ...more });
    }
    const object = this.#object(objectName);
    const present = this.#context.records.loadOne(object, id);
    const lacking = Object.entries(mapped).filter(
      ([name]) => (present?.get(name) ?? null) === null || (name === 'LeadSource' && this.#conversion.overwritesLeadSource),
    );
    this.#save(new SObjectRecord(object, contentsOf({ Id: id, ...Object.fromEntries(lacking) })), 'update');
    return id;
  }

  /** What the lead says of the record, by the project's own mapping besides the usual one. */
  #mapped(objectName: string): Record<string, Value> {
    const object = this.#object(objectName);
    const own = this.#tree
      .ofType('LeadConvertSettings')
      .flatMap(({ xml }) => xml.all('objectMapping'))
      .filter((mapping) => mapping.textOf('outputObject') === objectName)
      .flatMap((mapping) => mapping.all('mappingFields'))
      .map((pair) => [pair.textOf('inputField') ?? '', pair.textOf('outputField') ?? ''] as const);
    const values = [...(MAPPING[objectName] ?? []), ...own].map(([from, to]) => [to, this.#lead.get(from)] as const);
    return Object.fromEntries(values.filter(([to, value]) => value !== null && object.fields.has(to.toLowerCase()))) as Record<
      string,
      Value
    >;
  }

  #moveChildren(contact: string): void {
    for (const [objectName, key, clear] of [
      ['Task', 'WhoId', true],
      ['Event', 'WhoId', true],
      ['CampaignMember', 'LeadId', false],
    ] as const) {
      const object = this.#context.schema.object(objectName);
      const lookup = object?.fields.get(key.toLowerCase());
      for (const child of object === undefined || lookup === undefined
        ? []
        : this.#context.records.findBy(object, lookup, [this.#lead.id])) {
        const target = (clear ? lookup : object?.fields.get('contactid')) as FieldDescription;
        this.#context.records.set(child.description, child.id as string, target, contact);
        this.#context.changed(child.description);
      }
    }
  }

  #close(account: string, contact: string, opportunity: string | null): void {
    const given = new SObjectRecord(this.#lead.description, contentsOf({ Id: this.#lead.id, Status: this.#conversion.convertedStatus }));
    const derived = new Map<string, Value>([
      ['isconverted', true],
      ['converteddate', new DatetimeValue(this.#context.transaction.now()).date()],
      ['convertedaccountid', account],
      ['convertedcontactid', contact],
      ['convertedopportunityid', opportunity],
    ]);
    const rows: DmlRow[] = [{ index: 0, given, record: given, old: undefined, errors: this.#row.errors, derived }];
    updateRows(this.#context, rows, { ...SYSTEM, allOrNone: true });
  }

  #insert(objectName: string, values: Readonly<Record<string, Value>>): string {
    return this.#save(new SObjectRecord(this.#object(objectName), contentsOf(values)), 'insert');
  }

  #save(record: SObjectRecord, how: 'insert' | 'update'): string {
    const rows = rowsOf([record]);
    (how === 'insert' ? insertRows : updateRows)(this.#context, rows, { ...SYSTEM, allOrNone: true });
    const [saved] = rows;
    for (const { statusCode, message, fields } of saved.errors) {
      fail(this.#row, statusCode, message, fields);
    }
    return saved.record.id ?? '';
  }

  #object(name: string): ObjectDescription {
    return this.#context.schema.object(name) as ObjectDescription;
  }
}

function contentsOf(values: Readonly<Record<string, Value>>): Map<string, Content> {
  return new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
}
