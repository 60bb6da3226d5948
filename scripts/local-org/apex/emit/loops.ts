import type { Expression, For, ForEach, While } from '../parse/syntax.ts';
import { conversionBetween } from '../types/conversion.ts';
import { supertypeWith } from '../types/hierarchy.ts';
import type { ApexType } from '../types/symbols.ts';
import { CompileError } from './body-context.ts';
import type { BodyContext } from './body-context.ts';
import { compileEffect, compileExpression, requireType } from './expressions.ts';
import { emitBody, localDeclarations, openLine } from './statements.ts';
import { condition } from './typed.ts';
import type { Typed } from './typed.ts';

export function emitWhile(context: BodyContext, statement: While): void {
  const test = condition(context, compileExpression(context, statement.condition), statement.condition);
  openLine(context, `while (${test}) {`, statement);
  emitLoopBody(context, statement.body);
  context.module.close();
}

export function emitDoWhile(context: BodyContext, statement: While): void {
  context.module.open('do {');
  emitLoopBody(context, statement.body);
  const test = condition(context, compileExpression(context, statement.condition), statement.condition);
  context.module.close(`} while (${test});`, statement.condition.line);
}

export function emitFor(context: BodyContext, statement: For): void {
  context.inScope(() => {
    const initial = statement.declaration
      ? `let ${localDeclarations(context, statement.declaration).join(', ')}`
      : statement.initial.map((expression) => compileEffect(context, expression)).join(', ');
    const test = statement.condition ? condition(context, compileExpression(context, statement.condition), statement.condition) : '';
    const update = statement.update.map((expression) => compileEffect(context, expression)).join(', ');
    openLine(context, `for (${initial}; ${test}; ${update}) {`, statement);
    emitLoopBody(context, statement.body);
    context.module.close();
  });
}

export function emitForEach(context: BodyContext, statement: ForEach): void {
  const { module } = context;
  const type = requireType(context, statement.type);
  const source = compileExpression(context, statement.source);
  const items = itemsOf(context, source, type, statement.source);
  context.inScope(() => {
    const local = context.declare(statement, statement.name, type);
    openLine(context, `for (let ${local.identifier} of ${items}) {`, statement);
    emitLoopBody(context, statement.body);
    module.close();
  });
}

/** The code of what is iterated; checks that the variable takes the elements. */
function itemsOf(context: BodyContext, source: Typed, type: ApexType, at: Expression): string {
  const { module, table } = context;
  const [row] = source.type.typeArguments;
  if (source.isQuery && row && type.symbol.libraryName === 'System.List') {
    return `${module.helper('chunks')}(${source.code})`;
  }
  const iterable = supertypeWith(table, source.type, table.primitive('Iterable').symbol) ?? source.type;
  const isCollection =
    iterable.symbol.libraryName === 'System.Iterable' || ['System.List', 'System.Set'].includes(iterable.symbol.libraryName ?? '');
  const element = iterable.typeArguments[0];
  if (!isCollection || !element) {
    throw new CompileError(at, `Loop must iterate over a collection: ${source.type.name}`);
  }
  const conversion = conversionBetween(table, element, type);
  const isRecordNarrowing = element === table.sObject && type.object !== undefined;
  if (!conversion && !isRecordNarrowing) {
    throw new CompileError(at, `Loop variable must be of type ${element.name}: ${type.name}`);
  }
  const items = `${module.helper('each')}(${source.code})`;
  return conversion && conversion.convert !== 'none'
    ? `${module.helper('eachConverted')}(${source.code}, ${module.helper(conversion.convert)})`
    : items;
}

function emitLoopBody(context: BodyContext, body: While['body']): void {
  context.module.line(`${context.module.helper('tick')}();`);
  context.loopDepth += 1;
  try {
    emitBody(context, body);
  } finally {
    context.loopDepth -= 1;
  }
}
