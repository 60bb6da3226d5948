import { readArguments, readExpression } from './read-expressions.ts';
import type { TypeName } from '../types/type-name.ts';
import { readCreatedType, readDimensions } from './read-types.ts';
import type { Expression, NewCollection, Position, TypeReference } from './syntax.ts';
import { readList } from './token-reader.ts';
import type { TokenReader } from './token-reader.ts';

/** `new Account(Name = 'A')`, `new String[3]`, `new Set<Id>{ id }`, `new Map<Id, String>{ id => 'a' }`. */
export function readCreation(reader: TokenReader): Expression {
  const { position } = reader;
  reader.expect('new');
  const type = readCreatedType(reader);
  if (reader.at('(')) return { kind: 'new', ...position, type, arguments: readArguments(reader) };
  return type.type.typeArguments.length > 0 ? readElements(reader, position, type) : readArray(reader, position, type);
}

/** `[3]`, `[]`, `[]{ 1, 2 }`. */
function readArray(reader: TokenReader, position: Position, element: TypeReference): NewCollection {
  const collection: NewCollection = { kind: 'newCollection', ...position, type: element, elements: [] };
  reader.expect('[');
  if (!reader.at(']')) {
    const size = readExpression(reader);
    reader.expect(']');
    return { ...collection, type: listOf(element, element.type), size };
  }
  reader.expect(']');
  const type = listOf(element, readDimensions(reader, element.type));
  if (!reader.accept('{')) return { ...collection, type };
  const elements = reader.at('}') ? [] : readList(reader, readExpression);
  reader.expect('}');
  return { ...collection, type, elements };
}

function listOf({ line, column }: Position, element: TypeName): TypeReference {
  return { line, column, type: { name: 'List', typeArguments: [element] } };
}

/** Elements, or pairs of keys and values, in braces. */
function readElements(reader: TokenReader, position: Position, type: TypeReference): NewCollection {
  const collection: NewCollection = { kind: 'newCollection', ...position, type, elements: [] };
  reader.expect('{');
  if (reader.accept('}')) return collection;
  const first = readExpression(reader);
  if (!reader.at('=>')) {
    const elements = reader.accept(',') ? [first, ...readList(reader, readExpression)] : [first];
    reader.expect('}');
    return { ...collection, elements };
  }
  const pairs = [[first, readPairValue(reader)] as const];
  while (reader.accept(',')) pairs.push([readExpression(reader), readPairValue(reader)]);
  reader.expect('}');
  return { ...collection, pairs };
}

function readPairValue(reader: TokenReader): Expression {
  reader.expect('=>');
  return readExpression(reader);
}
