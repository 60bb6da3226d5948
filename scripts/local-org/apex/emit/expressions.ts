import type { Expression, Index } from '../parse/syntax.ts';
import { isCastable, isNumber } from '../types/conversion.ts';
import { distanceUp } from '../types/hierarchy.ts';
import { formatTypeName } from '../types/type-name.ts';
import type { ApexType } from '../types/symbols.ts';
import type { TypeReference } from '../parse/syntax.ts';
import { compileAssignment, compileIncrement } from './assignments.ts';
import { CompileError } from './body-context.ts';
import type { BodyContext } from './body-context.ts';
import { compileCall } from './calls.ts';
import { compileNew, compileNewCollection } from './creation.ts';
import { compileLiteral } from './literals.ts';
import { compileName } from './names.ts';
import { compileBinary, compileConditional, compileUnary } from './operators.ts';
import { compileQuery, compileSearch } from './queries.ts';
import { convert, required, settle } from './typed.ts';
import type { Typed } from './typed.ts';

/** An expression as a value of its own. */
export function compileExpression(context: BodyContext, node: Expression): Typed {
  return settle(compileChain(context, node));
}

/** An expression that may be continued by a dot: a `?.` in it is still open. */
export function compileChain(context: BodyContext, node: Expression): Typed {
  switch (node.kind) {
    case 'literal':
      return compileLiteral(context, node);
    case 'name':
    case 'member':
      return compileName(context, node);
    case 'this':
    case 'super':
      return compileThis(context, node);
    case 'call':
      return compileCall(context, node);
    case 'constructorCall':
      throw new CompileError(node, `Call to '${node.which}()' must be the first statement in a constructor`);
    case 'new':
      return compileNew(context, node);
    case 'newCollection':
      return compileNewCollection(context, node);
    case 'index':
      return compileIndex(context, node);
    case 'unary':
      return node.operator === '++' || node.operator === '--' ? compileIncrement(context, node, false) : compileUnary(context, node);
    case 'binary':
      return compileBinary(context, node);
    case 'assignment':
      return compileAssignment(context, node, false);
    case 'conditional':
      return compileConditional(context, node);
    case 'instanceOf':
      return compileInstanceOf(context, node);
    case 'cast':
      return compileCast(context, node);
    case 'classLiteral':
      return compileClassLiteral(context, node);
    case 'query':
      return compileQuery(context, node);
    case 'search':
      return compileSearch(context, node);
  }
}

/** An expression whose value is thrown away. */
export function compileEffect(context: BodyContext, node: Expression): string {
  if (node.kind === 'assignment') {
    return compileAssignment(context, node, true).code;
  }
  if (node.kind === 'unary' && (node.operator === '++' || node.operator === '--')) {
    return compileIncrement(context, node, true).code;
  }
  if (node.kind !== 'call' && node.kind !== 'new' && node.kind !== 'query' && node.kind !== 'search') {
    throw new CompileError(node, 'Expression cannot be a statement.');
  }
  return settle(compileChain(context, node)).code;
}

/** The type behind a reference in a body. */
export function requireType(context: BodyContext, reference: TypeReference): ApexType {
  const type = context.table.resolve(reference.type, context.owner);
  if (!type) {
    throw new CompileError(reference, `Invalid type: ${formatTypeName(reference.type)}`);
  }
  const hidden = context.table.hiddenFrom(context.owner, type);
  if (hidden) {
    throw new CompileError(reference, `Type is not visible: ${hidden.name}`);
  }
  return type;
}

function compileThis(context: BodyContext, node: Extract<Expression, { kind: 'this' | 'super' }>): Typed {
  if (context.isStatic) {
    throw new CompileError(node, `'${node.kind}' can't be used in a static context`);
  }
  if (node.kind === 'this') {
    return { code: 'this', type: context.table.of(context.owner), nonNull: true };
  }
  if (!context.owner.superclass) {
    throw new CompileError(node, 'super: the class extends nothing');
  }
  return { code: 'super', type: context.owner.superclass, nonNull: true };
}

function compileIndex(context: BodyContext, node: Index): Typed {
  const list = compileChain(context, node.target);
  const index = compileExpression(context, node.index);
  if (list.type.symbol.libraryName !== 'System.List') {
    throw new CompileError(node, `Expression must be a list type: ${list.type.name}`);
  }
  const position = convert(context, index, context.table.primitive('Integer'), node.index);
  const code = `${context.module.helper('element')}(${list.code}, ${position})`;
  return { code, type: list.type.typeArguments[0], ...(list.guard === undefined ? {} : { guard: list.guard }) };
}

function compileInstanceOf(context: BodyContext, node: Extract<Expression, { kind: 'instanceOf' }>): Typed {
  const value = compileExpression(context, node.value);
  const type = requireType(context, node.type);
  if (!isCastable(context.table, value.type, type)) {
    throw new CompileError(
      node,
      `Operation instanceof is always false since an instance of ${value.type.name} is never an instance of ${type.name}`,
    );
  }
  if (type.typeArguments.length === 0 && distanceUp(context.table, value.type, type) !== undefined) {
    throw new CompileError(
      node,
      `Operation instanceof is always true since an instance of ${value.type.name} is always an instance of ${type.name}`,
    );
  }
  const code = `${context.module.helper('isInstance')}(${value.code}, ${JSON.stringify(type.name)})`;
  return { code, type: context.table.primitive('Boolean'), nonNull: true };
}

function compileCast(context: BodyContext, node: Extract<Expression, { kind: 'cast' }>): Typed {
  const type = requireType(context, node.type);
  const value = compileExpression(context, node.value);
  if (value.isQuery && type.symbol === context.table.sObject.symbol) {
    return { code: convert(context, value, type, node), type };
  }
  if (!isCastable(context.table, value.type, type)) {
    throw new CompileError(node, `Incompatible types since an instance of ${value.type.name} is never an instance of ${type.name}`);
  }
  if (value.type === type || value.type === context.table.nullType) {
    return { ...value, type };
  }
  if (isNumber(value.type) && isNumber(type)) {
    return { code: `${context.module.helper(`to${type.name}`)}(${value.code})`, type, nonNull: value.nonNull ?? false };
  }
  return { code: `${context.module.helper('castTo')}(${value.code}, ${JSON.stringify(type.name)})`, type, nonNull: value.nonNull ?? false };
}

function compileClassLiteral(context: BodyContext, node: Extract<Expression, { kind: 'classLiteral' }>): Typed {
  const name = node.type ? requireType(context, node.type).name : 'void';
  return { code: `${context.module.helper('typeLiteral')}(${JSON.stringify(name)})`, type: context.table.primitive('Type'), nonNull: true };
}

/** The code of a value that must not be null, of a type that was checked. */
export function requiredValue(context: BodyContext, node: Expression): { code: string; type: ApexType } {
  const value = compileExpression(context, node);
  return { code: required(context, value), type: value.type };
}
