import type {
  Block,
  Catch,
  DataStatement,
  Expression,
  LocalVariables,
  Position,
  Return,
  Statement,
  Throw,
  Try,
  Variable,
} from '../parse/syntax.ts';
import { conversionBetween, isRecordType } from '../types/conversion.ts';
import type { ApexType } from '../types/symbols.ts';
import { CompileError, STRICT_FLOW } from './body-context.ts';
import type { BodyContext } from './body-context.ts';
import { isExceptionClass } from './creation.ts';
import { compileEffect, compileExpression, requireType } from './expressions.ts';
import { canComplete } from './flow.ts';
import { emitDoWhile, emitFor, emitForEach, emitWhile } from './loops.ts';
import { sharingCode } from './queries.ts';
import { emitSwitch } from './switch.ts';
import { condition, convert } from './typed.ts';

/** The statements of a block in a scope of their own, without its braces. */
export function emitBlock(context: BodyContext, block: Block): void {
  context.inScope(() => emitStatements(context, block.statements));
}

/** Statements one after another; a mistake in one is reported and the next one is compiled all the same. */
export function emitStatements(context: BodyContext, statements: readonly Statement[]): void {
  let completes = true;
  for (const statement of statements) {
    try {
      if (!completes && context.owner.apiVersion >= STRICT_FLOW) {
        throw new CompileError(statement, 'Unreachable statement');
      }
      completes &&= canComplete(statement);
      emitStatement(context, statement);
    } catch (error) {
      context.report(error, statement);
    }
  }
}

/** A statement that is the body of something: braces are the caller's. */
export function emitBody(context: BodyContext, statement: Statement | undefined): void {
  if (statement?.kind === 'block') {
    emitBlock(context, statement);
  } else if (statement) {
    context.inScope(() => emitStatements(context, [statement]));
  }
}

/** Writes a line of code for a statement, counting it where coverage is asked for. */
export function emitLine(context: BodyContext, code: string, at: Position): void {
  context.module.line(counted(context, code, at), at.line);
}

/** Opens a block for a statement. */
export function openLine(context: BodyContext, code: string, at: Position): void {
  context.module.open(counted(context, code, at), at.line);
}

function counted(context: BodyContext, code: string, at: Position): string {
  context.executableLines.add(at.line);
  return context.program.coverage ? `$lines[${at.line}]++; ${code}` : code;
}

function emitStatement(context: BodyContext, statement: Statement): void {
  switch (statement.kind) {
    case 'block':
      context.module.open('{');
      emitBlock(context, statement);
      context.module.close();
      return;
    case 'local':
      return emitLocals(context, statement);
    case 'expression':
      return emitLine(context, `${compileEffect(context, statement.expression)};`, statement);
    case 'if':
      return emitIf(context, statement);
    case 'return':
      return emitReturn(context, statement);
    case 'throw':
      return emitThrow(context, statement);
    case 'break':
    case 'continue':
      if (context.loopDepth === 0) {
        throw new CompileError(statement, `'${statement.kind}' must be in a loop`);
      }
      return emitLine(context, `${statement.kind};`, statement);
    case 'for':
      return emitFor(context, statement);
    case 'forEach':
      return emitForEach(context, statement);
    case 'while':
      return emitWhile(context, statement);
    case 'doWhile':
      return emitDoWhile(context, statement);
    case 'try':
      return emitTry(context, statement);
    case 'switch':
      return emitSwitch(context, statement);
    case 'data':
      return emitData(context, statement);
    case 'runAs':
      return emitRunAs(context, statement.arguments, statement.body, statement);
  }
}

function emitLocals(context: BodyContext, statement: LocalVariables): void {
  for (const code of localDeclarations(context, statement)) {
    emitLine(context, `let ${code};`, statement);
  }
}

/** `name = value` for each variable of a declaration, which is thereby made. */
export function localDeclarations(context: BodyContext, statement: LocalVariables): string[] {
  const type = requireType(context, statement.type);
  return statement.variables.map((variable) => {
    if (!variable.value) {
      const local = context.declare(variable, variable.name, type, { isFinal: statement.isFinal, hasValue: false });
      return `${local.identifier} = null`;
    }
    return valueOfLocal(context, statement, variable, variable.value, type);
  });
}

/** Declares a variable with its value. One whose value is wrong is declared all the same, to spare the reader mistakes that follow from the first. */
function valueOfLocal(context: BodyContext, statement: LocalVariables, variable: Variable, expression: Expression, type: ApexType): string {
  const { isFinal } = statement;
  try {
    const value = compileExpression(context, expression);
    const code = convert(context, value, type, variable);
    const nonNull = value.nonNull === true && !context.nullableLocals.has(variable.name.toLowerCase());
    return `${context.declare(variable, variable.name, type, { isFinal, nonNull }).identifier} = ${code}`;
  } catch (error) {
    if (!context.local(variable.name)) {
      context.declare(variable, variable.name, type);
    }
    throw error;
  }
}

function emitIf(context: BodyContext, statement: Extract<Statement, { kind: 'if' }>): void {
  const test = condition(context, compileExpression(context, statement.condition), statement.condition);
  openLine(context, `if (${test}) {`, statement);
  emitBody(context, statement.then);
  if (statement.otherwise) {
    context.module.turn('} else {');
    emitBody(context, statement.otherwise);
  }
  context.module.close();
}

function emitReturn(context: BodyContext, statement: Return): void {
  const { returnType, table } = context;
  if (!statement.value) {
    if (returnType !== table.voidType) {
      throw new CompileError(statement, 'Missing return value');
    }
    return emitLine(context, context.returnsThis ? 'return this;' : 'return;', statement);
  }
  if (returnType === table.voidType) {
    throw new CompileError(statement, 'Return value from a method that is void');
  }
  const value = compileExpression(context, statement.value);
  emitLine(
    context,
    `return ${convert(context, value, returnType, statement, 'Return value must be of type ' + returnType.name + ': illegal conversion')};`,
    statement,
  );
}

function emitThrow(context: BodyContext, statement: Throw): void {
  const value = compileExpression(context, statement.value);
  if (!isExceptionClass(value.type) && value.type !== context.table.nullType) {
    throw new CompileError(statement, `Throw expression must be of type exception: ${value.type.name}`);
  }
  emitLine(context, `throw ${context.module.helper('thrown')}(${value.code});`, statement);
}

function emitTry(context: BodyContext, statement: Try): void {
  if (statement.finally) {
    emitFinally(context, statement, statement.finally);
  } else {
    emitTryAndCatches(context, statement);
  }
}

function emitTryAndCatches(context: BodyContext, statement: Try): void {
  const { module } = context;
  module.open('try {');
  emitBlock(context, statement.body);
  if (statement.catches.length > 0) {
    emitCatches(context, statement.catches);
  }
  module.close();
}

/** A `finally` that is left out when an error ends the transaction, as limits and failed assertions do. */
function emitFinally(context: BodyContext, statement: Try, last: Block): void {
  const { module } = context;
  const [ended, error] = [context.caughtName(), context.caughtName()];
  module.line(`let ${ended} = false;`);
  module.open('try {');
  if (statement.catches.length > 0) {
    emitTryAndCatches(context, statement);
  } else {
    emitBlock(context, statement.body);
  }
  module.turn(`} catch (${error}) {`);
  module.line(`${ended} = ${module.helper('endsTransaction')}(${error});`);
  module.line(`throw ${error};`);
  module.turn('} finally {');
  module.open(`if (!${ended}) {`);
  emitBlock(context, last);
  module.close();
  module.close();
}

function emitCatches(context: BodyContext, catches: readonly Catch[]): void {
  const { module } = context;
  const error = context.caughtName();
  module.turn(`} catch (${error}$) {`);
  module.line(`const ${error} = ${module.helper('caught')}(${error}$);`);
  for (const [index, clause] of catches.entries()) {
    const type = exceptionType(context, clause);
    const test =
      type.symbol.libraryName === 'System.Exception' ? 'true' : `${module.helper('isInstance')}(${error}, ${JSON.stringify(type.name)})`;
    if (index === 0) {
      module.open(`if (${test}) {`, clause.line);
    } else {
      module.turn(`} else if (${test}) {`, clause.line);
    }
    context.inScope(() => {
      const local = context.declare(clause, clause.name, type);
      module.line(`let ${local.identifier} = ${error};`);
      emitStatements(context, clause.body.statements);
    });
  }
  module.turn('} else {');
  module.line(`throw ${error};`);
  module.close();
}

function exceptionType(context: BodyContext, clause: Catch): ApexType {
  const type = requireType(context, clause.type);
  if (!isExceptionClass(type)) {
    throw new CompileError(clause, `Catch expression must be of type exception: ${type.name}`);
  }
  return type;
}

function emitData(context: BodyContext, statement: DataStatement): void {
  const { module } = context;
  const records = compileExpression(context, statement.records);
  checkRecords(context, records.type, statement.records);
  const access = statement.access === 'user' ? "'user'" : "'system'";
  const rest = [access, sharingCode(context)].join(', ');
  if (statement.operation === 'merge') {
    const duplicates = compileExpression(context, statement.second as Expression);
    return emitLine(context, `${module.helper('mergeRecords')}(${records.code}, ${duplicates.code}, ${rest});`, statement);
  }
  const field = statement.operation === 'upsert' ? `, ${JSON.stringify(upsertField(records.type, statement))}` : '';
  emitLine(context, `${module.helper(`${statement.operation}Records`)}(${records.code}, ${rest}${field});`, statement);
}

function checkRecords(context: BodyContext, type: ApexType, at: Position): void {
  const record = type.symbol.libraryName === 'System.List' ? type.typeArguments[0] : type;
  if (!isRecordType(context.table, record)) {
    throw new CompileError(at, `DML requires SObject or SObject list type: ${type.name}`);
  }
}

function upsertField(type: ApexType, statement: DataStatement): string {
  if (statement.field === undefined) {
    return 'Id';
  }
  const record = type.symbol.libraryName === 'System.List' ? type.typeArguments[0] : type;
  const name = statement.field.split('.').at(-1) as string;
  const field = record.object?.fields.get(name.toLowerCase());
  if (!field || !(field.externalId || field.type === 'id' || field.nameField || field.unique)) {
    throw new CompileError(
      statement,
      `Invalid field for upsert, must be an External Id custom or standard indexed field: ${record.name}.${name}`,
    );
  }
  return field.name;
}

function emitRunAs(context: BodyContext, args: readonly Expression[], body: Block, at: Position): void {
  const { module, table } = context;
  const [user] = args.map((argument) => compileExpression(context, argument));
  const type = table.resolve({ name: 'Schema.User', typeArguments: [] });
  if (!user || args.length !== 1 || !type || !conversionBetween(table, user.type, type)) {
    throw new CompileError(at, 'System.runAs needs a User');
  }
  const before = context.caughtName();
  emitLine(context, `const ${before} = ${module.helper('beginRunAs')}(${user.code});`, at);
  module.open('try {');
  emitBlock(context, body);
  module.turn('} finally {');
  module.line(`${module.helper('endRunAs')}(${before});`);
  module.close();
}
