import { ChangeEventHeader } from '../../runtime/change-events.ts';
import type { LibraryClass } from '../declaration.ts';
import { publishClasses } from './publish.ts';
import { accessors } from '../properties.ts';

const HEADER: Readonly<Record<string, string>> = {
  ChangedFields: 'List<String>',
  ChangeOrigin: 'String',
  ChangeType: 'String',
  CommitNumber: 'Long',
  CommitTimestamp: 'Long',
  CommitUser: 'String',
  DiffFields: 'List<String>',
  EntityName: 'String',
  NulledFields: 'List<String>',
  RecordIds: 'List<String>',
  SequenceNumber: 'Integer',
  TransactionKey: 'String',
};

/** The namespace `EventBus`, and the class of that name. */
export const classes: readonly LibraryClass[] = [
  ...publishClasses,
  {
    name: 'EventBus.ChangeEventHeader',
    isInstance: (value) => value instanceof ChangeEventHeader,
    members: { 'new()': () => new ChangeEventHeader(), ...accessors(HEADER) },
  },
];
