import { BoundExpressionContext } from '@apexdevtools/apex-parser';
import type { ApexParserRuleContext, QueryContext, SoslLiteralContext } from '@apexdevtools/apex-parser';
import { buildExpression } from './build-expressions.ts';
import type { Position, Query, QueryBind, Search } from './syntax.ts';

/** Inline SOQL: the text as written, each bind expression replaced by a name, white space kept so that positions stay meaningful. */
export function buildQuery(context: QueryContext, position: Position): Query {
  return { kind: 'query', ...position, ...textAndBinds(context) };
}

/** Inline SOSL, likewise, without its brackets. */
export function buildSearch(context: SoslLiteralContext, position: Position): Search {
  const { text, binds } = textAndBinds(context);
  return { kind: 'search', ...position, text: text.slice(1, -1), binds };
}

function textAndBinds(context: ApexParserRuleContext): { text: string; binds: QueryBind[] } {
  const found: BoundExpressionContext[] = [];
  collectBinds(context, found);
  const input = context.start.getInputStream();
  const start = context.start.start;
  const end = (context.stop ?? context.start).stop;
  const binds: QueryBind[] = [];
  let text = '';
  let from = start;
  for (const bind of found) {
    const name = `bind${binds.length}`;
    text += `${input.getText(from, bind.start.start - 1)}:${name}`;
    from = (bind.stop ?? bind.start).stop + 1;
    binds.push({ name, expression: buildExpression(bind.expression()) });
  }
  text += input.getText(from, end);
  return { text: withoutComments(text), binds };
}

function collectBinds(context: ApexParserRuleContext, found: BoundExpressionContext[]): void {
  if (context instanceof BoundExpressionContext) {
    found.push(context);
    return;
  }
  for (const child of context.children ?? []) {
    if (!('symbol' in child)) {
      collectBinds(child as ApexParserRuleContext, found);
    }
  }
}

/** Apex comments are allowed inside a query; SOQL itself knows none. */
function withoutComments(text: string): string {
  return text.replace(/'(?:\\.|[^'\\])*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (match) =>
    match.startsWith("'") ? match : match.replace(/[^\n]/g, ' '),
  );
}
