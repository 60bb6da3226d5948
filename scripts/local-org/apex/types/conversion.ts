import { distanceUp, supertypeWith } from './hierarchy.ts';
import type { ApexType } from './symbols.ts';
import type { TypeTable } from './type-table.ts';

/** A function of the runtime that changes a value's representation; `none` when the value can stay as it is. */
export type ConversionFunction = 'none' | 'toLong' | 'toDouble' | 'toDecimal' | 'toId' | 'toDatetime';

export interface Conversion {
  readonly convert: ConversionFunction;
  /** How far the types are apart, for choosing among overloads: 0 is the same type. */
  readonly distance: number;
}

const SAME: Conversion = { convert: 'none', distance: 0 };
const TO_OBJECT = 1000;
/** A collection of anything is nearer than anything. */
const TO_ELEMENT_OBJECT = 500;
const NUMBERS = ['Integer', 'Long', 'Double', 'Decimal'];
const NUMBER_CONVERSIONS: readonly ConversionFunction[] = ['none', 'toLong', 'toDouble', 'toDecimal'];

/** How a value of one type becomes a value of another by assignment; undefined when it can't without a cast. */
export function conversionBetween(table: TypeTable, from: ApexType, to: ApexType): Conversion | undefined {
  if (from === to) {
    return SAME;
  }
  if (from === table.voidType || to === table.voidType) {
    return undefined;
  }
  if (from === table.nullType) {
    return { convert: 'none', distance: to === table.object ? 1 : 0 };
  }
  if (to === table.object) {
    return { convert: 'none', distance: TO_OBJECT };
  }
  return numericConversion(from, to) ?? textConversion(from, to) ?? referenceConversion(table, from, to);
}

function numericConversion(from: ApexType, to: ApexType): Conversion | undefined {
  const [source, target] = [NUMBERS.indexOf(from.name), NUMBERS.indexOf(to.name)];
  if (source >= 0 && target > source) {
    return { convert: NUMBER_CONVERSIONS[target], distance: target - source };
  }
  if (from.name === 'Decimal' && to.name === 'Double') {
    return { convert: 'toDouble', distance: 5 };
  }
  return from.name === 'Date' && to.name === 'Datetime' ? { convert: 'toDatetime', distance: 2 } : undefined;
}

function textConversion(from: ApexType, to: ApexType): Conversion | undefined {
  if (from.name === 'Id' && to.name === 'String') {
    return { convert: 'none', distance: 2 };
  }
  return from.name === 'String' && to.name === 'Id' ? { convert: 'toId', distance: 6 } : undefined;
}

function referenceConversion(table: TypeTable, from: ApexType, to: ApexType): Conversion | undefined {
  const up = distanceUp(table, from, to);
  if (up !== undefined) {
    return { convert: 'none', distance: up * 2 };
  }
  const source = supertypeWith(table, from, to.symbol);
  if (!source || source.typeArguments.length === 0 || to.object) {
    return undefined;
  }
  const base = distanceUp(table, from, source) ?? 0;
  const inner = argumentsDistance(table, source, to);
  return inner === undefined ? undefined : { convert: 'none', distance: base * 2 + inner };
}

/** Lists and iterables convert with their elements, maps with their values; sets do not. */
function argumentsDistance(table: TypeTable, from: ApexType, to: ApexType): number | undefined {
  if (from.symbol.name === 'Set') {
    return undefined;
  }
  let distance = 1;
  for (const [index, source] of from.typeArguments.entries()) {
    const target = to.typeArguments[index];
    const step = source === target ? 0 : elementDistance(table, source, target, to);
    if (step === undefined || (from.symbol.name === 'Map' && index === 0 && step > 0)) {
      return undefined;
    }
    distance += step;
  }
  return distance;
}

/** An `Iterable<Object>` is taken for one of anything: what it holds shows when it is walked. */
function elementDistance(table: TypeTable, from: ApexType, to: ApexType, container: ApexType): number | undefined {
  if (isRecordType(table, from) && to === table.sObject) {
    return 1;
  }
  if (from === table.sObject && to.object) {
    return 3;
  }
  if (from === table.object && container.symbol.libraryName === 'System.Iterable') {
    return TO_OBJECT;
  }
  if (from.name === 'Decimal' && to.name === 'Double') {
    return 5;
  }
  const conversion = conversionBetween(table, from, to);
  return conversion && (conversion.convert === 'none' || conversion.convert === 'toId')
    ? Math.min(conversion.distance, TO_ELEMENT_OBJECT)
    : undefined;
}

/** Integer, Long, Double or Decimal: each can be cast to each. */
export function isNumber(type: ApexType): boolean {
  return NUMBERS.includes(type.name);
}

/** `SObject` or the type of an object. */
export function isRecordType(table: TypeTable, type: ApexType): boolean {
  return type.symbol === table.sObject.symbol;
}

/** Whether a cast from one type to the other can ever succeed. */
export function isCastable(table: TypeTable, from: ApexType, to: ApexType): boolean {
  if (
    from === table.object ||
    from === table.nullType ||
    conversionBetween(table, from, to) ||
    ['none', 'toDatetime'].includes(conversionBetween(table, to, from)?.convert ?? '')
  ) {
    return true;
  }
  if (isRecordType(table, from) && isRecordType(table, to)) {
    return from.name === 'Name';
  }
  if (isNumber(from) && isNumber(to)) {
    return true;
  }
  if (from.symbol === to.symbol && from.typeArguments.length > 0) {
    return from.typeArguments.every((argument, index) => isCastable(table, argument, to.typeArguments[index]));
  }
  if (supertypeWith(table, from, to.symbol) || supertypeWith(table, to, from.symbol)) {
    return true;
  }
  const open = (type: ApexType, other: ApexType): boolean =>
    type.symbol.kind === 'interface' && other.symbol.kind !== 'enum' && other.symbol.origin === 'apex' && other.symbol.isVirtual;
  return open(from, to) || open(to, from) || (from.symbol.kind === 'interface' && to.symbol.kind === 'interface');
}
