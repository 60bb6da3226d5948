import { isTypeDeclaration, readMember, readTypeDeclaration } from './read-declarations.ts';
import { readModifiers } from './read-modifiers.ts';
import { readLocalStatement, readStatement } from './read-statements.ts';
import { endOfType } from './read-types.ts';
import type { AnonymousBlock, Member, Statement, TriggerDeclaration, TypeDeclaration } from './syntax.ts';
import { isName, readList, TokenReader } from './token-reader.ts';

/** Reads a class file. Throws `ParseError`. */
export function parseClass(source: string): TypeDeclaration {
  const reader = new TokenReader(source);
  const type = readTypeDeclaration(reader);
  requireEnd(reader);
  return type;
}

/** Reads a trigger file. Throws `ParseError`. */
export function parseTrigger(source: string): TriggerDeclaration {
  const reader = new TokenReader(source);
  const { position } = reader;
  reader.expect('trigger');
  const name = reader.name();
  reader.expect('on');
  const object = reader.name();
  reader.expect('(');
  const events = readList(reader, readEvent);
  reader.expect(')');
  const blockPosition = reader.position;
  reader.expect('{');
  const { statements, members } = readStatementsAndMembers(reader);
  const { line: endLine } = reader.expect('}');
  requireEnd(reader);
  return {
    kind: 'trigger',
    ...position,
    name,
    object,
    events,
    body: { kind: 'block', ...blockPosition, statements, endLine },
    members,
  };
}

/** Reads a script for `executeAnonymous`. Throws `ParseError`. */
export function parseAnonymous(source: string): AnonymousBlock {
  const reader = new TokenReader(source);
  const { statements, members } = readStatementsAndMembers(reader);
  requireEnd(reader);
  const position = { line: 1, column: 1 };
  return {
    kind: 'anonymous',
    ...position,
    body: { kind: 'block', ...position, statements, endLine: reader.current.line },
    members,
  };
}

/** `before insert`. */
function readEvent(reader: TokenReader): string {
  if (!reader.at('before') && !reader.at('after')) throw reader.unexpected();
  const time = reader.next().key;
  if (!['insert', 'update', 'delete', 'undelete'].includes(reader.current.key)) throw reader.unexpected();
  return `${time} ${reader.next().key}`;
}

/** What triggers and scripts are made of: statements, and methods and types between them. */
function readStatementsAndMembers(reader: TokenReader): { statements: Statement[]; members: Member[] } {
  const statements: Statement[] = [];
  const members: Member[] = [];
  while (!reader.at('}') && reader.current.kind !== 'end') {
    const { position } = reader;
    const modifiers = readModifiers(reader);
    const isModified = modifiers.words.length + modifiers.annotations.length > 0;
    if (beginsMember(reader)) members.push(...readMember(reader, position, modifiers));
    else statements.push(isModified ? readLocalStatement(reader, position, modifiers) : readStatement(reader));
  }
  return { statements, members };
}

/** Whether a type, a method or a property begins here, and not a statement. */
function beginsMember(reader: TokenReader): boolean {
  if (isTypeDeclaration(reader) || (reader.at('void') && reader.peek(1).key !== '.')) return true;
  const end = endOfType(reader, 0);
  if (end === -1 || !isName(reader.peek(end))) return false;
  const { key } = reader.peek(end + 1);
  return key === '(' || key === '{';
}

function requireEnd(reader: TokenReader): void {
  if (reader.current.kind !== 'end') throw reader.unexpected();
}
