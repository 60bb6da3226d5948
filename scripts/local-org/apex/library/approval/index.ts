import { ApexList } from '../../runtime/collections/list.ts';
import type { LibraryClass } from '../declaration.ts';
import { describeMembers } from '../schema/describe-members.ts';
import { registerJsonForm } from '../system/json-types.ts';

/** An `Approval.ProcessResult`; the local org runs no approval processes, so only tests make them, of JSON. */
class ProcessResult {
  readonly texts: ReadonlyMap<string, string>;
  readonly success: boolean;

  constructor(texts: ReadonlyMap<string, string>, success: boolean) {
    this.texts = texts;
    this.success = success;
  }

  text(name: string): string | null {
    return this.texts.get(name) ?? null;
  }
}

registerJsonForm('Approval.ProcessResult', {
  read: (members) => {
    const texts = [...members].filter((member): member is [string, string] => typeof member[1] === 'string');
    return new ProcessResult(new Map(texts.map(([name, text]) => [name.toLowerCase(), text])), members.get('success') === true);
  },
});

type Self = ProcessResult;

/** The namespace `Approval`: results that code takes; locks are with the results of DML. */
export const classes: readonly LibraryClass[] = [
  {
    name: 'Approval.ProcessResult',
    isInstance: (value) => value instanceof ProcessResult,
    members: describeMembers({
      'List<Id> getActorIds': () => new ApexList('Id'),
      'String getEntityId': (self: Self) => self.text('entityid'),
      'List<Database.Error> getErrors': () => new ApexList('Database.Error'),
      'String getInstanceId': (self: Self) => self.text('instanceid'),
      'String getInstanceStatus': (self: Self) => self.text('instancestatus'),
      'List<Id> getNewWorkitemIds': () => new ApexList('Id'),
      'Boolean isSuccess': (self: Self) => self.success,
    }),
  },
];
