import type { DmlError } from '../../../data/transaction.ts';
import type { LeadConversion } from '../../../data/dml/convert-lead.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raiseNull } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { accessors } from '../properties.ts';
import { describeMembers } from '../schema/describe-members.ts';
import { JSON_MEMBERS, registerJsonForm } from '../system/json-types.ts';
import { accessOf, AccessLevelValue } from './access.ts';
import { allOrNoneOf } from './dml.ts';
import { errorList, readErrors } from './results.ts';

/** A `Database.LeadConvert` in the making. */
class LeadConvert {
  readonly values = new Map<string, unknown>();
}

/** A `Database.LeadConvertResult`. */
class LeadConvertResult {
  readonly ids: ReadonlyMap<string, string>;
  readonly success: boolean;
  readonly errors: readonly DmlError[];

  constructor(ids: ReadonlyMap<string, string>, success: boolean, errors: readonly DmlError[]) {
    this.ids = ids;
    this.success = success;
    this.errors = errors;
  }

  id(name: string): string | null {
    return this.ids.get(name) ?? null;
  }

  [JSON_MEMBERS](): [string, unknown][] {
    const ids = ['leadId', 'accountId', 'contactId', 'opportunityId'];
    return [
      ['success', this.success],
      ...ids.map((name): [string, unknown] => [name, this.id(name.toLowerCase())]),
      ['errors', errorList(this.errors)],
    ];
  }
}

registerJsonForm('Database.LeadConvertResult', {
  read: (members) => {
    const texts = [...members].filter((member): member is [string, string] => typeof member[1] === 'string');
    return new LeadConvertResult(
      new Map(texts.map(([name, text]) => [name.toLowerCase(), text])),
      members.get('success') === true,
      readErrors(members.get('errors')),
    );
  },
});

const CONVERSION: Readonly<Record<string, string>> = {
  AccountId: 'Id',
  BypassAccountDedupeCheck: 'Boolean',
  BypassContactDedupeCheck: 'Boolean',
  ContactId: 'Id',
  ConvertedStatus: 'String',
  LeadId: 'Id',
  OpportunityId: 'Id',
  OpportunityName: 'String',
  OwnerId: 'Id',
};

/** Options that are asked by `isX`, false unless set. */
function option(name: 'DoNotCreateOpportunity' | 'OverwriteLeadSource' | 'SendNotificationEmail'): LibraryClass['members'] {
  const get = (self: LeadConvert): boolean => self.values.get(name) === true;
  const set = (self: LeadConvert, value: boolean | null): void => {
    self.values.set(name, value);
  };
  return { [`Boolean ${name}`]: { get, set }, [`Boolean is${name}()`]: get, [`void set${name}(Boolean value)`]: set };
}

type Result = LeadConvertResult;

/** What goes into and comes out of a conversion of leads. */
export const leadConversionClasses: readonly LibraryClass[] = [
  {
    name: 'Database.LeadConvert',
    isInstance: (value) => value instanceof LeadConvert,
    members: {
      'new()': () => new LeadConvert(),
      ...accessors(CONVERSION),
      ...option('DoNotCreateOpportunity'),
      ...option('OverwriteLeadSource'),
      ...option('SendNotificationEmail'),
    },
  },
  {
    name: 'Database.LeadConvertResult',
    isInstance: (value) => value instanceof LeadConvertResult,
    members: describeMembers({
      'Id getAccountId': (self: Result) => self.id('accountid'),
      'Id getContactId': (self: Result) => self.id('contactid'),
      'List<Database.Error> getErrors': (self: Result) => errorList(self.errors),
      'Id getLeadId': (self: Result) => self.id('leadid'),
      'Id getOpportunityId': (self: Result) => self.id('opportunityid'),
      // The local org has no person accounts.
      'Id getRelatedPersonAccountId': () => null,
      'Boolean isSuccess': (self: Result) => self.success,
    }),
  },
];

/** `Database.convertLead`, for one lead or for several. */
export function convertLead(given: LeadConvert | ApexList | null, ...rest: readonly unknown[]): unknown {
  const conversions = (given instanceof ApexList ? given.elements : [given]) as (LeadConvert | null)[];
  const level = rest.find((argument) => argument instanceof AccessLevelValue);
  const outcomes = currentTransaction().convertLeads(
    conversions.map((conversion) => wanted(conversion ?? raiseNull('Argument 1 cannot be null'))),
    { ...accessOf(level), allOrNone: allOrNoneOf(rest) },
  );
  const results = outcomes.map(({ success, errors, converted }, index) => {
    const ids = { leadid: conversions[index]?.values.get('LeadId'), accountid: converted?.accountId, contactid: converted?.contactId };
    const known = Object.entries({ ...ids, opportunityid: converted?.opportunityId }).filter(([, id]) => typeof id === 'string');
    return new LeadConvertResult(new Map(known as [string, string][]), success, errors);
  });
  return given instanceof ApexList ? new ApexList('Database.LeadConvertResult', results) : results[0];
}

function wanted({ values }: LeadConvert): LeadConversion {
  const text = (name: string): string | null => (values.get(name) as string | null | undefined) ?? null;
  return {
    leadId: text('LeadId') ?? raiseNull('LeadId is required'),
    convertedStatus: text('ConvertedStatus'),
    accountId: text('AccountId'),
    contactId: text('ContactId'),
    opportunityId: text('OpportunityId'),
    opportunityName: text('OpportunityName'),
    withoutOpportunity: values.get('DoNotCreateOpportunity') === true,
    ownerId: text('OwnerId'),
    overwritesLeadSource: values.get('OverwriteLeadSource') === true,
  };
}
