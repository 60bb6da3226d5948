import type { TypeName } from '../types/type-name.ts';
import type { TypeReference } from './syntax.ts';
import { isName, readList } from './token-reader.ts';
import type { TokenReader } from './token-reader.ts';
import type { Token } from './tokens.ts';

/** Types that are nothing without arguments. */
const COLLECTIONS: ReadonlySet<string> = new Set(['list', 'set', 'map']);

/** `Map<Id, List<Account>>`, `Outer.Inner`, `String[]`. */
export function readType(reader: TokenReader): TypeReference {
  return { ...reader.position, type: readTypeName(reader) };
}

function readTypeName(reader: TokenReader): TypeName {
  const type = readDotted(reader);
  return type.typeArguments.length === 0 ? readDimensions(reader, type) : type;
}

/** The brackets behind the type of an array's elements; there are no arrays of a type with arguments. */
export function readDimensions(reader: TokenReader, element: TypeName): TypeName {
  let type = element;
  while (reader.at('[') && reader.peek(1).key === ']') {
    reader.next();
    reader.next();
    type = { name: 'List', typeArguments: [type] };
  }
  return type;
}

/** The type named after `new`, without the brackets of an array. */
export function readCreatedType(reader: TokenReader): TypeReference {
  return { ...reader.position, type: readDotted(reader) };
}

/** A type without arguments: what a clause catches. */
export function readQualifiedType(reader: TokenReader): TypeReference {
  return { ...reader.position, type: { name: readQualifiedName(reader), typeArguments: [] } };
}

/** `Namespace.Name`. */
export function readQualifiedName(reader: TokenReader): string {
  let name = reader.name();
  while (reader.accept('.')) name += `.${reader.name()}`;
  return name;
}

function readDotted(reader: TokenReader): TypeName {
  if (!isTypeWord(reader.current)) throw reader.unexpected();
  const isCollection = COLLECTIONS.has(reader.current.key);
  let name = reader.next().text;
  if (isCollection || reader.at('<')) return { name, typeArguments: readTypeArguments(reader) };
  while (reader.at('.') && reader.peek(1).key !== 'class') {
    reader.next();
    name += `.${reader.word()}`;
  }
  return { name, typeArguments: reader.at('<') ? readTypeArguments(reader) : [] };
}

function readTypeArguments(reader: TokenReader): TypeName[] {
  reader.expect('<');
  const list = readList(reader, readTypeName);
  reader.expect('>');
  return list;
}

function isTypeWord(token: Token): boolean {
  return isName(token) || COLLECTIONS.has(token.key);
}

/** Looks whether a type begins at an offset: the offset of what follows it, or -1. Takes nothing. */
export function endOfType(reader: TokenReader, from: number): number {
  if (!isTypeWord(reader.peek(from))) return -1;
  let offset = from + 1;
  while (reader.peek(offset).key === '.' && reader.peek(offset + 1).kind === 'word' && reader.peek(offset + 1).key !== 'class') offset += 2;
  if (reader.peek(offset).key === '<') return endOfTypeArguments(reader, offset);
  while (reader.peek(offset).key === '[' && reader.peek(offset + 1).key === ']') offset += 2;
  return offset;
}

function endOfTypeArguments(reader: TokenReader, from: number): number {
  let offset = from;
  do {
    offset = endOfType(reader, offset + 1);
    if (offset === -1) return -1;
  } while (reader.peek(offset).key === ',');
  return reader.peek(offset).key === '>' ? offset + 1 : -1;
}

/** Whether a type and a name begin here, as in every declaration: `Account a`. */
export function isDeclaration(reader: TokenReader): boolean {
  const end = endOfType(reader, 0);
  return end !== -1 && isName(reader.peek(end));
}
