import type { Block, Expression, Statement } from '../parse/syntax.ts';

/** Whether execution can go on after a statement: false after `return` and `throw` on every path, and after an endless loop. */
export function canComplete(statement: Statement): boolean {
  switch (statement.kind) {
    case 'return':
    case 'throw':
    case 'break':
    case 'continue':
      return false;
    case 'block':
    case 'runAs':
      return blockCompletes(statement.kind === 'block' ? statement : statement.body);
    case 'if':
      return !statement.otherwise || canComplete(statement.then) || canComplete(statement.otherwise);
    case 'while':
    case 'doWhile':
      return !isTrue(statement.condition) || (statement.body !== undefined && breaks(statement.body));
    case 'for':
      return (
        !(statement.condition === undefined || isTrue(statement.condition)) || (statement.body !== undefined && breaks(statement.body))
      );
    case 'try':
      return (
        (statement.finally === undefined || blockCompletes(statement.finally)) &&
        (blockCompletes(statement.body) || statement.catches.some((clause) => blockCompletes(clause.body)))
      );
    case 'switch':
      return !statement.whens.some((when) => !when.values && !when.type) || statement.whens.some((when) => blockCompletes(when.body));
    default:
      return true;
  }
}

export function blockCompletes(block: Block): boolean {
  return block.statements.every(canComplete);
}

function isTrue(expression: Expression): boolean {
  return expression.kind === 'literal' && expression.value === 'true';
}

/** Whether a loop's body has a `break` of its own. */
function breaks(statement: Statement): boolean {
  switch (statement.kind) {
    case 'break':
      return true;
    case 'block':
      return statement.statements.some(breaks);
    case 'runAs':
      return breaks(statement.body);
    case 'if':
      return breaks(statement.then) || (statement.otherwise !== undefined && breaks(statement.otherwise));
    case 'try':
      return (
        breaks(statement.body) ||
        statement.catches.some((clause) => breaks(clause.body)) ||
        (statement.finally !== undefined && breaks(statement.finally))
      );
    case 'switch':
      return statement.whens.some((when) => breaks(when.body));
    default:
      return false;
  }
}
