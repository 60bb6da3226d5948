import { prefixOf, toId15, toId18 } from '../../../data/values/id.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raise } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { refusingNull } from '../null-arguments.ts';
import { tokenOf } from '../schema/tokens.ts';

function idOf(text: string): string {
  return toId18(text.trim()) ?? raise('System.StringException', `Invalid id: ${text}`);
}

/** `System.Id`: always 18 characters. */
export const idClass: LibraryClass = {
  name: 'System.Id',
  isInstance: (value) => typeof value === 'string' && toId18(value) !== undefined,
  members: {
    'Boolean equals(String other)': (self: string, other: string | null) => other !== null && toId18(other) === self,
    ...refusingNull({
      'Schema.SObjectType getSobjectType()': (self: string) => {
        const object = currentTransaction().schema.objectOfPrefix(prefixOf(self));
        return object ? tokenOf(object) : raise('System.SObjectException', `No object has ids that begin with ${prefixOf(self)}`);
      },
      'String to15()': toId15,
      'static Id valueOf(String text)': idOf,
      'static Id valueOf(String text, Boolean restoreCasing)': idOf,
    }),
  },
};
