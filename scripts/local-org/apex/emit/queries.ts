import { QueryError } from '../../data/errors.ts';
import { checkSoql } from '../../data/soql/check.ts';
import { parseSoql } from '../../data/soql/parse.ts';
import { checkSosl } from '../../data/sosl/check.ts';
import { parseSosl } from '../../data/sosl/parse.ts';
import type { Position, Query, Search } from '../parse/syntax.ts';
import type { ApexType } from '../types/symbols.ts';
import type { BodyContext } from './body-context.ts';
import { CompileError } from './body-context.ts';
import { effectiveSharing } from './bodies.ts';
import { compileExpression } from './expressions.ts';
import { settle } from './typed.ts';
import type { Typed } from './typed.ts';

/** Inline SOQL: checked against the schema, binds evaluated in order, rows as the FROM clause types them. */
export function compileQuery(context: BodyContext, node: Query): Typed {
  const checked = located(node, () => checkSoql(parseSoql(node.text), context.table.schema, node.text));
  const { module, table } = context;
  const args = argumentsCode(context, node);
  if (checked.result === 'count') {
    return { code: `${module.helper('count')}(${args})`, type: table.primitive('Integer'), nonNull: true };
  }
  const row = checked.result === 'aggregate' ? aggregateType(context, node) : table.sObjectType(table.schema.object(checked.object)!);
  return { code: `${module.helper('query')}(${args}, ${JSON.stringify(row.name)})`, type: table.list(row), nonNull: true, isQuery: true };
}

/** Inline SOSL: a list of records for each object of its RETURNING clause. */
export function compileSearch(context: BodyContext, node: Search): Typed {
  const { module, table } = context;
  located(node, () => checkSosl(parseSosl(node.text), table.schema, node.text));
  return {
    code: `${module.helper('search')}(${argumentsCode(context, node)})`,
    type: table.list(table.list(table.sObject)),
    nonNull: true,
  };
}

function argumentsCode(context: BodyContext, { text, binds }: Query | Search): string {
  const values = binds.map(({ name, expression }) => `${name}: ${settle(compileExpression(context, expression)).code}`);
  return `${JSON.stringify(text)}, ${values.length === 0 ? 'null' : `{ ${values.join(', ')} }`}, ${sharingCode(context)}`;
}

function aggregateType(context: BodyContext, at: Position): ApexType {
  const object = context.table.schema.object('AggregateResult');
  if (!object) {
    throw new CompileError(at, 'AggregateResult is missing from the schema.');
  }
  return context.table.sObjectType(object);
}

/** Runs a check of the text; what it finds is told at its place in the source. */
function located<T>(node: Query | Search, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (error instanceof QueryError) {
      throw new CompileError(positionIn(node, error.at), (error.message.split('\n').at(-1) ?? error.message).trim());
    }
    throw error;
  }
}

/** The place in the source of an offset in the query's text. Bind names shift columns a little, never lines. */
function positionIn(node: Query | Search, at: number | undefined): Position {
  if (at === undefined) {
    return node;
  }
  const before = node.text.slice(0, at).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return before.length === 1 ? { line: node.line, column: node.column + column } : { line: node.line + before.length - 1, column };
}

/** Whether record access filters: decided by the class's own declaration, or by whoever called it. */
export function sharingCode(context: BodyContext): string {
  const sharing = effectiveSharing(context.owner);
  if (sharing === 'with' || sharing === 'without') {
    return String(sharing === 'with');
  }
  return `${context.module.helper('currentSharing')}()`;
}
