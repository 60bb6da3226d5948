import type { LibraryClass } from '../declaration.ts';

/** A `Database.DMLOptions`. `optAllOrNone` and `allowFieldTruncation` have an effect in the local org. */
export class DmlOptionsValue {
  optAllOrNone: boolean | null = null;
  allowFieldTruncation: boolean | null = null;
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
        get: (self: Self) => self.allowFieldTruncation,
        set: (self: Self, value: boolean | null): void => {
          self.allowFieldTruncation = value;
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
