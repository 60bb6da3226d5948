import type { DateValue } from '../../../data/values/date.ts';
import type { DatetimeValue } from '../../../data/values/datetime.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { ApexSet } from '../../runtime/collections/set.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import { toApexString } from '../../runtime/text.ts';
import type { LibraryClass } from '../declaration.ts';
import { runningUser } from '../running-user.ts';

const plain = (value: unknown): string | null => (value === null ? null : toApexString(value));

/** Members of `String` that make text of other values. */
export const stringConversion: LibraryClass['members'] = {
  'static String format(String pattern, List<Object> arguments)': (pattern: string | null, args: ApexList | null) =>
    formatMessage(pattern ?? raiseNull('Argument 1 cannot be null'), args?.elements ?? []),
  'static String fromCharArray(List<Integer> characters)': (characters: ApexList | null) =>
    String.fromCharCode(...((characters ?? raiseNull()).elements as number[])),
  'static String join(Object items, String separator)': (items: unknown, separator: string | null) => {
    if (!(items instanceof ApexList) && !(items instanceof ApexSet)) {
      return raise('System.TypeException', 'Invalid type for join: a list or set is needed');
    }
    return items.elements.map((item) => (item === null ? '' : toApexString(item))).join(separator ?? raiseNull());
  },
  'static String valueOf(Date value)': (value: DateValue | null) => plain(value),
  'static String valueOf(Datetime value)': zoned,
  'static String valueOf(Decimal value)': plain,
  'static String valueOf(Double value)': plain,
  'static String valueOf(Integer value)': plain,
  'static String valueOf(Long value)': plain,
  'static String valueOf(Object value)': zoned,
  'static String valueOfGmt(Datetime value)': (value: DatetimeValue | null) => plain(value),
};

function zoned(value: unknown): string | null {
  return value === null ? null : toApexString(value, typeof value === 'object' ? runningUser().timeZone : 'GMT');
}

/** Fills `{0}` with arguments; a single quote quotes, two of them are one. */
function formatMessage(pattern: string, args: readonly unknown[]): string {
  // Each argument becomes text once, however often it is placed.
  const texts = args.map((argument) => (argument === null ? 'null' : zoned(argument)));
  let result = '';
  let quoted = false;
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index];
    if (character === "'") {
      if (pattern[index + 1] === "'") {
        result += "'";
        index += 1;
      } else {
        quoted = !quoted;
      }
      continue;
    }
    const placeholder = quoted || character !== '{' ? null : /^\{(\d+)\}/.exec(pattern.slice(index));
    if (placeholder) {
      const position = Number(placeholder[1]);
      result += texts[position] ?? placeholder[0];
      index += placeholder[0].length - 1;
    } else {
      result += character;
    }
  }
  return result;
}
