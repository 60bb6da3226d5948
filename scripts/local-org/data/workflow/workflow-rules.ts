import type { SourceTree } from '../../metadata/source-tree.ts';
import type { ObjectFormulas } from '../formula/object-formulas.ts';
import type { ObjectDescription, Schema } from '../schema/description.ts';
import { actionsNamed } from './actions.ts';
import type { WorkflowAction } from './actions.ts';
import { checkCriteria, readCriteria } from './criteria.ts';
import type { Criteria } from './criteria.ts';

/** An active workflow rule. */
export interface WorkflowRule {
  /** The object and the rule's own name: `Case.Escalate`. */
  readonly name: string;
  /** Asked when a record is created; at every save; or when a save makes the record meet the criteria. */
  readonly asked: 'onCreateOnly' | 'onAllChanges' | 'onCreateOrTriggeringUpdate';
  readonly criteria: Criteria;
  readonly actions: readonly WorkflowAction[];
}

/** The active workflow rules of an org, by lower-case name of their object, in the order of their files. */
export type WorkflowRules = ReadonlyMap<string, readonly WorkflowRule[]>;

/**
 * Reads the workflow rules of a source tree. What waits for a time (`workflowTimeTriggers`) is left out, and `automationNotRun` says so.
 * @throws SetUpError or FormulaError for a rule that names what is not there.
 */
export function readWorkflowRules(tree: SourceTree, schema: Schema, formulas: ObjectFormulas): WorkflowRules {
  const rules = new Map<string, WorkflowRule[]>();
  for (const { name: objectName, xml } of tree.ofType('Workflow')) {
    const object = schema.object(objectName);
    const active = xml.all('rules').filter((rule) => rule.flag('active'));
    if (object !== undefined && active.length > 0) {
      rules.set(
        objectName.toLowerCase(),
        active.map((rule) => readRule(rule, object)),
      );
    }
  }
  return rules;

  function readRule(rule: (typeof tree.components)[number]['xml'], object: ObjectDescription): WorkflowRule {
    const name = `${object.name}.${rule.textOf('fullName') ?? ''}`;
    const criteria = readCriteria(rule, object, schema, name);
    checkCriteria(criteria, object, formulas);
    return {
      name,
      asked: (rule.textOf('triggerType') ?? 'onCreateOrTriggeringUpdate') as WorkflowRule['asked'],
      criteria,
      actions: actionsNamed(rule.all('actions'), object.name, tree, name),
    };
  }
}
