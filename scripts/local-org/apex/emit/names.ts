import type { Expression, MemberAccess, NameExpression, Position } from '../parse/syntax.ts';
import { findField, isSubclass, outermost, substitute } from '../types/hierarchy.ts';
import type { Found } from '../types/hierarchy.ts';
import type { AccessModifier } from '../runtime/class-info.ts';
import type { ApexType, FieldSymbol, TypeSymbol } from '../types/symbols.ts';
import { CompileError } from './body-context.ts';
import type { BodyContext } from './body-context.ts';
import { compileChain } from './expressions.ts';
import { isSchemaExpression, schemaMember, staticRecordMember } from './schema-tokens.ts';
import { recordValue } from './records.ts';
import type { Typed } from './typed.ts';

/** What stands before a dot: a value, a type, or the beginning of a qualified name. */
export type Target =
  | { readonly kind: 'value'; readonly value: Typed }
  | { readonly kind: 'type'; readonly type: ApexType }
  | { readonly kind: 'prefix'; readonly name: string };

/** Looks a name chain up: variables hide fields, fields hide types. */
export function compileTarget(context: BodyContext, node: Expression): Target {
  if (node.kind === 'name') {
    return nameTarget(context, node);
  }
  if (node.kind === 'member' && !node.safe) {
    return memberTarget(context, node);
  }
  return { kind: 'value', value: compileChain(context, node) };
}

function nameTarget(context: BodyContext, node: NameExpression): Target {
  const value = variableOrField(context, node);
  if (value) {
    return { kind: 'value', value };
  }
  const type = context.table.resolve({ name: node.name, typeArguments: [] }, context.owner);
  return type ? { kind: 'type', type } : { kind: 'prefix', name: node.name };
}

function memberTarget(context: BodyContext, node: MemberAccess): Target {
  const target = compileTarget(context, node.target);
  if (target.kind === 'value') {
    return { kind: 'value', value: memberOfValue(context, target.value, node) };
  }
  if (target.kind === 'prefix') {
    const name = `${target.name}.${node.name}`;
    const type = context.table.resolve({ name, typeArguments: [] }, context.owner);
    if (type) {
      return { kind: 'type', type };
    }
    if (context.table.isNamespace(name)) {
      return { kind: 'prefix', name };
    }
    throw new CompileError(node, `Variable does not exist: ${target.name}`);
  }
  return memberOfType(context, target.type, node);
}

function memberOfType(context: BodyContext, type: ApexType, node: MemberAccess): Target {
  const value = staticMember(context, type, node);
  if (value) {
    return { kind: 'value', value };
  }
  const name = `${type.symbol.libraryName ?? type.name}.${node.name}`;
  const inner =
    context.table.resolve({ name, typeArguments: [] }, context.owner) ??
    context.table.resolve({ name: `${type.name}.${node.name}`, typeArguments: [] }, context.owner);
  const hidden = inner && context.table.hiddenFrom(context.owner, inner);
  if (hidden) {
    throw new CompileError(node, `Type is not visible: ${hidden.name}`);
  }
  if (inner) {
    return { kind: 'type', type: inner };
  }
  throw new CompileError(node, `Variable does not exist: ${type.name}.${node.name}`);
}

/** A static member of a type: a field, an enum constant, a label, a schema token. */
function staticMember(context: BodyContext, type: ApexType, node: MemberAccess): Typed | undefined {
  if (type.symbol.libraryName === 'System.Label') {
    return isLabelGroup(context, node) ? undefined : labelValue(context, node);
  }
  if (type.symbol.libraryName === 'System.Page') {
    return pageValue(context, node);
  }
  if (type.symbol.kind === 'enum') {
    const constant = enumConstant(context, type, node.name);
    if (constant) {
      return constant;
    }
  }
  if (type.object) {
    return staticRecordMember(context, type.object, node);
  }
  if (type.symbol.libraryName === 'Schema.SObjectType') {
    const token = schemaMember(context, node);
    if (token) {
      return token;
    }
  }
  if (type.symbol.libraryName === 'System.Trigger' && context.triggerRecord) {
    return triggerVariable(context, type, node);
  }
  const found = findField(context.table, type, node.name);
  return found?.member.isStatic ? fieldValue(context, found, node) : undefined;
}

/** `Trigger.new` and its like, typed by the trigger's object. */
function triggerVariable(context: BodyContext, type: ApexType, node: MemberAccess): Typed | undefined {
  const found = findField(context.table, type, node.name);
  if (!found) {
    return undefined;
  }
  const value = fieldValue(context, found, node);
  const record = context.triggerRecord as ApexType;
  const { name } = value.type;
  if (name === 'List<SObject>') {
    return { ...value, type: context.table.list(record) };
  }
  return name === 'Map<Id,SObject>'
    ? { ...value, type: context.table.of(value.type.symbol, [context.table.primitive('Id'), record]) }
    : value;
}

/** Whether it begins the name of a label that every org has: `Label.Site.error`. */
function isLabelGroup(context: BodyContext, { name }: MemberAccess): boolean {
  return (
    !context.program.labels.has(name.toLowerCase()) &&
    context.table.resolve({ name: `System.Label.${name}`, typeArguments: [] }) !== undefined
  );
}

function labelValue(context: BodyContext, node: MemberAccess): Typed {
  if (!context.program.labels.has(node.name.toLowerCase())) {
    throw new CompileError(node, `External string does not exist: ${node.name}`);
  }
  return {
    code: `${context.module.helper('label')}(${JSON.stringify(node.name)})`,
    type: context.table.primitive('String'),
    nonNull: true,
  };
}

/** `Page.Invoice`: the address of a Visualforce page. */
function pageValue(context: BodyContext, node: MemberAccess): Typed {
  if (!context.program.pages.has(node.name.toLowerCase())) {
    throw new CompileError(node, `Page does not exist: ${node.name}`);
  }
  const made = context.module.native('System.PageReference', 'new(String address)', 'new');
  return {
    code: `${made}(${JSON.stringify(`/apex/${node.name.toLowerCase()}`)})`,
    type: context.table.primitive('PageReference'),
    nonNull: true,
  };
}

/** `Color.RED`. */
export function enumConstant(context: BodyContext, type: ApexType, name: string): Typed | undefined {
  const constant = type.symbol.values.find((value) => value.toLowerCase() === name.toLowerCase());
  if (constant === undefined) {
    return undefined;
  }
  const constants = context.module.enumReference(type.name, type.symbol.identifier, type.symbol.values);
  return { code: `${constants}.${constant}`, type, nonNull: true };
}

/** A name alone: a local variable, or a field of the class or of one around it. */
export function variableOrField(context: BodyContext, node: NameExpression): Typed | undefined {
  const local = context.local(node.name);
  if (local) {
    return { code: local.identifier, type: local.type, nonNull: local.nonNull };
  }
  for (let level: TypeSymbol | undefined = context.owner; level; level = level.outer) {
    const found = findField(context.table, context.table.of(level), node.name);
    if (!found) {
      continue;
    }
    if (!found.member.isStatic && level !== context.owner) {
      continue;
    }
    if (!found.member.isStatic && context.isStatic) {
      if (context.table.resolve({ name: node.name, typeArguments: [] }, context.owner)) {
        return undefined;
      }
      throw new CompileError(node, `Variable does not exist: ${node.name} (an instance variable can't be used in a static context)`);
    }
    return fieldValue(context, found, node, 'this');
  }
  return undefined;
}

/** Reads a field of the library or of a class written in Apex. */
function fieldValue(context: BodyContext, found: Found<FieldSymbol>, at: Position & { readonly name: string }, target = ''): Typed {
  const { member } = found;
  checkFieldAccess(context, member, at, member.getterAccess);
  if (!member.readable && context.accessorOf !== member) {
    throw new CompileError(at, `Variable is not readable: ${at.name}`);
  }
  return { code: fieldCode(context, member, target), type: substitute(context.table, member.type, found.through) };
}

/** The code that names a field; for one of the library, the code that reads it. */
export function fieldCode(context: BodyContext, member: FieldSymbol, target: string): string {
  if (member.owner.origin === 'library') {
    const getter = context.module.native(member.owner.libraryName as string, member.signature as string, member.name, 'get');
    return `${getter}(${member.isStatic ? '' : target})`;
  }
  const key = storageKey(context, member);
  return member.isStatic ? `${staticsOf(context, member.owner)}.${key}` : `${target}.${key}`;
}

/** The key of a field; inside a property's own accessor, that of its stored value. */
export function storageKey(context: BodyContext, member: FieldSymbol): string {
  return context.accessorOf === member && member.computed ? `${member.key}$value` : member.key;
}

/** The object with a class's static fields. */
export function staticsOf(context: BodyContext, owner: TypeSymbol): string {
  const identifier = context.module.classReference(owner);
  return `(${identifier}.$statics ?? ${context.module.helper('initialise')}(${identifier}))`;
}

/** A member of a value: `account.Name`, `this.total`. */
export function memberOfValue(context: BodyContext, target: Typed, node: MemberAccess): Typed {
  if (target.describes || isSchemaExpression(target)) {
    const token = schemaMember(context, node, target);
    if (token) {
      return token;
    }
  }
  const { code, guard, receiver } = receive(context, target, node.safe);
  const guarded = guard === undefined ? {} : { guard };
  const row = receiver.isQuery ? receiver.type.typeArguments[0] : undefined;
  if (receiver.type.symbol === context.table.sObject.symbol || row?.object) {
    const record: Typed = row?.object
      ? { code: `${context.module.helper('onlyRow')}(${code})`, type: row, nonNull: true }
      : { ...receiver, code };
    return { ...recordValue(context, record, node), ...guarded };
  }
  const found = findField(context.table, receiver.type, node.name);
  if (!found || found.member.isStatic) {
    throw new CompileError(
      node,
      `Variable does not exist: ${node.name}${found ? ` (it is static: write ${found.member.owner.name}.${node.name})` : ` in ${receiver.type.name}`}`,
    );
  }
  const target_ = found.member.owner.origin === 'library' ? `${context.module.helper('nonNull')}(${code})` : code;
  return { ...fieldValue(context, found, node, target_), ...guarded, isHeld: true };
}

/** What a dot is applied to: with `?.` a guard is added, and the value is kept in a temporary. */
export function receive(context: BodyContext, target: Typed, safe: boolean): { code: string; guard: string | undefined; receiver: Typed } {
  if (!safe) {
    return { code: target.code, guard: target.guard, receiver: target };
  }
  const temporary = context.temporary();
  const test = `(${temporary} = ${target.code}) === null`;
  const guard = target.guard === undefined ? `(${test})` : `(${target.guard} || ${test})`;
  const receiver: Typed = { ...target, code: temporary, nonNull: true };
  return { code: temporary, guard, receiver };
}

/** Refuses members that the code may not see. */
export function checkFieldAccess(context: BodyContext, member: FieldSymbol, at: Position, access: AccessModifier): void {
  if (!isVisible(context, member.owner, access, member.testVisible)) {
    throw new CompileError(at, `Variable is not visible: ${member.owner.name}.${member.name}`);
  }
}

/** Whether code may use a member: private ends at the outermost class, protected includes subclasses. */
export function isVisible(context: BodyContext, owner: TypeSymbol, access: AccessModifier, testVisible: boolean): boolean {
  if (access === 'public' || access === 'global' || owner.origin !== 'apex') {
    return true;
  }
  if (outermost(owner) === outermost(context.owner)) {
    return true;
  }
  if (testVisible && outermost(context.owner).isTest) {
    return true;
  }
  if (access === 'protected') {
    for (let level: TypeSymbol | undefined = context.owner; level; level = level.outer) {
      if (isSubclass(level, owner)) {
        return true;
      }
    }
  }
  return false;
}

/** A name or a member chain as a value; a type alone is none. */
export function compileName(context: BodyContext, node: NameExpression | MemberAccess): Typed {
  if (node.kind === 'member' && node.safe) {
    return memberOfValue(context, targetValue(context, node.target), node);
  }
  return targetValue(context, node);
}

/** A name chain or any other expression as the value before a dot. */
export function targetValue(context: BodyContext, node: Expression): Typed {
  const target = compileTarget(context, node);
  if (target.kind === 'value') {
    return target.value;
  }
  throw new CompileError(node, `Variable does not exist: ${target.kind === 'type' ? target.type.name : target.name}`);
}
