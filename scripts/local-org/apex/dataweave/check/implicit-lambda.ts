import type { Call, Expression, Lambda } from '../read/syntax.ts';
import { childrenOf } from './children.ts';
import { takesLambda } from './names.ts';
import type { Names } from './names.ts';

/** `items map $.name`: makes the right side of such a call the lambda that it stands for. */
export function makeImplicitLambda(call: Call, names: Names): void {
  const [, right] = call.args;
  if (!right || !isImplicit(call, right, names)) {
    return;
  }
  const count = dollarsIn(right, names);
  if (count > 0) {
    call.args = [call.args[0], lambdaOf(right, count)];
  }
}

function isImplicit(call: Call, right: Expression, names: Names): boolean {
  return call.infix && right.kind !== 'lambda' && call.callee.kind === 'name' && takesLambda(names.find(call.callee.name), 1);
}

function lambdaOf(body: Expression, count: number): Lambda {
  const parameters = Array.from({ length: count }, (_, index) => ({ name: '$'.repeat(index + 1), type: undefined, whenAbsent: undefined }));
  return { kind: 'lambda', parameters, typeParameters: [], body, implicit: true, from: body.from, to: body.to };
}

/** The most dollars of a free `$`, `$$` or `$$$`; those that a call, a case or a filter inside gives a meaning are not free. */
function dollarsIn(node: Expression, names: Names): number {
  if (node.kind === 'name') {
    return /^\$+$/.test(node.name) ? node.name.length : 0;
  }
  if (node.kind === 'lambda') {
    return node.implicit ? 0 : dollarsIn(node.body, names);
  }
  if (node.kind === 'do') {
    return dollarsIn(node.body, names);
  }
  const children = childrenOf(node).filter((child) => !(node.kind === 'call' && child === node.args[1] && isImplicit(node, child, names)));
  return Math.max(0, ...children.map((child) => dollarsIn(child, names)));
}
