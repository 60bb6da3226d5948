import { abstractMember } from '../library/declaration.ts';
import type { Call, Expression, Position } from '../parse/syntax.ts';
import { conversionBetween, isRecordType } from '../types/conversion.ts';
import { findMethods, parameterTypes, substitute } from '../types/hierarchy.ts';
import type { Found } from '../types/hierarchy.ts';
import { chooseOverload } from '../types/overloads.ts';
import type { ApexType, MethodSymbol, ParameterSymbol, TypeSymbol } from '../types/symbols.ts';
import { CompileError } from './body-context.ts';
import type { BodyContext } from './body-context.ts';
import { variablesArgument } from './dynamic-binds.ts';
import { enumMethod } from './enum-methods.ts';
import { compileTarget, isVisible, receive } from './names.ts';
import { compileAll } from './operators.ts';
import { objectTypeToken } from './schema-tokens.ts';
import { settingsMethod } from './settings-methods.ts';
import { convert, settle } from './typed.ts';
import type { Typed } from './typed.ts';

type FoundMethod = Found<MethodSymbol>;

/** A call: of a method of the class itself or one around it, of a static method, or of a method of a value. */
export function compileCall(context: BodyContext, node: Call): Typed {
  if (!node.target) {
    return callUnqualified(context, node);
  }
  const target = node.safe ? undefined : compileTarget(context, node.target);
  if (target?.kind === 'prefix') {
    throw new CompileError(node, `Variable does not exist: ${target.name}`);
  }
  if (target?.kind === 'type') {
    return callStatic(context, target.type, node);
  }
  const value = target ? target.value : valueTarget(context, node.target);
  const hidden = hiddenType(context, value, node);
  return hidden ? callStatic(context, hidden, node) : callOnValue(context, value, node);
}

/** `Test.isRunningTest()` where a field is called `Test` too: the type of that name, when only it has the method. */
function hiddenType(context: BodyContext, value: Typed, { target, name }: Call): ApexType | undefined {
  if (target?.kind !== 'name' || findMethods(context.table, value.type, name).length > 0) {
    return undefined;
  }
  const type = context.table.resolve({ name: target.name, typeArguments: [] });
  return type && findMethods(context.table, type, name).some(({ member }) => member.isStatic) ? type : undefined;
}

function valueTarget(context: BodyContext, node: Expression): Typed {
  const target = compileTarget(context, node);
  if (target.kind !== 'value') {
    throw new CompileError(node, '?. needs a value before it');
  }
  return target.value;
}

function callUnqualified(context: BodyContext, node: Call): Typed {
  const own = context.table.of(context.owner);
  if (!context.isStatic && isCloning(context, own, node)) {
    return cloned(context, own, 'this');
  }
  const args = compileAll(context, node.arguments);
  for (let level: TypeSymbol | undefined = context.owner; level; level = level.outer) {
    const type = context.table.of(level);
    const candidates = findMethods(context.table, type, node.name).filter(
      ({ member }) => member.owner.origin === 'apex' || level === context.owner,
    );
    if (candidates.length === 0) {
      continue;
    }
    if (level.outer && !candidates.some((candidate) => takes(context, candidate, args))) {
      continue;
    }
    const found = chooseCandidate(context, candidates, args, node, describe(node, args));
    if (!found.member.isStatic && (context.isStatic || level !== context.owner)) {
      throw new CompileError(node, `Non static method cannot be referenced from a static context: ${node.name}`);
    }
    return emitCall(context, found, { code: 'this', type, nonNull: true }, args, node);
  }
  throw new CompileError(node, describe(node, args));
}

/** Whether a method takes the arguments; if none of a class does, one of the class around it may. */
function takes(context: BodyContext, found: FoundMethod, args: readonly Typed[]): boolean {
  const types = parameterTypes(context.table, found);
  return (
    types.length === args.length &&
    args.every(
      (argument, index) => conversionBetween(context.table, argument.type, types[index]) || takesRow(context, argument, types[index]),
    )
  );
}

function callStatic(context: BodyContext, type: ApexType, node: Call): Typed {
  const args = compileAll(context, node.arguments);
  if (type.symbol.kind === 'enum') {
    const result = enumMethod(context, type, undefined, node, args);
    if (result) {
      return result;
    }
  }
  if (type.object) {
    const token =
      node.name.toLowerCase() === 'getsobjecttype' && args.length === 0 ? objectTypeToken(context, type.object, node) : undefined;
    const result = token ?? settingsMethod(context, type, node, args);
    if (result) {
      return result;
    }
  }
  const candidates = staticMethods(context, type, node.name);
  if (candidates.length === 0) {
    throw new CompileError(node, describe(node, args, type));
  }
  return emitCall(context, chooseCandidate(context, candidates, args, node, describe(node, args, type)), undefined, args, node);
}

function staticMethods(context: BodyContext, type: ApexType, name: string): FoundMethod[] {
  const found = findMethods(context.table, type, name).filter(({ member }) => member.isStatic);
  const namesake = found.length === 0 ? context.table.namesake(type) : undefined;
  return namesake ? staticMethods(context, namesake, name) : found;
}

function callOnValue(context: BodyContext, target: Typed, node: Call): Typed {
  const { code, guard, receiver } = receive(context, target, node.safe);
  const args = compileAll(context, node.arguments);
  const guarded = guard === undefined ? {} : { guard };
  if (receiver.type.symbol.kind === 'enum') {
    const result = enumMethod(context, receiver.type, { ...receiver, code }, node, args);
    if (result) {
      return { ...result, ...guarded };
    }
  }
  const on = fieldErrorTarget(context, node) ?? rowOf(context, { ...receiver, code }, node);
  const candidates = findMethods(context.table, on.type, node.name);
  if (isCloning(context, on.type, node)) {
    return { ...cloned(context, on.type, on.code), ...guarded };
  }
  if (candidates.length === 0) {
    throw new CompileError(node, describe(node, args, on.type));
  }
  const found = chooseCandidate(context, candidates, args, node, describe(node, args, on.type));
  if (found.member.isStatic) {
    throw new CompileError(node, `static method cannot be referenced from a non static context: ${node.name}`);
  }
  return { ...emitCall(context, found, on, args, node), ...guarded };
}

/** Every object of a class in Apex has `clone()`: another one with the same contents. The class may have one of its own. */
function isCloning(context: BodyContext, type: ApexType, node: Call): boolean {
  return (
    node.name.toLowerCase() === 'clone' &&
    node.arguments.length === 0 &&
    type.symbol.origin === 'apex' &&
    type.symbol.kind === 'class' &&
    !findMethods(context.table, type, node.name).some(({ member }) => member.parameters.length === 0)
  );
}

function cloned(context: BodyContext, type: ApexType, code: string): Typed {
  return { code: `${context.module.helper('cloneObject')}(${code})`, type, nonNull: true };
}

/** `[SELECT ...].get('x')`: methods of a record are called on the only row, those of a list on the list. */
function rowOf(context: BodyContext, target: Typed, node: Call): Typed {
  const row = target.isQuery ? target.type.typeArguments[0] : undefined;
  if (!row || findMethods(context.table, target.type, node.name).length > 0) {
    return target;
  }
  return { code: `${context.module.helper('onlyRow')}(${target.code})`, type: row, nonNull: true };
}

/** `record.Field__c.addError('...')`: the error is put on the field, not on its value. */
function fieldErrorTarget(context: BodyContext, node: Call): Typed | undefined {
  const { target } = node;
  if (node.name.toLowerCase() !== 'adderror' || target?.kind !== 'member') {
    return undefined;
  }
  const record = compileTarget(context, target.target);
  if (record.kind !== 'value' || !isRecordType(context.table, record.value.type) || !record.value.type.object) {
    return undefined;
  }
  const code = `${context.module.helper('fieldForError')}(${settle(record.value).code}, ${JSON.stringify(target.name)})`;
  return { code, type: context.table.primitive('FieldForError'), nonNull: true };
}

/** Chooses among methods or constructors by the static types of the arguments; reports none and several. */
export function chooseCandidate<T extends { readonly parameters: readonly ParameterSymbol[] }>(
  context: BodyContext,
  candidates: readonly Found<T>[],
  args: readonly Typed[],
  at: Position,
  missing: string,
): Found<T> {
  const typed = candidates.map((found) => ({ found, types: parameterTypes(context.table, found) }));
  const choice = chooseOverload(
    context.table,
    typed,
    args.map((argument) => argument.type),
  );
  if ('chosen' in choice) {
    return choice.chosen.found;
  }
  if ('ambiguous' in choice) {
    throw new CompileError(at, `Method is ambiguous: ${missing.replace(/^[^:]*: /, '')}`);
  }
  const single = typed.find(
    ({ types }) => types.length === args.length && types.every((type, index) => takesRow(context, args[index], type)),
  );
  if (single) {
    return single.found;
  }
  throw new CompileError(at, missing);
}

/** Inline SOQL may be passed where a record is expected. */
function takesRow(context: BodyContext, argument: Typed, type: ApexType): boolean {
  const row = argument.isQuery ? argument.type.typeArguments[0] : undefined;
  return argument.type === type || (row !== undefined && isRecordType(context.table, type) && (type === row || !type.object));
}

/** The arguments converted to the parameters' types. */
export function convertArguments(
  context: BodyContext,
  args: readonly Typed[],
  types: readonly ApexType[],
  nodes: readonly Expression[],
  at: Position,
): string[] {
  return args.map((argument, index) => convert(context, argument, types[index], nodes[index] ?? at));
}

function emitCall(context: BodyContext, found: FoundMethod, receiver: Typed | undefined, args: readonly Typed[], node: Call): Typed {
  const { member } = found;
  if (!isVisible(context, member.owner, member.access, member.testVisible)) {
    throw new CompileError(node, `Method is not visible: ${member.owner.name}.${member.name}`);
  }
  const values = convertArguments(context, args, parameterTypes(context.table, found), node.arguments, node);
  const type = resultType(context, found, receiver);
  if (member.owner.origin === 'library') {
    const variables = variablesArgument(context, member, node.arguments);
    return {
      code: libraryCall(context, found, receiver, variables === undefined ? values : [...values, variables]),
      type,
      nonNull: NEVER_NULL.has(member.returnType.name),
      ...(isDynamicQuery(member) ? { isQuery: true } : {}),
    };
  }
  return { code: apexCall(context, member, receiver, values), type };
}

/** `Database.query` gives a list that may stand for its only row, as inline SOQL does. */
function isDynamicQuery(member: MethodSymbol): boolean {
  return member.owner.libraryName === 'System.Database' && ['query', 'querywithbinds'].includes(member.name.toLowerCase());
}

/** What a call gives: type parameters filled in; a record's clone is a record of the same object. */
function resultType(context: BodyContext, { member, through }: FoundMethod, receiver: Typed | undefined): ApexType {
  if (member.owner === context.table.sObject.symbol && member.name === 'clone' && receiver) {
    return receiver.type;
  }
  return substitute(context.table, member.returnType, through);
}

/** Results of library methods that are never null. */
const NEVER_NULL = new Set(['Integer', 'Boolean', 'Long']);

function apexCall(context: BodyContext, member: MethodSymbol, receiver: Typed | undefined, values: readonly string[]): string {
  const { module } = context;
  if (!member.isStatic) {
    return `${(receiver as Typed).code}.${member.key}(${values.join(', ')})`;
  }
  const owner = module.classReference(member.owner);
  if (member.annotations.some((annotation) => annotation.name === 'future')) {
    return `${module.helper('callFuture')}(${[owner, JSON.stringify(member.key), ...values].join(', ')})`;
  }
  return `${owner}.${member.key}(${values.join(', ')})`;
}

function libraryCall(context: BodyContext, found: FoundMethod, receiver: Typed | undefined, values: readonly string[]): string {
  const { module } = context;
  const { member } = found;
  const className = member.owner.libraryName as string;
  const signature = member.signature as string;
  if (member.isStatic) {
    return `${module.native(className, signature, member.name)}(${values.join(', ')})`;
  }
  const self = receiver as Typed;
  if (self.code === 'super' && className === 'System.Object') {
    return `${module.helper('callSuper')}(this, ${[JSON.stringify(member.name), ...values].join(', ')})`;
  }
  if (context.table.library.find(className)?.members[signature] === abstractMember) {
    return `${module.helper('callInterface')}(${self.code}, ${[JSON.stringify(member.name), `[${values.join(', ')}]`].join(', ')})`;
  }
  const code = self.code === 'super' ? 'this' : self.nonNull ? self.code : `${module.helper('nonNull')}(${self.code})`;
  if (self.code !== 'super' && isOverridable(member)) {
    const native = module.native(className, signature, member.name);
    return `${module.helper('callVirtual')}(${[code, JSON.stringify(member.name), native, ...values].join(', ')})`;
  }
  return `${module.native(className, signature, member.name)}(${[code, ...values].join(', ')})`;
}

/** Methods of classes that Apex may extend, and of interfaces that the library implements: a class in Apex may have its own. */
function isOverridable({ owner }: MethodSymbol): boolean {
  return owner.kind === 'interface' || owner.isVirtual || owner.libraryName === 'System.Exception';
}

function describe(node: Call, args: readonly Typed[], type?: ApexType): string {
  const owner = type ? ` from the type ${type.name}` : '';
  return `Method does not exist or incorrect signature: void ${node.name}(${args.map((argument) => argument.type.name).join(', ')})${owner}`;
}
