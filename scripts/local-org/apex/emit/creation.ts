import type { Assignment, Expression, NameExpression, New, NewCollection } from '../parse/syntax.ts';
import { isRecordType } from '../types/conversion.ts';
import { parameterTypes } from '../types/hierarchy.ts';
import type { ApexType, ConstructorSymbol, TypeSymbol } from '../types/symbols.ts';
import { CompileError } from './body-context.ts';
import type { BodyContext } from './body-context.ts';
import { chooseCandidate, convertArguments } from './calls.ts';
import { compileExpression, requireType } from './expressions.ts';
import { isVisible } from './names.ts';
import { compileAll } from './operators.ts';
import { contentName, refuseReadOnly, requireMember } from './records.ts';
import { convert } from './typed.ts';
import type { Typed } from './typed.ts';

/** `new Foo(1)`, `new Account(Name = 'x')`, `new List<Account>()`. */
export function compileNew(context: BodyContext, node: New): Typed {
  const type = requireType(context, node.type);
  if (isRecordType(context.table, type)) {
    return newRecord(context, type, node);
  }
  if (type.symbol.kind === 'enum' || type.symbol.isAbstract) {
    throw new CompileError(node, `Abstract classes cannot be constructed: ${type.name}`);
  }
  const args = compileAll(context, node.arguments);
  const candidates = constructorsOf(context, type);
  const chosen = chooseCandidate(
    context,
    candidates.map((member) => ({ member, through: type })),
    args,
    node,
    `Constructor not defined: [${type.name}].<Constructor>`,
  );
  if (!isVisible(context, chosen.member.owner, chosen.member.access, chosen.member.testVisible)) {
    throw new CompileError(node, `Constructor is not visible: ${type.name}`);
  }
  const values = convertArguments(context, args, parameterTypes(context.table, chosen), node.arguments, node);
  return { code: constructorCode(context, type, chosen.member, [...values, ...flowName(type, node)]), type, nonNull: true };
}

/** `new Flow.Interview.My_Flow(inputs)`: the one class of the library behind all flows is told the name of the flow. */
function flowName({ symbol }: ApexType, node: New): string[] {
  const [, , name] = symbol.libraryName === 'Flow.Interview' ? node.type.type.name.split('.') : [];
  return name === undefined ? [] : [JSON.stringify(name)];
}

/** The constructors of a class; an exception class has its parent's as long as it declares none. */
export function constructorsOf(context: BodyContext, type: ApexType): readonly ConstructorSymbol[] {
  const { symbol } = type;
  if (symbol.libraryName === 'System.Exception') {
    return baseExceptionConstructors(context, type);
  }
  const declared = symbol.declaration?.members.some((member) => member.kind === 'constructor') ?? true;
  const inherited = isExceptionClass(type) && symbol.origin === 'apex' ? baseExceptionConstructors(context, type) : [];
  return declared
    ? [...symbol.constructors, ...inherited.filter((base) => !hasSame(symbol.constructors, base))]
    : inherited.length > 0
      ? inherited
      : symbol.constructors;
}

function hasSame(constructors: readonly ConstructorSymbol[], other: ConstructorSymbol): boolean {
  return constructors.some(
    (own) =>
      own.parameters.length === other.parameters.length &&
      own.parameters.every((parameter, index) => parameter.type === other.parameters[index]?.type),
  );
}

/** What every exception class can be made of: nothing, a message, a cause, or both. */
function baseExceptionConstructors(context: BodyContext, type: ApexType): readonly ConstructorSymbol[] {
  let base = type;
  while (base.symbol.origin === 'apex' && base.symbol.superclass) {
    base = base.symbol.superclass;
  }
  const message = { name: 'message', type: context.table.primitive('String') };
  const cause = { name: 'cause', type: base };
  return [[], [message], [cause], [message, cause]].map((parameters) => ({
    owner: base.symbol,
    key: '',
    parameters,
    access: 'public',
    testVisible: false,
  }));
}

/**
 * Whether making an instance runs code before the constructor: values of fields and initialiser blocks, of the class or of one that it
 * extends. All of them run before the first constructor does, so that a method overridden here may be called by a constructor above.
 */
export function hasInitialisers(symbol: TypeSymbol): boolean {
  const own = (symbol.declaration?.members ?? []).some(
    (member) =>
      (member.kind === 'field' && !member.modifiers.words.includes('static') && member.value !== undefined) ||
      (member.kind === 'initializer' && !member.isStatic),
  );
  const parent = symbol.superclass?.symbol;
  return own || (parent !== undefined && (parent.libraryName === 'System.Exception' || hasInitialisers(parent)));
}

/** Whether a class extends `Exception`. */
export function isExceptionClass(type: ApexType): boolean {
  for (let level: ApexType | undefined = type; level; level = level.symbol.superclass) {
    if (level.symbol.libraryName === 'System.Exception') {
      return true;
    }
  }
  return false;
}

function constructorCode(context: BodyContext, type: ApexType, constructor: ConstructorSymbol, values: readonly string[]): string {
  const { module } = context;
  if (type.symbol.origin === 'library') {
    const native = module.native(type.symbol.libraryName as string, constructor.signature as string, 'new');
    return `${native}(${[...type.typeArguments.map((argument) => JSON.stringify(argument.name)), ...values].join(', ')})`;
  }
  const identifier = module.classReference(type.symbol);
  if (constructor.owner.origin === 'library') {
    const parameters = constructor.parameters.map((parameter) => parameter.type.name).join(',');
    return `${module.helper('newException')}(new ${identifier}(), ${JSON.stringify(parameters)}${values.map((value) => `, ${value}`).join('')})`;
  }
  return `new ${identifier}()${hasInitialisers(type.symbol) ? '.$initialise()' : ''}.${constructor.key}(${values.join(', ')})`;
}

function newRecord(context: BodyContext, type: ApexType, node: New): Typed {
  if (!type.object) {
    throw new CompileError(node, 'Type cannot be constructed: SObject');
  }
  const object = JSON.stringify(type.object.name);
  const values = node.arguments.map((argument) => fieldAssignment(context, type, argument));
  const twice = node.arguments.find((argument, index) => node.arguments.findIndex((other) => fieldOf(other) === fieldOf(argument)) < index);
  if (twice) {
    throw new CompileError(twice, `Duplicate field initialization: ${fieldOf(twice)}`);
  }
  const contents = values.length === 0 ? '' : `, [${values.join(', ')}]`;
  return { code: `${context.module.helper('newRecord')}(${object}${contents})`, type, nonNull: true };
}

function fieldOf(argument: Expression): string {
  return argument.kind === 'assignment' && argument.target.kind === 'name' ? argument.target.name.toLowerCase() : '';
}

function fieldAssignment(context: BodyContext, type: ApexType, argument: Expression): string {
  const assignment = argument as Assignment;
  if (argument.kind !== 'assignment' || assignment.operator !== '=' || assignment.target.kind !== 'name') {
    throw new CompileError(argument, `Invalid constructor syntax, name=value pairs can only be used for SObjects: ${type.name}`);
  }
  const target: NameExpression = assignment.target;
  const member = requireMember(context, { code: '', type }, { ...target, kind: 'member', target, safe: false });
  refuseReadOnly(member, type, target);
  const value = compileExpression(context, assignment.value);
  const code = convert(
    context,
    value,
    member.type,
    assignment,
    `Invalid initializer type ${value.type.name} found for ${type.name}.${target.name}: expected ${member.type.name}; illegal assignment`,
  );
  return `${JSON.stringify(contentName(member, target.name))}, ${code}`;
}

/** `new List<X>{...}`, `new X[3]`, `new Set<X>{...}`, `new Map<K, V>{...}`. */
export function compileNewCollection(context: BodyContext, node: NewCollection): Typed {
  const type = requireType(context, node.type);
  const { module } = context;
  const [first, second] = type.typeArguments;
  const name = type.symbol.libraryName;
  if (name === 'System.Map' && first && second) {
    const pairs = (node.pairs ?? []).map(([key, value]) => `${element(context, key, first)}, ${element(context, value, second)}`);
    return {
      code: `${module.helper('newMap')}(${JSON.stringify(first.name)}, ${JSON.stringify(second.name)}, [${pairs.join(', ')}])`,
      type,
      nonNull: true,
    };
  }
  if (!first || (name !== 'System.List' && name !== 'System.Set') || node.pairs) {
    throw new CompileError(node, `Type can't be initialised with { }: ${type.name}`);
  }
  if (node.size) {
    const size = convert(context, compileExpression(context, node.size), context.table.primitive('Integer'), node.size);
    return { code: `${module.helper('newArray')}(${JSON.stringify(first.name)}, ${size})`, type, nonNull: true };
  }
  const elements = node.elements.map((item) => element(context, item, first));
  const helper = name === 'System.List' ? 'newList' : 'newSet';
  return { code: `${module.helper(helper)}(${JSON.stringify(first.name)}, [${elements.join(', ')}])`, type, nonNull: true };
}

function element(context: BodyContext, node: Expression, type: ApexType): string {
  return convert(context, compileExpression(context, node), type, node);
}
