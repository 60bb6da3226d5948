import { numericText, isNumeric } from './numeric.ts';
import { Key, KeyedValue, NamespaceValue } from './object.ts';
import { CDataValue, RangeValue, RegexValue, TypeValue } from './special.ts';
import { PeriodValue } from './period.ts';
import { TemporalValue, ZoneValue } from './temporal.ts';
import { formatTemporal } from './date-format.ts';

/** The text of a simple value, as coercion to String gives it; undefined when it has none. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string' || typeof value === 'boolean') {
    return String(value);
  }
  if (isNumeric(value)) {
    return numericText(value);
  }
  if (value instanceof KeyedValue) {
    return textOf(value.value);
  }
  if (value instanceof Key) {
    return value.name;
  }
  if (value instanceof TemporalValue) {
    return temporalText(value);
  }
  if (value instanceof CDataValue || value instanceof TypeValue) {
    return value.text;
  }
  if (value instanceof RegexValue) {
    return value.source;
  }
  if (value instanceof ZoneValue) {
    return value.id;
  }
  if (value instanceof PeriodValue) {
    return value.toString();
  }
  if (value instanceof NamespaceValue) {
    return value.uri;
  }
  if (value instanceof RangeValue) {
    return value.join(',');
  }
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : undefined;
}

/** A date that was given a format is written in it. */
function temporalText(value: TemporalValue): string {
  const format = value.properties?.['format'];
  const locale = value.properties?.['locale'];
  return typeof format === 'string' ? formatTemporal(value, format, typeof locale === 'string' ? locale : 'en') : value.toString();
}
