import { DecimalValue } from '../values/decimal.ts';
import { DoubleValue } from '../values/double.ts';
import { LocationValue } from '../values/compound.ts';
import type { Bind, Call, NumberLiteral, Path, Place } from './ast.ts';
import { boundValues } from './comparands.ts';
import type { QueryExpression } from './expression.ts';
import { joined, sql, wrapped } from './fragment.ts';
import { madeUpField } from './made-up-fields.ts';
import type { SoqlParser } from './parse.ts';
import { unescapeString } from './tokens.ts';
import type { Planning } from './planning.ts';
import type { QuerySource } from './source.ts';

/** Reads the inside of `DISTANCE(Location__c, GEOLOCATION(37.7, -122.4), 'mi')`, behind its parenthesis. */
export function parseDistance(parser: SoqlParser, name: string, at: number): Call {
  const field = parser.expression();
  parser.expectSymbol(',');
  parser.expectWord('geolocation');
  parser.expectSymbol('(');
  const latitude = degrees(parser);
  parser.expectSymbol(',');
  const longitude = degrees(parser);
  parser.expectSymbol(')');
  parser.expectSymbol(',');
  const { kind, text, at: unitAt } = parser.token;
  const unit = kind === 'string' ? unescapeString(text, parser.reader.text, unitAt).toLowerCase() : parser.fail();
  if (unit !== 'mi' && unit !== 'km') parser.fail("expecting 'mi' or 'km'");
  parser.take();
  parser.expectSymbol(')');
  return { kind: 'call', at, name, args: [field], place: { latitude, longitude, unit } };
}

function degrees(parser: SoqlParser): NumberLiteral | Bind {
  if (parser.isSymbol(':')) return parser.bind();
  if (parser.token.kind !== 'number') return parser.fail('expecting a number of degrees');
  const { at, text } = parser.take();
  return { kind: 'number', at, text };
}

/** How far a location or an address of the row is from a place. */
export function planDistance(planning: Planning, source: QuerySource, call: Call, place: Place): QueryExpression {
  const [path] = call.args as readonly [Path];
  const parts = path.kind === 'path' ? source.field(path).field.parts : undefined;
  const { latitude, longitude } = parts ?? {};
  if (latitude === undefined || longitude === undefined) {
    throw planning.resolver.error('INVALID_FIELD', 'DISTANCE takes a location or an address', path.at);
  }
  const column = [latitude, longitude].map((name) => {
    const degree = source.field({ ...path, parts: [...path.parts.slice(0, -1), name] });
    return wrapped('(', degree.column, ` / 1e${degree.field.scale})`);
  });
  const there = [place.latitude, place.longitude].map((degree) => sql('?', numberOf(planning, degree)));
  const distance = wrapped('distance(', joined([...column, ...there, sql('?', place.unit)], ', '), ')');
  return {
    column: distance,
    selected: distance,
    field: madeUpField('DISTANCE', 'double'),
    aggregate: false,
    read: (stored) => (stored === null ? null : new DoubleValue(Number(stored))),
    encode: (value) => (value === null ? null : Number(String(value))),
  };
}

function numberOf(planning: Planning, degree: NumberLiteral | Bind): number {
  if (degree.kind === 'number') return Number(degree.text);
  const value = boundValues(planning, degree)?.values[0] ?? null;
  return value instanceof DecimalValue ? value.toNumber() : value instanceof DoubleValue ? value.value : Number(value ?? 0);
}

/** The SQL function behind it: null where a place is not known. */
export function distanceBetween(
  latitude: unknown,
  longitude: unknown,
  toLatitude: unknown,
  toLongitude: unknown,
  unit: unknown,
): number | null {
  const place = (north: unknown, east: unknown): LocationValue =>
    new LocationValue(north === null ? null : Number(north), east === null ? null : Number(east));
  return place(latitude, longitude).distanceTo(place(toLatitude, toLongitude), String(unit));
}
