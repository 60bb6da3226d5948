import type { Binary, Conditional, Expression, Position, Unary } from '../parse/syntax.ts';
import { conversionBetween, isCastable, isRecordType } from '../types/conversion.ts';
import type { ApexType } from '../types/symbols.ts';
import { CompileError } from './body-context.ts';
import type { BodyContext } from './body-context.ts';
import { compileExpression } from './expressions.ts';
import { condition, convert, required, settle } from './typed.ts';
import type { Typed } from './typed.ts';

const NUMBERS = ['Integer', 'Long', 'Double', 'Decimal'];
const DATES = new Set(['Date', 'Datetime', 'Time']);
const ARITHMETIC: Readonly<Record<string, string>> = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' };
const BITS: Readonly<Record<string, string>> = { '&': 'bitAnd', '|': 'bitOr', '^': 'bitXor' };
const SHIFTS: Readonly<Record<string, string>> = { '<<': 'shiftLeft', '>>': 'shiftRight', '>>>': 'shiftRightUnsigned' };
const ORDER: Readonly<Record<string, string>> = { '<': 'less', '<=': 'lessOrEqual', '>': 'greater', '>=': 'greaterOrEqual' };

export function compileBinary(context: BodyContext, node: Binary): Typed {
  if (node.operator === '&&' || node.operator === '||') {
    return compileLogical(context, node);
  }
  if (node.operator === '??') {
    return compileCoalesce(context, node);
  }
  return combine(context, node.operator, compileExpression(context, node.left), compileExpression(context, node.right), node);
}

/** A binary operator on two compiled operands; also the heart of `+=` and its like. */
export function combine(context: BodyContext, operator: string, left: Typed, right: Typed, at: Position): Typed {
  if (operator in ARITHMETIC) {
    return arithmetic(context, operator, left, right, at);
  }
  if (operator in ORDER) {
    return ordering(context, operator, left, right, at);
  }
  if (operator in BITS) {
    return bitwise(context, operator, left, right, at);
  }
  if (operator in SHIFTS) {
    return shift(context, operator, left, right, at);
  }
  return equality(context, operator, left, right, at);
}

function compileLogical(context: BodyContext, node: Binary): Typed {
  const left = condition(context, compileExpression(context, node.left), node.left);
  const right = condition(context, compileExpression(context, node.right), node.right);
  return { code: `(${left} ${node.operator} ${right})`, type: context.table.primitive('Boolean'), nonNull: true };
}

function compileCoalesce(context: BodyContext, node: Binary): Typed {
  const left = compileExpression(context, node.left);
  const right = compileExpression(context, node.right);
  const type = commonType(context, left, right, node);
  const code = `(${convert(context, left, type, node.left)} ?? ${convert(context, right, type, node.right)})`;
  return { code, type, nonNull: right.nonNull ?? false };
}

function arithmetic(context: BodyContext, operator: string, left: Typed, right: Typed, at: Position): Typed {
  const { module, table } = context;
  if (operator === '+' && (left.type.name === 'String' || right.type.name === 'String')) {
    return concatenation(context, left, right, at);
  }
  if (DATES.has(left.type.name) && (operator === '+' || operator === '-') && NUMBERS.includes(right.type.name)) {
    return { code: `${module.helper(ARITHMETIC[operator])}(${left.code}, ${right.code})`, type: left.type, nonNull: true };
  }
  const rank = Math.max(NUMBERS.indexOf(left.type.name), NUMBERS.indexOf(right.type.name));
  if (!NUMBERS.includes(left.type.name) || !NUMBERS.includes(right.type.name)) {
    throw new CompileError(at, `Arithmetic expressions must use numeric arguments: ${left.type.name} ${operator} ${right.type.name}`);
  }
  if (rank === 0) {
    return integerArithmetic(context, operator, left, right);
  }
  const code = `${module.helper(ARITHMETIC[operator])}(${left.code}, ${right.code})`;
  return { code, type: table.primitive(NUMBERS[rank]), nonNull: true };
}

function integerArithmetic(context: BodyContext, operator: string, left: Typed, right: Typed): Typed {
  const [a, b] = [required(context, left), required(context, right)];
  const type = context.table.primitive('Integer');
  if (operator === '*') {
    return { code: `Math.imul(${a}, ${b})`, type, nonNull: true };
  }
  if (operator === '/') {
    return { code: `${context.module.helper('divideIntegers')}(${a}, ${b})`, type, nonNull: true };
  }
  return { code: `(${a} ${operator} ${b} | 0)`, type, nonNull: true };
}

function concatenation(context: BodyContext, left: Typed, right: Typed, at: Position): Typed {
  const { table, module } = context;
  for (const side of [left, right]) {
    if (side.type === table.voidType) {
      throw new CompileError(at, 'A method that returns nothing has no value to add to text');
    }
  }
  const plain = (side: Typed): boolean => side.nonNull === true && side.type.name === 'String';
  const joined =
    plain(left) && plain(right) ? `${left.code} + ${right.code}` : `${module.helper('concatenate')}(${left.code}, ${right.code})`;
  return { code: `${module.helper('checkedText')}(${joined})`, type: table.primitive('String'), nonNull: true };
}

function ordering(context: BodyContext, operator: string, left: Typed, right: Typed, at: Position): Typed {
  const type = context.table.primitive('Boolean');
  const bothInteger = left.type.name === 'Integer' && right.type.name === 'Integer';
  if (bothInteger && left.nonNull && right.nonNull) {
    return { code: `(${left.code} ${operator} ${right.code})`, type, nonNull: true };
  }
  if (!isOrdered(context, left.type) || !isOrdered(context, right.type) || !isComparable(context, left.type, right.type)) {
    throw new CompileError(at, `Comparison arguments must be compatible types: ${left.type.name}, ${right.type.name}`);
  }
  return { code: `${context.module.helper(ORDER[operator])}(${left.code}, ${right.code})`, type, nonNull: true };
}

function isOrdered(context: BodyContext, type: ApexType): boolean {
  return (
    type === context.table.nullType || NUMBERS.includes(type.name) || DATES.has(type.name) || type.name === 'String' || type.name === 'Id'
  );
}

function isComparable(context: BodyContext, left: ApexType, right: ApexType): boolean {
  if (NUMBERS.includes(left.name) && NUMBERS.includes(right.name)) {
    return true;
  }
  return conversionBetween(context.table, left, right) !== undefined || conversionBetween(context.table, right, left) !== undefined;
}

function bitwise(context: BodyContext, operator: string, left: Typed, right: Typed, at: Position): Typed {
  const names = [left.type.name, right.type.name];
  const isBoolean = names.every((name) => name === 'Boolean');
  if (!isBoolean && !names.every((name) => name === 'Integer' || name === 'Long')) {
    throw new CompileError(at, `Bitwise operators need Integer, Long or Boolean operands: ${names.join(', ')}`);
  }
  const type = isBoolean ? left.type : context.table.primitive(names.includes('Long') ? 'Long' : 'Integer');
  return { code: `${context.module.helper(BITS[operator])}(${left.code}, ${right.code})`, type, nonNull: true };
}

function shift(context: BodyContext, operator: string, left: Typed, right: Typed, at: Position): Typed {
  if (![left, right].every((side) => side.type.name === 'Integer' || side.type.name === 'Long')) {
    throw new CompileError(at, `Shift operators need Integer or Long operands: ${left.type.name}, ${right.type.name}`);
  }
  const code = `${context.module.helper(SHIFTS[operator])}(${required(context, left)}, ${required(context, right)})`;
  return { code, type: left.type, nonNull: true };
}

function equality(context: BodyContext, operator: string, left: Typed, right: Typed, at: Position): Typed {
  const { module, table } = context;
  if (!isEquatable(context, left, right)) {
    throw new CompileError(at, `Comparison arguments must be compatible types: ${left.type.name}, ${right.type.name}`);
  }
  const negative = operator === '!=' || operator === '<>' || operator === '!==';
  const exact = operator === '===' || operator === '!==';
  const type = table.primitive('Boolean');
  if (left.type === table.nullType || right.type === table.nullType || isIdentityType(left.type, right.type)) {
    return { code: `(${left.code} ${negative ? '!==' : '==='} ${right.code})`, type, nonNull: true };
  }
  const call = `${module.helper(exact ? 'exactEquals' : 'equals')}(${left.code}, ${right.code})`;
  return { code: negative ? `!${call}` : call, type, nonNull: true };
}

/** Types whose equal values are the same JavaScript value. */
function isIdentityType(left: ApexType, right: ApexType): boolean {
  if (left !== right) {
    return false;
  }
  return left.name === 'Integer' || left.name === 'Boolean' || left.name === 'Long' || left.symbol.kind === 'enum';
}

function isEquatable(context: BodyContext, left: Typed, right: Typed): boolean {
  const { table } = context;
  if (left.type === table.voidType || right.type === table.voidType) {
    return false;
  }
  return (
    isComparable(context, left.type, right.type) || isCastable(table, left.type, right.type) || isCastable(table, right.type, left.type)
  );
}

export function compileUnary(context: BodyContext, node: Unary): Typed {
  const operand = compileExpression(context, node.operand);
  const { module, table } = context;
  if (node.operator === '!') {
    return { code: `!${condition(context, operand, node)}`, type: table.primitive('Boolean'), nonNull: true };
  }
  if (node.operator === '~') {
    return { code: `${module.helper('bitNot')}(${required(context, operand)})`, type: operand.type, nonNull: true };
  }
  if (node.operator === '+' && operand.type.name === 'String') {
    return operand;
  }
  if (!NUMBERS.includes(operand.type.name)) {
    throw new CompileError(node, `'${node.operator}' needs a number: ${operand.type.name}`);
  }
  if (node.operator === '+') {
    return { ...operand, code: required(context, operand), nonNull: true };
  }
  const code =
    operand.type.name === 'Integer' ? `(-${required(context, operand)} | 0)` : `${module.helper('negate')}(${required(context, operand)})`;
  return { code, type: operand.type, nonNull: true };
}

export function compileConditional(context: BodyContext, node: Conditional): Typed {
  const test = condition(context, compileExpression(context, node.condition), node.condition);
  const [then, otherwise] = [compileExpression(context, node.then), compileExpression(context, node.otherwise)];
  const type = commonType(context, then, otherwise, node);
  const code = `(${test} ? ${convert(context, then, type, node.then)} : ${convert(context, otherwise, type, node.otherwise)})`;
  return { code, type, nonNull: (then.nonNull ?? false) && (otherwise.nonNull ?? false) };
}

/** The type of an expression with two possible values. */
function commonType(context: BodyContext, left: Typed, right: Typed, at: Position): ApexType {
  const { table } = context;
  const [a, b] = [asRecord(context, left, right), asRecord(context, right, left)];
  if (a === table.nullType) {
    return b;
  }
  if (b === table.nullType || a === b) {
    return a;
  }
  if (a === table.voidType || b === table.voidType) {
    throw new CompileError(at, 'A method that returns nothing has no value');
  }
  if (NUMBERS.includes(a.name) && NUMBERS.includes(b.name)) {
    return NUMBERS.indexOf(a.name) > NUMBERS.indexOf(b.name) ? a : b;
  }
  if (conversionBetween(table, a, b)) {
    return b;
  }
  if (conversionBetween(table, b, a)) {
    return a;
  }
  if (isRecordType(table, a) && isRecordType(table, b)) {
    return table.sObject;
  }
  throw new CompileError(at, `Incompatible types in ternary operator: ${a.name}, ${b.name}`);
}

function asRecord(context: BodyContext, typed: Typed, other: Typed): ApexType {
  const row = typed.isQuery ? typed.type.typeArguments[0] : undefined;
  return row && isRecordType(context.table, other.type) ? row : settle(typed).type;
}

/** The expressions of a list, compiled. */
export function compileAll(context: BodyContext, nodes: readonly Expression[]): Typed[] {
  return nodes.map((node) => compileExpression(context, node));
}
