import { coerce } from '../values/coerce.ts';
import { textOf } from '../values/text.ts';
import type { Body, FunctionModule } from './declaration.ts';

function properties(names: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(names.flatMap((name, index) => ((values[index] ?? null) === null ? [] : [[name, values[index]]])));
}

/** `toDate(text, format, locale)` and the like: `as` with properties. */
const coercion =
  (type: string, ...names: string[]): Body =>
  (value: unknown, ...rest: unknown[]) =>
    coerce(value, type, properties(names, rest));

/** The module `dw::util::Coercions`. */
export const coercions: FunctionModule = {
  name: 'dw::util::Coercions',
  functions: {
    'toArray(text: String)': (text: string) => [...text],
    'toBinary(text: String, encoding: String)': coercion('Binary', 'encoding'),
    'toBoolean(text: String)': coercion('Boolean'),
    'toDate(text: String, format?: Any, locale?: Any)': coercion('Date', 'format', 'locale'),
    'toDateTime(number: Number, unit?: Any)': coercion('DateTime', 'unit'),
    'toDateTime(text: String, format?: Any, locale?: Any)': coercion('DateTime', 'format', 'locale'),
    'toLocalDateTime(text: String, format?: Any, locale?: Any)': coercion('LocalDateTime', 'format', 'locale'),
    'toLocalTime(text: String, format?: Any, locale?: Any)': coercion('LocalTime', 'format', 'locale'),
    'toNumber(dateTime: DateTime, unit?: Any)': coercion('Number', 'unit'),
    'toNumber(period: Period, unit?: Any)': coercion('Number', 'unit'),
    'toNumber(text: Text, format?: Any, locale?: Any)': coercion('Number', 'format', 'locale'),
    'toPeriod(text: String)': coercion('Period'),
    'toRegex(text: String)': coercion('Regex'),
    'toString(number: Number, format?: Any, locale?: Any)': coercion('String', 'format', 'locale'),
    'toString(temporal: Temporal, format?: Any, locale?: Any)': coercion('String', 'format', 'locale'),
    'toString(binary: Binary, encoding: String)': coercion('String', 'encoding'),
    'toString(items: Array)': (items: readonly unknown[]) => items.map(textOf).join(''),
    'toString(value: Any)': coercion('String'),
    'toTime(text: String, format?: Any, locale?: Any)': coercion('Time', 'format', 'locale'),
    'toTimeZone(text: String)': coercion('TimeZone'),
    'toUri(text: String)': coercion('Uri'),
  },
};
