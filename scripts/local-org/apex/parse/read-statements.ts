import { readArguments, readCondition, readExpression } from './read-expressions.ts';
import { readLiteral } from './read-literals.ts';
import { readModifiers } from './read-modifiers.ts';
import { endOfType, isDeclaration, readQualifiedName, readQualifiedType, readType } from './read-types.ts';
import type { Block, Catch, DataStatement, Expression, LocalVariables, Modifiers, Position, Statement, Variable, When } from './syntax.ts';
import { isName, readList } from './token-reader.ts';
import type { TokenReader } from './token-reader.ts';

const NO_MODIFIERS: Modifiers = { words: [], annotations: [] };

type StatementReader = (reader: TokenReader, position: Position) => Statement;

/** What the reserved word at its beginning makes of a statement; the word is taken already. */
const READERS: ReadonlyMap<string, StatementReader> = new Map<string, StatementReader>([
  ['if', readIf],
  ['for', readFor],
  ['while', readWhile],
  ['do', readDoWhile],
  ['try', readTry],
  ['return', readReturn],
  ['throw', (reader, position) => ({ kind: 'throw', ...position, value: readToEnd(reader) })],
  ['break', readJump('break')],
  ['continue', readJump('continue')],
  ['insert', readData('insert')],
  ['update', readData('update')],
  ['upsert', readData('upsert')],
  ['delete', readData('delete')],
  ['undelete', readData('undelete')],
  ['merge', readData('merge')],
]);

export function readBlock(reader: TokenReader): Block {
  const { position } = reader;
  reader.expect('{');
  const statements: Statement[] = [];
  while (!reader.at('}') && reader.current.kind !== 'end') statements.push(readStatement(reader));
  const { line: endLine } = reader.expect('}');
  return { kind: 'block', ...position, statements, endLine };
}

export function readStatement(reader: TokenReader): Statement {
  const { position } = reader;
  const { key } = reader.current;
  if (key === '{') return readBlock(reader);
  const read = key === 'switch' && reader.peek(1).key === 'on' ? readSwitch : READERS.get(key);
  if (read) {
    reader.next();
    return read(reader, position);
  }
  if (isLocal(reader)) return readLocalStatement(reader, position, readModifiers(reader));
  if (isRunAs(reader)) return readRunAs(reader, position);
  return { kind: 'expression', ...position, expression: readToEnd(reader) };
}

/** Whether a declaration of variables begins here, and not an expression. */
function isLocal(reader: TokenReader): boolean {
  return reader.at('@') || reader.at('final') || isDeclaration(reader);
}

/** A declaration of variables and its semicolon; what stands before its type is taken already. */
export function readLocalStatement(reader: TokenReader, position: Position, modifiers: Modifiers): LocalVariables {
  const local = readLocal(reader, position, modifiers);
  reader.expect(';');
  return local;
}

function readLocal(reader: TokenReader, position: Position, modifiers: Modifiers): LocalVariables {
  const type = readType(reader);
  return { kind: 'local', ...position, isFinal: modifiers.words.includes('final'), type, variables: readVariables(reader) };
}

/** Names with their values: `a = 1, b`. */
export function readVariables(reader: TokenReader): Variable[] {
  return readList(reader, () => {
    const { position } = reader;
    const name = reader.name();
    return { ...position, name, ...(reader.accept('=') ? { value: readExpression(reader) } : {}) };
  });
}

function isRunAs(reader: TokenReader): boolean {
  return reader.at('system') && reader.peek(1).key === '.' && reader.peek(2).key === 'runas';
}

/** `System.runAs(user) { ... }` */
function readRunAs(reader: TokenReader, position: Position): Statement {
  for (const word of ['system', '.', 'runas']) reader.expect(word);
  return { kind: 'runAs', ...position, arguments: readArguments(reader), body: readBlock(reader) };
}

/** An expression and the semicolon behind it. */
function readToEnd(reader: TokenReader): Expression {
  const value = readExpression(reader);
  reader.expect(';');
  return value;
}

function readIf(reader: TokenReader, position: Position): Statement {
  const condition = readCondition(reader);
  const then = readStatement(reader);
  return { kind: 'if', ...position, condition, then, ...(reader.accept('else') ? { otherwise: readStatement(reader) } : {}) };
}

function readFor(reader: TokenReader, position: Position): Statement {
  reader.expect('(');
  const end = endOfType(reader, 0);
  if (end !== -1 && isName(reader.peek(end)) && reader.peek(end + 1).key === ':') {
    const type = readType(reader);
    const name = reader.name();
    reader.expect(':');
    const source = readExpression(reader);
    reader.expect(')');
    return { kind: 'forEach', ...position, type, name, source, ...readLoopBody(reader) };
  }
  const declaration = isDeclaration(reader) ? readLocal(reader, reader.position, NO_MODIFIERS) : undefined;
  const initial = declaration || reader.at(';') ? [] : [readExpression(reader)];
  reader.expect(';');
  const condition = reader.at(';') ? undefined : readExpression(reader);
  reader.expect(';');
  const update = reader.at(')') ? [] : [readExpression(reader)];
  reader.expect(')');
  return {
    kind: 'for',
    ...position,
    ...(declaration ? { declaration } : {}),
    initial,
    ...(condition ? { condition } : {}),
    update,
    ...readLoopBody(reader),
  };
}

/** A loop may have nothing to do. */
function readLoopBody(reader: TokenReader): { body?: Statement } {
  return reader.accept(';') ? {} : { body: readStatement(reader) };
}

function readWhile(reader: TokenReader, position: Position): Statement {
  return { kind: 'while', ...position, condition: readCondition(reader), ...readLoopBody(reader) };
}

function readDoWhile(reader: TokenReader, position: Position): Statement {
  const body = readBlock(reader);
  reader.expect('while');
  const condition = readCondition(reader);
  reader.expect(';');
  return { kind: 'doWhile', ...position, condition, body };
}

function readTry(reader: TokenReader, position: Position): Statement {
  const body = readBlock(reader);
  const catches: Catch[] = [];
  while (reader.at('catch')) catches.push(readCatch(reader));
  if (catches.length > 0 && !reader.at('finally')) return { kind: 'try', ...position, body, catches };
  reader.expect('finally');
  return { kind: 'try', ...position, body, catches, finally: readBlock(reader) };
}

function readCatch(reader: TokenReader): Catch {
  const { position } = reader;
  reader.expect('catch');
  reader.expect('(');
  readModifiers(reader);
  const type = readQualifiedType(reader);
  const name = reader.name();
  reader.expect(')');
  return { ...position, type, name, body: readBlock(reader) };
}

function readReturn(reader: TokenReader, position: Position): Statement {
  return reader.accept(';') ? { kind: 'return', ...position } : { kind: 'return', ...position, value: readToEnd(reader) };
}

function readJump(kind: 'break' | 'continue'): StatementReader {
  return (reader, position) => {
    reader.expect(';');
    return { kind, ...position };
  };
}

/** `insert as user records;`, `upsert records Key__c;`, `merge master duplicates;`. */
function readData(operation: DataStatement['operation']): StatementReader {
  return (reader, position) => {
    const access = readAccess(reader);
    const records = readExpression(reader);
    const second = operation === 'merge' ? readExpression(reader) : undefined;
    const field = operation === 'upsert' && !reader.at(';') ? readQualifiedName(reader) : undefined;
    reader.expect(';');
    return {
      kind: 'data',
      ...position,
      operation,
      ...(access ? { access } : {}),
      records,
      ...(second ? { second } : {}),
      ...(field === undefined ? {} : { field }),
    };
  };
}

function readAccess(reader: TokenReader): DataStatement['access'] {
  const { key } = reader.peek(1);
  if (!reader.at('as') || (key !== 'user' && key !== 'system')) return undefined;
  reader.next();
  reader.next();
  return key;
}

function readSwitch(reader: TokenReader, position: Position): Statement {
  reader.expect('on');
  const subject = readExpression(reader);
  reader.expect('{');
  const whens: When[] = [];
  do whens.push(readWhen(reader));
  while (!reader.accept('}'));
  return { kind: 'switch', ...position, subject, whens };
}

function readWhen(reader: TokenReader): When {
  const { position } = reader;
  reader.expect('when');
  if (reader.accept('else')) return { ...position, body: readBlock(reader) };
  if (isDeclaration(reader)) {
    const type = readType(reader);
    return { ...position, type, variable: reader.name(), body: readBlock(reader) };
  }
  return { ...position, values: readList(reader, readWhenValue), body: readBlock(reader) };
}

/** A literal, with signs before a number, or the name of an enum's value. */
function readWhenValue(reader: TokenReader): Expression {
  if (reader.accept('(')) {
    const value = readWhenValue(reader);
    reader.expect(')');
    return value;
  }
  const { position } = reader;
  let sign = '';
  while (reader.at('-') || reader.at('+')) sign = (reader.next().key === '-') === (sign === '') ? '-' : '';
  const literal = readLiteral(reader);
  if (literal) return { ...literal, ...position, value: sign + literal.value };
  const [first = '', ...others] = readQualifiedName(reader).split('.');
  return others.reduce<Expression>((target, name) => ({ kind: 'member', ...position, target, name, safe: false }), {
    kind: 'name',
    ...position,
    name: first,
  });
}
