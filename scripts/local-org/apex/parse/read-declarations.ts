import { readBlock, readVariables } from './read-statements.ts';
import { readModifiers } from './read-modifiers.ts';
import { readType } from './read-types.ts';
import type { Accessor, Member, Modifiers, Parameter, Position, PropertyDeclaration, TypeDeclaration, TypeReference } from './syntax.ts';
import { readList } from './token-reader.ts';
import type { TokenReader } from './token-reader.ts';

/** A class, an interface or an enum, with what stands before it. */
export function readTypeDeclaration(reader: TokenReader): TypeDeclaration {
  const { position } = reader;
  const modifiers = readModifiers(reader);
  if (!isTypeDeclaration(reader)) throw reader.unexpected();
  return readDeclaredType(reader, position, modifiers);
}

/** Whether one begins here, its modifiers taken already. */
export function isTypeDeclaration(reader: TokenReader): boolean {
  return reader.at('class') || reader.at('interface') || reader.at('enum');
}

function readDeclaredType(reader: TokenReader, position: Position, modifiers: Modifiers): TypeDeclaration {
  const kind = reader.next().key as TypeDeclaration['kind'];
  const name = reader.name();
  if (kind === 'enum') return { kind, ...position, name, modifiers, interfaces: [], members: [], values: readEnumValues(reader) };
  const superclass = kind === 'class' && reader.accept('extends') ? readType(reader) : undefined;
  const interfaces = readInterfaces(reader, kind);
  const members = readBody(reader, kind === 'class' ? readClassMember : readInterfaceMethod);
  return { kind, ...position, name, modifiers, ...(superclass ? { superclass } : {}), interfaces, members, values: [] };
}

/** A class implements several, an interface extends one. */
function readInterfaces(reader: TokenReader, kind: 'class' | 'interface'): TypeReference[] {
  if (kind === 'interface') return reader.accept('extends') ? [readType(reader)] : [];
  return reader.accept('implements') ? readList(reader, readType) : [];
}

function readEnumValues(reader: TokenReader): string[] {
  reader.expect('{');
  const values = reader.at('}') ? [] : readList(reader, () => reader.name());
  reader.expect('}');
  return values;
}

function readBody(reader: TokenReader, read: (reader: TokenReader) => Member[]): Member[] {
  const members: Member[] = [];
  reader.expect('{');
  while (!reader.at('}') && reader.current.kind !== 'end') members.push(...read(reader));
  reader.expect('}');
  return members;
}

function readClassMember(reader: TokenReader): Member[] {
  const { position } = reader;
  const isStatic = reader.at('static') && reader.peek(1).key === '{';
  if (isStatic) reader.next();
  if (reader.at('{')) return [{ kind: 'initializer', ...position, isStatic, body: readBlock(reader) }];
  const modifiers = readModifiers(reader);
  if (reader.peek(1).key !== '(') return readMember(reader, position, modifiers);
  const name = reader.name();
  return [{ kind: 'constructor', ...position, modifiers, name, parameters: readParameters(reader), body: readBlock(reader) }];
}

/** A member that has a type, or is one; a field declaration may declare several. Its modifiers are taken already. */
export function readMember(reader: TokenReader, position: Position, modifiers: Modifiers): Member[] {
  if (isTypeDeclaration(reader)) return [{ kind: 'inner', ...position, declaration: readDeclaredType(reader, position, modifiers) }];
  const type = reader.accept('void') ? undefined : readType(reader);
  if (type === undefined || reader.peek(1).key === '(') return [readMethod(reader, position, modifiers, type)];
  if (reader.peek(1).key === '{') return [readProperty(reader, position, modifiers, type)];
  const fields = readVariables(reader).map((variable): Member => ({ kind: 'field', modifiers, type, ...variable }));
  reader.expect(';');
  return fields;
}

function readMethod(reader: TokenReader, position: Position, modifiers: Modifiers, returnType: TypeReference | undefined): Member {
  const name = reader.name();
  const parameters = readParameters(reader);
  const body = reader.accept(';') ? undefined : readBlock(reader);
  return { kind: 'method', ...position, modifiers, ...(returnType ? { returnType } : {}), name, parameters, ...(body ? { body } : {}) };
}

function readInterfaceMethod(reader: TokenReader): Member[] {
  const { position } = reader;
  const modifiers = readModifiers(reader);
  const returnType = reader.accept('void') ? undefined : readType(reader);
  const name = reader.name();
  const parameters = readParameters(reader);
  reader.expect(';');
  return [{ kind: 'method', ...position, modifiers, ...(returnType ? { returnType } : {}), name, parameters }];
}

function readParameters(reader: TokenReader): Parameter[] {
  reader.expect('(');
  const parameters = reader.at(')') ? [] : readList(reader, readParameter);
  reader.expect(')');
  return parameters;
}

function readParameter(reader: TokenReader): Parameter {
  const { position } = reader;
  const isFinal = readModifiers(reader).words.includes('final');
  const type = readType(reader);
  return { ...position, name: reader.name(), type, isFinal };
}

/** `{ get; private set { ... } }` behind the name of a property. */
function readProperty(reader: TokenReader, position: Position, modifiers: Modifiers, type: TypeReference): PropertyDeclaration {
  const name = reader.name();
  const accessors: { getter?: Accessor; setter?: Accessor } = {};
  reader.expect('{');
  do {
    const accessorPosition = reader.position;
    const accessorModifiers = readModifiers(reader);
    const which = reader.at('get') ? 'getter' : 'setter';
    reader.expect(which === 'getter' ? 'get' : 'set');
    if (accessors[which]) throw reader.unexpected();
    const body = reader.accept(';') ? undefined : readBlock(reader);
    accessors[which] = { ...accessorPosition, modifiers: accessorModifiers, ...(body ? { body } : {}) };
  } while (!reader.accept('}'));
  return { kind: 'property', ...position, modifiers, type, name, ...accessors };
}
