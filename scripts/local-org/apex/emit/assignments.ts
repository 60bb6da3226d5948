import type { Assignment, Expression, Index, MemberAccess, NameExpression, Position, Unary } from '../parse/syntax.ts';
import { isNumber } from '../types/conversion.ts';
import { findField, isSubclass, substitute } from '../types/hierarchy.ts';
import type { Found } from '../types/hierarchy.ts';
import type { ApexType, FieldSymbol, TypeSymbol } from '../types/symbols.ts';
import { CompileError, STRICT_FLOW } from './body-context.ts';
import type { BodyContext } from './body-context.ts';
import { compileExpression } from './expressions.ts';
import { checkFieldAccess, compileTarget, fieldCode, staticsOf, storageKey } from './names.ts';
import { combine } from './operators.ts';
import { contentName, recordValue, refuseReadOnly, requireMember } from './records.ts';
import { convert, singleRow } from './typed.ts';
import type { Typed } from './typed.ts';

/** Something that can stand on the left of `=`. */
interface Place {
  readonly type: ApexType;
  /** Code that fills the temporaries of a place that is both read and written: its parts are evaluated once. */
  readonly prepare: string;
  /** Its present value. */
  read(): Typed;
  /** The expression that stores a value and gives it back. */
  write(value: string): string;
}

/** `=` and the compound assignments. */
export function compileAssignment(context: BodyContext, node: Assignment, isEffect: boolean): Typed {
  const place = placeOf(context, node.target, node.operator === '=');
  const value = compileExpression(context, node.value);
  if (node.operator === '=') {
    const written = place.write(convert(context, value, place.type, node));
    return { code: isEffect ? written : `(${written})`, type: place.type };
  }
  const result = combine(context, node.operator.slice(0, -1), place.read(), value, node);
  const written = place.prepare + place.write(convert(context, result, place.type, node));
  return { code: isEffect ? written : `(${written})`, type: place.type };
}

/** `++` and `--`, before or after their operand. */
export function compileIncrement(context: BodyContext, node: Unary, isEffect: boolean): Typed {
  const place = placeOf(context, node.operand, false);
  if (!isNumber(place.type)) {
    throw new CompileError(node, `'${node.operator}' needs a number: ${place.type.name}`);
  }
  const one: Typed = { code: '1', type: context.table.primitive('Integer'), nonNull: true };
  const operator = node.operator === '++' ? '+' : '-';
  if (isEffect || !node.postfix) {
    const next = combine(context, operator, place.read(), one, node);
    const written = place.prepare + place.write(convert(context, next, place.type, node));
    return { code: isEffect ? written : `(${written})`, type: place.type, nonNull: true };
  }
  const before = context.temporary();
  const next = combine(context, operator, { code: before, type: place.type }, one, node);
  const code = `(${place.prepare}${before} = ${place.read().code}, ${place.write(convert(context, next, place.type, node))}, ${before})`;
  return { code, type: place.type };
}

function placeOf(context: BodyContext, node: Expression, isPlain: boolean): Place {
  if (node.kind === 'name') {
    return namedPlace(context, node);
  }
  if (node.kind === 'member' && !node.safe) {
    return memberPlace(context, node, isPlain);
  }
  if (node.kind === 'index') {
    return elementPlace(context, node, isPlain);
  }
  throw new CompileError(node, 'Expression cannot be assigned');
}

function namedPlace(context: BodyContext, node: NameExpression): Place {
  const local = context.local(node.name);
  if (local) {
    if (local.isFinal && local.hasValue && context.owner.apiVersion >= STRICT_FLOW) {
      throw new CompileError(node, `Final variable can't be assigned again: ${node.name}`);
    }
    const { identifier, type, nonNull } = local;
    return { type, prepare: '', read: () => ({ code: identifier, type, nonNull }), write: (value) => `${identifier} = ${value}` };
  }
  for (let level: TypeSymbol | undefined = context.owner; level; level = level.outer) {
    const found = findField(context.table, context.table.of(level), node.name);
    if (found && (found.member.isStatic || level === context.owner)) {
      if (!found.member.isStatic && context.isStatic) {
        break;
      }
      return fieldPlace(context, found, node, 'this');
    }
  }
  throw new CompileError(node, `Variable does not exist: ${node.name}`);
}

function fieldPlace(
  context: BodyContext,
  found: Found<FieldSymbol>,
  node: Position & { readonly name: string },
  target: string,
  prepare = '',
): Place {
  const { member } = found;
  checkFieldAccess(context, member, node, member.setterAccess);
  checkWritable(context, member, node);
  const type = substitute(context.table, member.type, found.through);
  const read = (): Typed => ({ code: fieldCode(context, member, target), type });
  if (member.owner.origin === 'library') {
    const setter = context.module.native(member.owner.libraryName as string, member.signature as string, member.name, 'set');
    return { type, prepare, read, write: (value) => `${setter}(${member.isStatic ? '' : `${target}, `}${value})` };
  }
  const key = storageKey(context, member);
  const place = member.isStatic ? `${staticsOf(context, member.owner)}.${key}` : `${target}.${key}`;
  return { type, prepare, read, write: (value) => `${place} = ${value}` };
}

function checkWritable(context: BodyContext, member: FieldSymbol, node: Position & { readonly name: string }): void {
  if (!member.writable && context.accessorOf !== member) {
    throw new CompileError(node, `Variable is not writable: ${node.name}`);
  }
  const initialised =
    (member.isStatic ? context.owner === member.owner : isSubclass(context.owner, member.owner)) &&
    context.initialises === (member.isStatic ? 'static' : 'instance');
  if (member.isFinal && !initialised) {
    throw new CompileError(node, `Final members can only be assigned in their declaration, init blocks, or constructors: ${node.name}`);
  }
}

function memberPlace(context: BodyContext, node: MemberAccess, isPlain: boolean): Place {
  const target = compileTarget(context, node.target);
  if (target.kind === 'prefix') {
    throw new CompileError(node, `Variable does not exist: ${target.name}`);
  }
  if (target.kind === 'type') {
    const found = findField(context.table, target.type, node.name);
    if (!found?.member.isStatic) {
      throw new CompileError(node, `Variable does not exist: ${target.type.name}.${node.name}`);
    }
    return fieldPlace(context, found, node, '');
  }
  if (target.value.guard !== undefined) {
    throw new CompileError(node, 'Expression with ?. cannot be assigned');
  }
  const row = target.value.isQuery ? singleRow(context, target.value, context.table.sObject) : undefined;
  const receiver = once(context, row ?? target.value, isPlain);
  if (receiver.type.symbol === context.table.sObject.symbol) {
    return recordPlace(context, receiver, node);
  }
  const found = findField(context.table, receiver.type, node.name);
  if (!found || found.member.isStatic) {
    throw new CompileError(node, `Variable does not exist: ${node.name} in ${receiver.type.name}`);
  }
  return fieldPlace(context, found, node, receiver.code, receiver.prepare);
}

interface Kept extends Typed {
  readonly prepare: string;
}

/** A part of a place that is both read and written is evaluated once: anything but a name is kept in a temporary. */
function once(context: BodyContext, value: Typed, isPlain: boolean): Kept {
  if (isPlain || /^[\w$]+$/.test(value.code)) {
    return { ...value, prepare: '' };
  }
  const temporary = context.temporary();
  return { ...value, code: temporary, prepare: `${temporary} = ${value.code}, ` };
}

function recordPlace(context: BodyContext, record: Kept, node: MemberAccess): Place {
  const member = requireMember(context, record, node);
  refuseReadOnly(member, record.type, node);
  const name = JSON.stringify(contentName(member, node.name));
  const writer = context.module.helper('setField');
  return {
    type: member.type,
    prepare: record.prepare,
    read: () => recordValue(context, record, node),
    write: (value) => `${writer}(${record.code}, ${name}, ${value})`,
  };
}

function elementPlace(context: BodyContext, node: Index, isPlain: boolean): Place {
  const list = once(context, compileExpression(context, node.target), isPlain);
  if (list.type.symbol.libraryName !== 'System.List') {
    throw new CompileError(node, `Expression must be a list type: ${list.type.name}`);
  }
  const index = once(context, compileExpression(context, node.index), isPlain);
  const position = convert(context, index, context.table.primitive('Integer'), node.index);
  const type = list.type.typeArguments[0];
  return {
    type,
    prepare: list.prepare + index.prepare,
    read: () => ({ code: `${context.module.helper('element')}(${list.code}, ${position})`, type }),
    write: (value) => `${context.module.helper('setElement')}(${list.code}, ${position}, ${value})`,
  };
}
