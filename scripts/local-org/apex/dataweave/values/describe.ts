import { kindOf } from './kinds.ts';
import { ObjectValue, plain } from './object.ts';
import { textOf } from './text.ts';

const MAXIMUM = 80;

/** A value in a message: `String ("abc")`, `Null (null)`. */
export function describeValue(value: unknown): string {
  return `${kindOf(value)} (${shortText(plain(value))})`;
}

function shortText(value: unknown): string {
  const text = brief(value);
  return text.length > MAXIMUM ? `${text.slice(0, MAXIMUM)}...` : text;
}

function brief(value: unknown): string {
  if (value === null || value === undefined) {
    return 'null';
  }
  if (typeof value === 'string') {
    return JSON.stringify(value);
  }
  if (value instanceof ObjectValue) {
    return `{${value.entries.map((entry) => `${entry.key.name}: ${brief(plain(entry.value))}`).join(',')}}`;
  }
  return Array.isArray(value) ? `[${value.map((item) => brief(plain(item))).join(',')}]` : (textOf(value) ?? '...');
}
