import { PropertyBag, propertyClass } from '../property-class.ts';
import type { LibraryClass, Native, NativeProperty } from '../declaration.ts';

const PARTS = {
  AssignmentRuleHeader: { AssignmentRuleId: 'Id', UseDefaultRule: 'Boolean' },
  DuplicateRuleHeader: { AllowSave: 'Boolean', RunAsCurrentUser: 'Boolean' },
  EmailHeader: { TriggerAutoResponseEmail: 'Boolean', TriggerOtherEmail: 'Boolean', TriggerUserEmail: 'Boolean' },
} as const;

type Part = keyof typeof PARTS;

/** A `Database.DMLOptions`. `optAllOrNone` and `allowFieldTruncation` have an effect in the local org; the headers are kept. */
export class DmlOptionsValue {
  optAllOrNone: boolean | null = null;
  allowFieldTruncation: boolean | null = null;
  localeOptions: string | null = null;
  /** There from the beginning: `options.assignmentRuleHeader.useDefaultRule = true`. */
  readonly headers = new Map<string, unknown>(Object.keys(PARTS).map((part) => [part, new PropertyBag(className(part))]));
}

function className(part: string): string {
  return `Database.DMLOptions${part}`;
}

type Self = DmlOptionsValue;

function option(name: 'optAllOrNone' | 'allowFieldTruncation' | 'localeOptions'): NativeProperty {
  return {
    get: (self: Self) => self[name],
    set: (self: Self, value: never): void => {
      self[name] = value;
    },
  };
}

function header(part: string): Native | NativeProperty {
  return {
    get: (self: Self) => self.headers.get(part) ?? null,
    set: (self: Self, value: unknown): void => {
      self.headers.set(part, value);
    },
  };
}

/** `Database.DMLOptions` and its parts. */
export const dmlOptionsClasses: readonly LibraryClass[] = [
  {
    name: 'Database.DMLOptions',
    isInstance: (value) => value instanceof DmlOptionsValue,
    members: {
      'new()': () => new DmlOptionsValue(),
      'Boolean OptAllOrNone': option('optAllOrNone'),
      'Boolean AllowFieldTruncation': option('allowFieldTruncation'),
      'String LocaleOptions': option('localeOptions'),
      ...Object.fromEntries(Object.keys(PARTS).map((part) => [`${className(part)} ${part}`, header(part)])),
    },
  },
  ...(Object.keys(PARTS) as Part[]).map((part) => propertyClass(className(part), PARTS[part])),
];
