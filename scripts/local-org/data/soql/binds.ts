import type { Bind, Condition, Expression, SoqlQuery } from './ast.ts';

/** Every bind of a query and its sub-queries, in the order of the text. */
export function collectBinds(query: SoqlQuery): Bind[] {
  const binds: Bind[] = [];
  for (const item of query.select) {
    if (item.kind === 'query') binds.push(...collectBinds(item.query));
  }
  if (query.where) collectFromCondition(query.where, binds);
  if (query.having) collectFromCondition(query.having, binds);
  for (const { expression } of query.orderBy) collectFromPlace(expression, binds);
  for (const count of [query.limit, query.offset]) {
    if (count?.kind === 'bind') binds.push(count);
  }
  return binds.sort((one, other) => one.at - other.at);
}

function collectFromCondition(condition: Condition, binds: Bind[]): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
      for (const part of condition.conditions) collectFromCondition(part, binds);
      return;
    case 'not':
      collectFromCondition(condition.condition, binds);
      return;
    case 'comparison':
      collectFromPlace(condition.left, binds);
      if (condition.right.kind === 'bind') binds.push(condition.right);
      return;
    case 'membership':
      if ('select' in condition.right) binds.push(...collectBinds(condition.right));
      else if ('kind' in condition.right) binds.push(condition.right);
      else binds.push(...condition.right.filter((value) => value.kind === 'bind'));
  }
}

/** The degrees of a place may be bound. */
function collectFromPlace(expression: Expression, binds: Bind[]): void {
  const { place } = expression.kind === 'call' ? expression : {};
  for (const degree of place === undefined ? [] : [place.latitude, place.longitude]) {
    if (degree.kind === 'bind') binds.push(degree);
  }
}
