import type { Expression, Switch, When } from '../parse/syntax.ts';
import { isCastable, isRecordType } from '../types/conversion.ts';
import { CompileError } from './body-context.ts';
import type { BodyContext } from './body-context.ts';
import { compileExpression, requireType } from './expressions.ts';
import { enumConstant } from './names.ts';
import { emitBlock, emitLine, emitStatements } from './statements.ts';
import { convert } from './typed.ts';
import type { Typed } from './typed.ts';

const NEVER_SWITCHED = new Set(['Boolean', 'Decimal', 'Double', 'Date', 'Datetime', 'Time', 'Blob', 'void', 'null']);

/** `switch on`: a chain of comparisons, since no case falls through and `break` belongs to the loop around it. */
export function emitSwitch(context: BodyContext, statement: Switch): void {
  const { module } = context;
  const subject = compileExpression(context, statement.subject);
  if (NEVER_SWITCHED.has(subject.type.name) || subject.type.typeArguments.length > 0) {
    throw new CompileError(statement, `Switch expression must be an Integer, Long, String, SObject or enum: ${subject.type.name}`);
  }
  const temporary = context.temporary();
  emitLine(context, `${temporary} = ${subject.code};`, statement);
  const held: Typed = { code: temporary, type: subject.type };
  const seen = new Set<string>();
  let isOpen = false;
  for (const [index, when] of statement.whens.entries()) {
    const isElse = !when.values && !when.type;
    if (isElse && index !== statement.whens.length - 1) {
      throw new CompileError(when, "'when else' must be the last block of a switch");
    }
    const test = isElse ? undefined : testOf(context, held, when, seen);
    openBranch(context, test, isOpen, when);
    isOpen = true;
    emitBranch(context, held, when);
  }
  if (isOpen) {
    module.close();
  }
}

function openBranch(context: BodyContext, test: string | undefined, isOpen: boolean, when: When): void {
  const { module } = context;
  if (test === undefined) {
    if (isOpen) {
      module.turn('} else {');
    } else {
      module.open('{');
    }
  } else if (isOpen) {
    module.turn(`} else if (${test}) {`, when.line);
  } else {
    module.open(`if (${test}) {`, when.line);
  }
}

function emitBranch(context: BodyContext, subject: Typed, when: When): void {
  if (!when.type || when.variable === undefined) {
    emitBlock(context, when.body);
    return;
  }
  const type = requireType(context, when.type);
  context.inScope(() => {
    const local = context.declare(when, when.variable as string, type);
    context.module.line(`let ${local.identifier} = ${subject.code};`);
    emitStatements(context, when.body.statements);
  });
}

function testOf(context: BodyContext, subject: Typed, when: When, seen: Set<string>): string {
  if (when.type) {
    const type = requireType(context, when.type);
    if (!isRecordType(context.table, type) && !isCastable(context.table, subject.type, type)) {
      throw new CompileError(when, `Incompatible types: ${subject.type.name} is never a ${type.name}`);
    }
    return `${context.module.helper('isInstance')}(${subject.code}, ${JSON.stringify(type.name)})`;
  }
  return (when.values ?? []).map((value) => comparison(context, subject, value, seen)).join(' || ');
}

function comparison(context: BodyContext, subject: Typed, node: Expression, seen: Set<string>): string {
  const value = whenValue(context, subject, node);
  if (seen.has(value.code)) {
    throw new CompileError(node, 'Duplicate when value');
  }
  seen.add(value.code);
  const code = value.type === context.table.nullType ? 'null' : convert(context, value, subject.type, node);
  return `${subject.code} === ${code}`;
}

/** In a switch on an enum, constants go by their simple name. */
function whenValue(context: BodyContext, subject: Typed, node: Expression): Typed {
  if (subject.type.symbol.kind === 'enum' && (node.kind === 'name' || node.kind === 'member')) {
    const constant = enumConstant(context, subject.type, node.name);
    if (!constant) {
      throw new CompileError(node, `Enum value does not exist: ${subject.type.name}.${node.name}`);
    }
    return constant;
  }
  if (node.kind !== 'literal') {
    throw new CompileError(node, 'When value must be a literal or an enum constant');
  }
  return compileExpression(context, node);
}
