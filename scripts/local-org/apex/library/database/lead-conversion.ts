import type { DmlError } from '../../../data/transaction.ts';
import { raise } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { accessors } from '../properties.ts';
import { describeMembers } from '../schema/describe-members.ts';
import { JSON_MEMBERS, registerJsonForm } from '../system/json-types.ts';
import { errorList, readErrors } from './results.ts';

/** A `Database.LeadConvert` in the making. */
class LeadConvert {
  readonly values = new Map<string, unknown>();
}

/** A `Database.LeadConvertResult`; the local org converts no leads, so only tests make them, of JSON. */
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
  ContactId: 'Id',
  ConvertedStatus: 'String',
  LeadId: 'Id',
  OpportunityId: 'Id',
  OpportunityName: 'String',
  OwnerId: 'Id',
};

type Result = LeadConvertResult;

/** What goes into and comes out of a conversion of leads. */
export const leadConversionClasses: readonly LibraryClass[] = [
  {
    name: 'Database.LeadConvert',
    isInstance: (value) => value instanceof LeadConvert,
    members: {
      'new()': () => new LeadConvert(),
      ...accessors(CONVERSION),
      'void setDoNotCreateOpportunity(Boolean value)': (self: LeadConvert, value: boolean | null): void => {
        self.values.set('DoNotCreateOpportunity', value);
      },
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
      'Boolean isSuccess': (self: Result) => self.success,
    }),
  },
];

/** `Database.convertLead`, which the local org can't do. */
export function convertLead(): never {
  return raise('System.UnsupportedOperationException', 'Database.convertLead is not supported by the local org yet');
}
