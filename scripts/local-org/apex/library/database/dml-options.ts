import { raise } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';

/** A `Database.DMLOptions`. Only `optAllOrNone` has an effect in the local org. */
export class DmlOptionsValue {
  optAllOrNone: boolean | null = null;
  readonly duplicateRule = new DuplicateRuleHeader();
}

/** `Database.DMLOptions.DuplicateRuleHeader`: taken and kept; the local org has no duplicate rules to let through. */
class DuplicateRuleHeader {
  allowSave: boolean | null = null;
  runAsCurrentUser: boolean | null = null;
}

type Self = DmlOptionsValue;

/** `Database.DMLOptions` and its parts. */
export const dmlOptionsClasses: readonly LibraryClass[] = [
  {
    name: 'Database.DMLOptions',
    isInstance: (value) => value instanceof DmlOptionsValue,
    members: {
      'new()': () => new DmlOptionsValue(),
      'Boolean OptAllOrNone': {
        get: (self: Self) => self.optAllOrNone,
        set: (self: Self, value: boolean | null): void => {
          self.optAllOrNone = value;
        },
      },
      'Boolean AllowFieldTruncation': {
        get: () => null,
        set: (_: Self, value: boolean | null): void => {
          if (value === true) {
            raise('System.UnsupportedOperationException', 'DMLOptions.AllowFieldTruncation is not supported by the local org');
          }
        },
      },
      'Database.DMLOptionsDuplicateRuleHeader DuplicateRuleHeader': (self: Self) => self.duplicateRule,
    },
  },
  {
    name: 'Database.DMLOptionsDuplicateRuleHeader',
    isInstance: (value) => value instanceof DuplicateRuleHeader,
    members: {
      'Boolean AllowSave': {
        get: (self: DuplicateRuleHeader) => self.allowSave,
        set: (self: DuplicateRuleHeader, value: boolean | null): void => {
          self.allowSave = value;
        },
      },
      'Boolean RunAsCurrentUser': {
        get: (self: DuplicateRuleHeader) => self.runAsCurrentUser,
        set: (self: DuplicateRuleHeader, value: boolean | null): void => {
          self.runAsCurrentUser = value;
        },
      },
    },
  },
];
