import { parseNumeric, decimalOf } from './numeric.ts';
import type { Numeric } from './numeric.ts';

interface NumberPattern {
  readonly prefix: string;
  readonly suffix: string;
  readonly minimumWhole: number;
  readonly minimumFraction: number;
  readonly maximumFraction: number;
  /** Digits of a group; 0 for none. */
  readonly group: number;
  readonly scale: number;
}

/** Reads the positive part of a pattern of `java.text.DecimalFormat`, such as `#,##0.00`. */
function readPattern(pattern: string): NumberPattern {
  const [positive = ''] = pattern.split(';');
  const match = /^((?:[^#0,.']|'[^']*')*)([#0,]*)(?:\.([#0]*))?(.*)$/.exec(positive);
  const [, prefix = '', whole = '', fraction = '', suffix = ''] = match ?? [];
  const group = whole.includes(',') ? whole.length - whole.lastIndexOf(',') - 1 : 0;
  return {
    prefix: prefix.replaceAll("'", ''),
    suffix: suffix.replaceAll("'", ''),
    minimumWhole: (whole.match(/0/g) ?? []).length,
    minimumFraction: (fraction.match(/0/g) ?? []).length,
    maximumFraction: fraction.length,
    group,
    scale: positive.includes('%') ? 2 : 0,
  };
}

function separators(locale: string): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(locale.replaceAll('_', '-'), { useGrouping: true, minimumFractionDigits: 1 }).formatToParts(
    1_234_567.5,
  );
  return {
    decimal: parts.find(({ type }) => type === 'decimal')?.value ?? '.',
    group: parts.find(({ type }) => type === 'group')?.value ?? ',',
  };
}

/** Formats as `java.text.DecimalFormat` does; halves are rounded up, away from zero. */
export function formatNumber(value: Numeric, pattern: string, locale: string): string {
  const read = readPattern(pattern);
  const { decimal, group } = separators(locale);
  const scaled = decimalOf(value).multiply(decimalOf(10 ** read.scale));
  const rounded = scaled.setScale(read.maximumFraction, 'HALF_UP');
  const [digits = '', fraction = ''] = rounded.abs().toPlainString().split('.');
  const whole = digits.replace(/^0+/, '').padStart(read.minimumWhole, '0');
  const kept = fraction.replace(/0+$/, '').padEnd(read.minimumFraction, '0');
  const grouped = read.group === 0 ? whole : whole.replaceAll(new RegExp(`\\B(?=(\\d{${read.group}})+$)`, 'g'), group);
  const text = `${grouped === '' && kept === '' ? '0' : grouped}${kept === '' ? '' : decimal}${kept}`;
  return `${rounded.sign < 0 ? '-' : ''}${read.prefix}${text}${read.suffix}`;
}

/** Reads a number that was written by a pattern; undefined when the text is none. */
export function parseFormattedNumber(text: string, pattern: string, locale: string): Numeric | undefined {
  const read = readPattern(pattern);
  const { decimal, group } = separators(locale);
  const plain = text.trim().replace(read.prefix, '').replace(read.suffix, '').replaceAll(group, '').replace(decimal, '.');
  return parseNumeric(plain);
}
