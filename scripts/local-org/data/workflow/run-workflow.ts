import type { DmlContext, DmlRow } from '../dml/dml-context.ts';
import { hasFailed } from '../dml/dml-context.ts';
import { meetsCriteria } from './criteria.ts';
import { performActions } from './perform.ts';
import type { WorkflowRule } from './workflow-rules.ts';

/** How often field updates that say so make the rules be asked again. */
const MOST_REPEATS = 5;

/** Asks the workflow rules of an object about rows that were just saved, after their triggers, and does what they say. */
export function runWorkflow(context: DmlContext, rows: readonly DmlRow[]): void {
  const rules = context.workflowRules.get(rows[0].record.description.name.toLowerCase()) ?? [];
  const isNew = rows[0].old === undefined;
  const fired = new Map<DmlRow, Set<WorkflowRule>>();
  let asked = rules.length === 0 ? [] : rows;
  for (let repeat = 0; repeat <= MOST_REPEATS && asked.length > 0; repeat++) {
    const due = asked.map((row) => ({ row, actions: [...applying(context, rules, row, isNew, fired)].flatMap(({ actions }) => actions) }));
    asked = performActions(
      context,
      due.filter(({ actions }) => actions.length > 0),
      isNew,
    );
    if (hasFailed(rows)) {
      return;
    }
  }
}

/** The rules that apply to a row and have not fired for it in this save. */
function* applying(
  context: DmlContext,
  rules: readonly WorkflowRule[],
  row: DmlRow,
  isNew: boolean,
  fired: Map<DmlRow, Set<WorkflowRule>>,
): Iterable<WorkflowRule> {
  const done = fired.get(row) ?? new Set();
  fired.set(row, done);
  for (const rule of rules) {
    if (!done.has(rule) && applies(context, rule, row, isNew)) {
      done.add(rule);
      yield rule;
    }
  }
}

function applies(context: DmlContext, { asked, criteria }: WorkflowRule, { record, old }: DmlRow, isNew: boolean): boolean {
  if ((asked === 'onCreateOnly' && !isNew) || !meetsCriteria(context, criteria, { record, old, isNew })) {
    return false;
  }
  return asked !== 'onCreateOrTriggeringUpdate' || old === undefined || !meetsCriteria(context, criteria, { record: old });
}
