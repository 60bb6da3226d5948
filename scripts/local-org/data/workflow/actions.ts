import { SetUpError } from '../../metadata/set-up-error.ts';
import type { SourceTree } from '../../metadata/source-tree.ts';
import type { XmlElement } from '../../metadata/xml-element.ts';

/** An action of a workflow rule or an approval process, as its file has it. */
export interface WorkflowAction {
  readonly kind: 'FieldUpdate' | 'Alert' | 'Task';
  /** The object and the action's own name: `Case.Escalated`. */
  readonly name: string;
  readonly xml: XmlElement;
}

/** The element of a workflow file that holds the actions of a kind. */
const ELEMENTS: Readonly<Record<WorkflowAction['kind'], string>> = { FieldUpdate: 'fieldUpdates', Alert: 'alerts', Task: 'tasks' };

function isKind(type: string): type is WorkflowAction['kind'] {
  return type in ELEMENTS;
}

/**
 * The actions that the `action` or `actions` elements of a rule, a step or a process name. What the local org can't do (outbound messages,
 * flows) is left out here, and `automationNotRun` says so.
 * @throws SetUpError when an action is not there.
 */
export function actionsNamed(elements: readonly XmlElement[], objectName: string, tree: SourceTree, where: string): WorkflowAction[] {
  const file = tree.find('Workflow', objectName)?.xml;
  return elements.flatMap((element) => {
    const [kind, own] = [element.textOf('type') ?? '', element.textOf('name') ?? ''];
    if (!isKind(kind)) {
      return [];
    }
    const xml = file?.all(ELEMENTS[kind]).find((candidate) => candidate.textOf('fullName')?.toLowerCase() === own.toLowerCase());
    if (xml === undefined) {
      throw new SetUpError(`${where} names the ${kind} ${own}, which the workflow of ${objectName} does not have; add it there.`);
    }
    return [{ kind, name: `${objectName}.${own}`, xml }];
  });
}
