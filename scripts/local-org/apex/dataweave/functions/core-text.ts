import { RegexValue } from '../values/special.ts';
import type { FunctionValue } from '../values/special.ts';
import { FunctionValue as Callable } from '../values/special.ts';
import { coerce } from '../values/coerce.ts';
import { equal } from '../values/compare.ts';
import { ObjectValue } from '../values/object.ts';
import { TemporalValue } from '../values/temporal.ts';
import type { ZoneValue } from '../values/temporal.ts';
import type { Body } from './declaration.ts';

const groupsOf = (match: RegExpExecArray): (string | null)[] => Array.from(match, (group) => group ?? null);

function escaped(text: string): RegexValue {
  return new RegexValue(text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
}

/** Where a regular expression matches: from and to, for each match. */
function placesOf(text: string, regex: RegexValue): number[][] {
  return [...text.matchAll(regex.all)].map((match) => [match.index, match.index + match[0].length]);
}

function occurrences(text: string, part: string): number[] {
  const found: number[] = [];
  for (let index = text.indexOf(part); index >= 0 && part !== ''; index = text.indexOf(part, index + 1)) {
    found.push(index);
  }
  return found;
}

/** Takes the text apart; what is found between the parts is replaced by `with`. */
function replacer(text: string, regex: RegexValue): FunctionValue {
  return new Callable('replace', 1, (replacement) => {
    let index = 0;
    return text.replace(regex.all, (...args: unknown[]) => {
      const groups = args
        .slice(
          0,
          args.findIndex((arg) => typeof arg === 'number'),
        )
        .map((group) => group ?? null);
      index += 1;
      return String(coerce((replacement as FunctionValue).call(groups, index - 1), 'String'));
    });
  });
}

/** A date and a time, or a date-time without a zone and a zone, put together. */
function joinTemporal(left: TemporalValue, right: TemporalValue): TemporalValue {
  return new TemporalValue(left.day ?? right.day, left.nano ?? right.nano, left.zone ?? right.zone);
}

const inZone = (value: TemporalValue, zone: ZoneValue): TemporalValue =>
  new TemporalValue(value.day, value.nano ?? (value.type === 'Date' ? 0 : undefined), zone);

/** What `dw::Core` does with texts, and `++` of everything. */
export const coreText: Readonly<Record<string, Body>> = {
  '++(left: Array, right: Array)': (left: readonly unknown[], right: readonly unknown[]) => [...left, ...right],
  '++(left: Object, right: Object)': (left: ObjectValue, right: ObjectValue) => new ObjectValue([...left.entries, ...right.entries]),
  '++(left: String, right: String)': (left: string, right: string) => left + right,
  '++(date: Date, time: Time)': joinTemporal,
  '++(date: Date, time: LocalTime)': joinTemporal,
  '++(time: Time, date: Date)': joinTemporal,
  '++(time: LocalTime, date: Date)': joinTemporal,
  '++(date: Date, zone: TimeZone)': inZone,
  '++(zone: TimeZone, date: Date)': (zone: ZoneValue, date: TemporalValue) => inZone(date, zone),
  '++(dateTime: LocalDateTime, zone: TimeZone)': inZone,
  '++(zone: TimeZone, dateTime: LocalDateTime)': (zone: ZoneValue, dateTime: TemporalValue) => inZone(dateTime, zone),
  '++(time: LocalTime, zone: TimeZone)': inZone,
  '++(zone: TimeZone, time: LocalTime)': (zone: ZoneValue, time: TemporalValue) => inZone(time, zone),
  'upper(text: String)': (text: string) => text.toUpperCase(),
  'upper(value: Null)': () => null,
  'lower(text: String)': (text: string) => text.toLowerCase(),
  'lower(value: Null)': () => null,
  'trim(text: String)': (text: string) => text.trim(),
  'trim(value: Null)': () => null,
  'startsWith(text: String, prefix: String)': (text: string, prefix: string) => text.startsWith(prefix),
  'startsWith(value: Null, prefix: Any)': () => false,
  'endsWith(text: String, suffix: String)': (text: string, suffix: string) => text.endsWith(suffix),
  'endsWith(value: Null, suffix: Any)': () => false,
  'contains(items: Array, item: Any)': (items: readonly unknown[], item: unknown) => items.some((candidate) => equal(candidate, item)),
  'contains(text: String, regex: Regex)': (text: string, regex: RegexValue) => regex.all.test(text),
  'contains(text: String, part: String)': (text: string, part: string) => text.includes(part),
  'contains(value: Null, part: Any)': () => false,
  'find(text: String, regex: Regex)': placesOf,
  'find(text: String, part: String)': occurrences,
  'indexOf(text: String, part: String)': (text: string, part: string) => text.indexOf(part),
  'indexOf(value: Null, part: Any)': () => -1,
  'lastIndexOf(text: String, part: String)': (text: string, part: string) => text.lastIndexOf(part),
  'lastIndexOf(value: Null, part: Any)': () => -1,
  'match(text: String, regex: Regex)': (text: string, regex: RegexValue) => {
    const match = regex.whole.exec(text);
    return match ? groupsOf(match) : [];
  },
  'match(value: Null, regex: Any)': () => null,
  'matches(text: String, regex: Regex)': (text: string, regex: RegexValue) => regex.whole.test(text),
  'matches(value: Null, regex: Any)': () => false,
  'scan(text: String, regex: Regex)': (text: string, regex: RegexValue) => [...text.matchAll(regex.all)].map(groupsOf),
  'scan(value: Null, regex: Any)': () => null,
  'splitBy(text: String, regex: Regex)': splitByRegex,
  'splitBy(text: String, separator: String)': (text: string, separator: string) => text.split(separator),
  'splitBy(value: Null, separator: Any)': () => null,
  'replace(text: String, regex: Regex)': replacer,
  'replace(text: String, part: String)': (text: string, part: string) => replacer(text, escaped(part)),
  'replace(value: Null, part: Any)': () => new Callable('replace', 1, () => null),
  'with(replaced: Function, replacement: Function)': (replaced: FunctionValue, replacement: FunctionValue) => replaced.call(replacement),
};

/** As Java splits: groups of the expression are not part of the result, and an empty match at the beginning gives no empty text. */
function splitByRegex(text: string, regex: RegexValue): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(regex.all)) {
    const end = match.index + match[0].length;
    if (end > 0 && (match[0] !== '' || match.index < text.length)) {
      parts.push(text.slice(from, match.index));
      from = end;
    }
  }
  return [...parts, text.slice(from)];
}
