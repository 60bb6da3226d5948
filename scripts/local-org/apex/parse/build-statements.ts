import type {
  BlockContext,
  DoWhileStatementContext,
  ForStatementContext,
  LocalVariableDeclarationContext,
  StatementContext,
  SwitchStatementContext,
  TryStatementContext,
  WhenLiteralContext,
  WhenValueContext,
  WhileStatementContext,
} from '@apexdevtools/apex-parser';
import { buildExpression, buildExpressions } from './build-expressions.ts';
import { buildNumber, unescapeString } from './build-literals.ts';
import { buildModifiers, buildQualifiedType, buildTypeReference, positionOf } from './build-types.ts';
import { ParseError } from './parse-error.ts';
import type { Block, DataStatement, Expression, LocalVariables, Position, Statement, When } from './syntax.ts';

export function buildBlock(context: BlockContext): Block {
  return {
    kind: 'block',
    ...positionOf(context),
    statements: context.statement_list().map(buildStatement),
    endLine: (context.stop ?? context.start).line,
  };
}

export function buildStatement(context: StatementContext): Statement {
  const position = positionOf(context);
  const block = context.block();
  if (block) {
    return buildBlock(block);
  }
  return (
    buildSimple(context, position) ??
    buildCompound(context, position) ??
    buildData(context, position) ??
    unknownStatement(context, position)
  );
}

function unknownStatement(context: StatementContext, position: Position): never {
  throw new ParseError(position.line, position.column, `Unexpected statement: ${context.getText()}`);
}

function buildSimple(context: StatementContext, position: Position): Statement | undefined {
  const expression = context.expressionStatement();
  if (expression) {
    return { kind: 'expression', ...position, expression: buildExpression(expression.expression()) };
  }
  const local = context.localVariableDeclarationStatement();
  if (local) {
    return buildLocal(local.localVariableDeclaration());
  }
  const returned = context.returnStatement();
  if (returned) {
    const value = returned.expression();
    return { kind: 'return', ...position, ...(value ? { value: buildExpression(value) } : {}) };
  }
  const thrown = context.throwStatement();
  if (thrown) {
    return { kind: 'throw', ...position, value: buildExpression(thrown.expression()) };
  }
  if (context.breakStatement()) {
    return { kind: 'break', ...position };
  }
  return context.continueStatement() ? { kind: 'continue', ...position } : undefined;
}

function buildLocal(context: LocalVariableDeclarationContext): LocalVariables {
  const variables = context
    .variableDeclarators()
    .variableDeclarator_list()
    .map((declarator) => {
      const value = declarator.expression();
      return { ...positionOf(declarator), name: declarator.id().getText(), ...(value ? { value: buildExpression(value) } : {}) };
    });
  return {
    kind: 'local',
    ...positionOf(context),
    isFinal: buildModifiers(context.modifier_list()).words.includes('final'),
    type: buildTypeReference(context.typeRef()),
    variables,
  };
}

function buildCompound(context: StatementContext, position: Position): Statement | undefined {
  const condition = context.ifStatement();
  if (condition) {
    const otherwise = condition.statement_list()[1];
    return {
      kind: 'if',
      ...position,
      condition: buildExpression(condition.parExpression().expression()),
      then: buildStatement(condition.statement(0)),
      ...(otherwise ? { otherwise: buildStatement(otherwise) } : {}),
    };
  }
  const attempt = context.tryStatement();
  if (attempt) {
    return buildTry(attempt, position);
  }
  const loop = context.forStatement();
  if (loop) {
    return buildFor(loop, position);
  }
  const whileLoop = context.whileStatement();
  if (whileLoop) {
    return buildWhile(whileLoop, position);
  }
  const doWhile = context.doWhileStatement();
  if (doWhile) {
    return buildDoWhile(doWhile, position);
  }
  const choice = context.switchStatement();
  if (choice) {
    return buildSwitch(choice, position);
  }
  const runAs = context.runAsStatement();
  return runAs
    ? { kind: 'runAs', ...position, arguments: buildExpressions(runAs.expressionList()), body: buildBlock(runAs.block()) }
    : undefined;
}

function buildTry(context: TryStatementContext, position: Position): Statement {
  const last = context.finallyBlock();
  return {
    kind: 'try',
    ...position,
    body: buildBlock(context.block()),
    catches: context.catchClause_list().map((clause) => ({
      ...positionOf(clause),
      type: buildQualifiedType(clause.qualifiedName()),
      name: clause.id().getText(),
      body: buildBlock(clause.block()),
    })),
    ...(last ? { finally: buildBlock(last.block()) } : {}),
  };
}

function buildFor(context: ForStatementContext, position: Position): Statement {
  const control = context.forControl();
  const statement = context.statement();
  const body = statement ? { body: buildStatement(statement) } : {};
  const enhanced = control.enhancedForControl();
  if (enhanced) {
    return {
      kind: 'forEach',
      ...position,
      type: buildTypeReference(enhanced.typeRef()),
      name: enhanced.id().getText(),
      source: buildExpression(enhanced.expression()),
      ...body,
    };
  }
  const initial = control.forInit();
  const declaration = initial?.localVariableDeclaration();
  const condition = control.expression();
  return {
    kind: 'for',
    ...position,
    ...(declaration ? { declaration: buildLocal(declaration) } : {}),
    initial: buildExpressions(initial?.expressionList()),
    ...(condition ? { condition: buildExpression(condition) } : {}),
    update: buildExpressions(control.forUpdate()?.expressionList()),
    ...body,
  };
}

function buildWhile(context: WhileStatementContext, position: Position): Statement {
  const body = context.statement();
  return {
    kind: 'while',
    ...position,
    condition: buildExpression(context.parExpression().expression()),
    ...(body ? { body: buildStatement(body) } : {}),
  };
}

function buildDoWhile(context: DoWhileStatementContext, position: Position): Statement {
  return {
    kind: 'doWhile',
    ...position,
    condition: buildExpression(context.parExpression().expression()),
    body: buildBlock(context.block()),
  };
}

function buildSwitch(context: SwitchStatementContext, position: Position): Statement {
  return {
    kind: 'switch',
    ...position,
    subject: buildExpression(context.expression()),
    whens: context.whenControl_list().map((control) => ({
      ...positionOf(control),
      ...buildWhenValue(control.whenValue()),
      body: buildBlock(control.block()),
    })),
  };
}

function buildWhenValue(context: WhenValueContext): Pick<When, 'values' | 'type' | 'variable'> {
  const type = context.typeRef();
  if (type) {
    return { type: buildTypeReference(type), variable: context.id().getText() };
  }
  return context.ELSE() ? {} : { values: context.whenLiteral_list().map(buildWhenLiteral) };
}

function buildWhenLiteral(context: WhenLiteralContext): Expression {
  const position = positionOf(context);
  const inner = context.whenLiteral();
  if (inner) {
    return buildWhenLiteral(inner);
  }
  const number = context.IntegerLiteral() ?? context.LongLiteral();
  if (number) {
    const sign = context.SUB_list().length % 2 === 1 ? '-' : '';
    const literal = buildNumber(number.getText(), position);
    return { ...literal, value: sign + literal.value };
  }
  const text = context.StringLiteral();
  if (text) {
    return { kind: 'literal', ...position, type: 'String', value: unescapeString(text.getText().slice(1, -1)) };
  }
  const name = context.qualifiedName();
  if (!name) {
    return { kind: 'literal', ...position, type: 'null', value: 'null' };
  }
  const [first, ...others] = name.id_list().map((id) => id.getText());
  return others.reduce<Expression>((target, member) => ({ kind: 'member', ...position, target, name: member, safe: false }), {
    kind: 'name',
    ...position,
    name: first ?? '',
  });
}

function buildData(context: StatementContext, position: Position): DataStatement | undefined {
  const single =
    context.insertStatement() ??
    context.updateStatement() ??
    context.deleteStatement() ??
    context.undeleteStatement() ??
    context.upsertStatement();
  const merge = context.mergeStatement();
  const found = single ?? merge;
  if (!found) {
    return undefined;
  }
  const access = found.accessLevel();
  const field = context.upsertStatement()?.qualifiedName();
  return {
    kind: 'data',
    ...position,
    operation: found.getChild(0).getText().toLowerCase() as DataStatement['operation'],
    ...(access ? { access: access.USER() ? 'user' : 'system' } : {}),
    records: buildExpression(single ? single.expression() : merge.expression(0)),
    ...(merge ? { second: buildExpression(merge.expression(1)) } : {}),
    ...(field ? { field: field.getText() } : {}),
  };
}
