import {
  Arth1ExpressionContext,
  Arth2ExpressionContext,
  ArrayExpressionContext,
  AssignExpressionContext,
  BitAndExpressionContext,
  BitExpressionContext,
  BitNotExpressionContext,
  BitOrExpressionContext,
  CastExpressionContext,
  CmpExpressionContext,
  CoalExpressionContext,
  CondExpressionContext,
  DotExpressionContext,
  EqualityExpressionContext,
  IdPrimaryContext,
  InstanceOfExpressionContext,
  LiteralPrimaryContext,
  LogAndExpressionContext,
  LogOrExpressionContext,
  MethodCallExpressionContext,
  NegExpressionContext,
  NewExpressionContext,
  PostOpExpressionContext,
  PreOpExpressionContext,
  PrimaryExpressionContext,
  SoqlPrimaryContext,
  SoslPrimaryContext,
  SubExpressionContext,
  SuperPrimaryContext,
  ThisPrimaryContext,
  TypeRefPrimaryContext,
  VoidPrimaryContext,
} from '@apexdevtools/apex-parser';
import type {
  ApexParserRuleContext,
  ExpressionContext,
  ExpressionListContext,
  MethodCallContext,
  NewExpressionContext as NewContext,
  PrimaryContext,
} from '@apexdevtools/apex-parser';
import { buildLiteral } from './build-literals.ts';
import { buildQuery, buildSearch } from './build-queries.ts';
import { buildCreatedType, buildTypeReference, positionOf } from './build-types.ts';
import { ParseError } from './parse-error.ts';
import type { Binary, Expression, NewCollection, Position, TypeReference } from './syntax.ts';

type Builder = (context: never, position: Position) => Expression;

const builders = new Map<unknown, unknown>([
  [PrimaryExpressionContext, (context: PrimaryExpressionContext) => buildPrimary(context.primary())],
  [SubExpressionContext, (context: SubExpressionContext) => buildExpression(context.expression())],
  [DotExpressionContext, buildDot],
  [MethodCallExpressionContext, (context: MethodCallExpressionContext, position: Position) => buildCall(context.methodCall(), position)],
  [
    ArrayExpressionContext,
    (context: ArrayExpressionContext, position: Position) => ({
      kind: 'index',
      ...position,
      target: buildExpression(context.expression(0)),
      index: buildExpression(context.expression(1)),
    }),
  ],
  [NewExpressionContext, buildNew],
  [
    CastExpressionContext,
    (context: CastExpressionContext, position: Position) => ({
      kind: 'cast',
      ...position,
      type: buildTypeReference(context.typeRef()),
      value: buildExpression(context.expression()),
    }),
  ],
  [
    InstanceOfExpressionContext,
    (context: InstanceOfExpressionContext, position: Position) => ({
      kind: 'instanceOf',
      ...position,
      value: buildExpression(context.expression()),
      type: buildTypeReference(context.typeRef()),
    }),
  ],
  [
    CondExpressionContext,
    (context: CondExpressionContext, position: Position) => ({
      kind: 'conditional',
      ...position,
      condition: buildExpression(context.expression(0)),
      then: buildExpression(context.expression(1)),
      otherwise: buildExpression(context.expression(2)),
    }),
  ],
  [
    AssignExpressionContext,
    (context: AssignExpressionContext, position: Position) => ({
      kind: 'assignment',
      ...position,
      operator: operatorOf(context),
      target: buildExpression(context.expression(0)),
      value: buildExpression(context.expression(1)),
    }),
  ],
  [PreOpExpressionContext, buildPrefix],
  [NegExpressionContext, buildPrefix],
  [
    PostOpExpressionContext,
    (context: PostOpExpressionContext, position: Position) => ({
      kind: 'unary',
      ...position,
      operator: operatorOf(context) as '++' | '--',
      postfix: true,
      operand: buildExpression(context.expression()),
    }),
  ],
  ...[
    Arth1ExpressionContext,
    Arth2ExpressionContext,
    BitExpressionContext,
    BitAndExpressionContext,
    BitOrExpressionContext,
    BitNotExpressionContext,
    CmpExpressionContext,
    CoalExpressionContext,
    EqualityExpressionContext,
    LogAndExpressionContext,
    LogOrExpressionContext,
  ].map((type): [unknown, Builder] => [type, buildBinary as Builder]),
]) as unknown as ReadonlyMap<unknown, (context: ExpressionContext, position: Position) => Expression>;

export function buildExpression(context: ExpressionContext): Expression {
  const position = positionOf(context);
  const builder = builders.get(context.constructor);
  if (!builder) {
    throw new ParseError(position.line, position.column, `Unexpected expression: ${context.getText()}`);
  }
  return builder(context, position);
}

export function buildExpressions(context: ExpressionListContext | null | undefined): Expression[] {
  return context ? context.expression_list().map(buildExpression) : [];
}

/** The terminals between the operands: `>` and `=` make `>=`. */
function operatorOf(context: ApexParserRuleContext): string {
  return (context.children ?? [])
    .filter((child) => 'symbol' in child)
    .map((child) => child.getText())
    .join('');
}

function buildBinary(context: Arth1ExpressionContext, position: Position): Binary {
  return {
    kind: 'binary',
    ...position,
    operator: operatorOf(context),
    left: buildExpression(context.expression(0)),
    right: buildExpression(context.expression(1)),
  };
}

function buildPrefix(context: PreOpExpressionContext | NegExpressionContext, position: Position): Expression {
  const operator = operatorOf(context) as '!' | '~' | '+' | '-' | '++' | '--';
  const operand = buildExpression(context.expression());
  if (operator === '-' && operand.kind === 'literal' && operand.type !== 'String' && !operand.value.startsWith('-')) {
    return { ...operand, ...position, value: `-${operand.value}` };
  }
  return { kind: 'unary', ...position, operator, postfix: false, operand };
}

function buildDot(context: DotExpressionContext, position: Position): Expression {
  const target = buildExpression(context.expression());
  const safe = Boolean(context.QUESTIONDOT());
  const call = context.dotMethodCall();
  if (call) {
    return { kind: 'call', ...position, target, name: call.anyId().getText(), arguments: buildExpressions(call.expressionList()), safe };
  }
  return { kind: 'member', ...position, target, name: context.anyId().getText(), safe };
}

function buildCall(context: MethodCallContext, position: Position): Expression {
  const args = buildExpressions(context.expressionList());
  if (context.THIS() || context.SUPER()) {
    return { kind: 'constructorCall', ...position, which: context.THIS() ? 'this' : 'super', arguments: args };
  }
  return { kind: 'call', ...position, name: context.id().getText(), arguments: args, safe: false };
}

function buildPrimary(context: PrimaryContext): Expression {
  const position = positionOf(context);
  if (context instanceof IdPrimaryContext) {
    return { kind: 'name', ...position, name: context.id().getText() };
  }
  if (context instanceof LiteralPrimaryContext) {
    return buildLiteral(context.literal(), position);
  }
  if (context instanceof ThisPrimaryContext) {
    return { kind: 'this', ...position };
  }
  if (context instanceof SuperPrimaryContext) {
    return { kind: 'super', ...position };
  }
  if (context instanceof TypeRefPrimaryContext) {
    return { kind: 'classLiteral', ...position, type: buildTypeReference(context.typeRef()) };
  }
  if (context instanceof VoidPrimaryContext) {
    return { kind: 'classLiteral', ...position };
  }
  if (context instanceof SoqlPrimaryContext) {
    return buildQuery(context.soqlLiteral().query(), position);
  }
  if (context instanceof SoslPrimaryContext) {
    return buildSearch(context.soslLiteral(), position);
  }
  throw new ParseError(position.line, position.column, `Unexpected expression: ${context.getText()}`);
}

function buildNew(context: NewContext, position: Position): Expression {
  const creator = context.creator();
  const type: TypeReference = { ...positionOf(creator), type: buildCreatedType(creator.createdName()) };
  const constructorArguments = creator.classCreatorRest();
  if (constructorArguments) {
    return { kind: 'new', ...position, type, arguments: buildExpressions(constructorArguments.arguments().expressionList()) };
  }
  const collection: NewCollection = { kind: 'newCollection', ...position, type, elements: [] };
  const array = creator.arrayCreatorRest();
  if (array) {
    const size = array.expression();
    const list: TypeReference = { ...type, type: { name: 'List', typeArguments: [type.type] } };
    return {
      ...collection,
      type: list,
      elements: (array.arrayInitializer()?.expression_list() ?? []).map(buildExpression),
      ...(size ? { size: buildExpression(size) } : {}),
    };
  }
  const map = creator.mapCreatorRest();
  if (map) {
    const pairs = map.mapCreatorRestPair_list();
    return {
      ...collection,
      pairs: pairs.map((pair) => [buildExpression(pair.expression(0)), buildExpression(pair.expression(1))] as const),
    };
  }
  const set = creator.setCreatorRest();
  return { ...collection, elements: set ? set.expression_list().map(buildExpression) : [] };
}
