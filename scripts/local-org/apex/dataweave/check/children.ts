import type { Entry, Expression, ObjectLiteral, Selector, Spread } from '../read/syntax.ts';

/** The expressions that an expression is made of and that see the names that it sees; bodies with names of their own are left out. */
export function childrenOf(node: Expression): Expression[] {
  switch (node.kind) {
    case 'constant':
    case 'name':
    case 'lambda':
    case 'do':
      return [];
    case 'interpolation':
      return node.parts.filter((part) => typeof part !== 'string');
    case 'array':
      return [...node.items.flatMap(({ value, condition }) => present(value, condition)), ...present(node.tail)];
    case 'object':
      return entries(node.entries);
    case 'if':
      return [node.condition, node.then, node.otherwise];
    case 'call':
      return [node.callee, ...node.args];
    case 'unary':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'cast':
    case 'is':
    case 'match':
    case 'update':
      return [node.value];
    case 'selection':
      return [node.value, ...ofSelector(node.selector)];
  }
}

function present(...nodes: (Expression | undefined)[]): Expression[] {
  return nodes.filter((node) => node !== undefined);
}

function entries(nodes: ObjectLiteral['entries']): Expression[] {
  return nodes.flatMap((node: Entry | Spread) =>
    node.kind === 'spread'
      ? present(node.value, node.condition)
      : [...(typeof node.key.name === 'string' ? [] : [node.key.name]), ...entries(node.key.attributes ?? []), node.value],
  );
}

/** A filter has names of its own. */
function ofSelector(selector: Selector): Expression[] {
  if ('name' in selector) {
    return typeof selector.name.name === 'string' ? [] : [selector.name.name];
  }
  return 'argument' in selector && selector.kind !== 'filter' ? [selector.argument] : [];
}
