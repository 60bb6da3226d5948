import { isNumeric } from './numeric.ts';
import { Key, KeyedValue, NamespaceValue, ObjectValue } from './object.ts';
import { PeriodValue } from './period.ts';
import { CDataValue, FunctionValue, RangeValue, RegexValue, TypeValue } from './special.ts';
import { TemporalValue, ZoneValue } from './temporal.ts';

/** The name of a value's type: `String`, `Array`, `LocalDateTime`. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) {
    return 'Null';
  }
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'boolean':
      return 'Boolean';
    case 'number':
      return 'Number';
    default:
      return value instanceof KeyedValue ? kindOf(value.value) : kindOfObject(value);
  }
}

function kindOfObject(value: unknown): string {
  if (value instanceof RangeValue) {
    return 'Range';
  }
  if (Array.isArray(value)) {
    return 'Array';
  }
  if (value instanceof TemporalValue) {
    return value.type;
  }
  const known: [abstract new (...args: never[]) => unknown, string][] = [
    [ObjectValue, 'Object'],
    [Key, 'Key'],
    [FunctionValue, 'Function'],
    [PeriodValue, 'Period'],
    [ZoneValue, 'TimeZone'],
    [RegexValue, 'Regex'],
    [TypeValue, 'Type'],
    [NamespaceValue, 'Namespace'],
    [CDataValue, 'CData'],
    [Uint8Array, 'Binary'],
  ];
  return isNumeric(value) ? 'Number' : (known.find(([type]) => value instanceof type)?.[1] ?? 'Any');
}

/** Types that a value has besides its own: a range is an array, a key is a name. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  Range: ['Array'],
  CData: ['String'],
  Key: ['Name'],
  Date: ['LocalDate', 'Temporal'],
  DateTime: ['Temporal'],
  LocalDateTime: ['Temporal'],
  Time: ['Temporal'],
  LocalTime: ['Temporal'],
  Object: ['Dictionary'],
};

/** Whether a value is of a type by its plain name. */
export function isOfKind(value: unknown, type: string): boolean {
  const kind = kindOf(value);
  return (
    type === 'Any' ||
    kind === type ||
    (WIDER[kind]?.includes(type) ?? false) ||
    (type === 'Comparable' &&
      ['String', 'Number', 'Boolean', 'Date', 'DateTime', 'LocalDateTime', 'Time', 'LocalTime', 'TimeZone'].includes(kind)) ||
    (type === 'SimpleType' && !['Array', 'Object', 'Function', 'Null'].includes(kind)) ||
    (type === 'Text' && (kind === 'String' || kind === 'CData' || kind === 'Key'))
  );
}
