import type { Component, SourceTree } from '../../metadata/source-tree.ts';
import type { XmlElement } from '../../metadata/xml-element.ts';
import type { ObjectFormulas } from '../formula/object-formulas.ts';
import type { ObjectDescription, Schema } from '../schema/description.ts';
import { actionsNamed } from '../workflow/actions.ts';
import type { WorkflowAction } from '../workflow/actions.ts';
import { checkCriteria, readCriteria } from '../workflow/criteria.ts';
import type { Criteria } from '../workflow/criteria.ts';

/** Somebody named by kind: `user`, `queue`, `userHierarchyField`, `relatedUserField`, `adhoc`; as submitters `owner`, `creator`, `role`, ... */
export interface NamedPerson {
  readonly kind: string;
  readonly name: string;
}

/** One step of an approval process. */
export interface ApprovalStep {
  readonly name: string;
  readonly label: string;
  readonly criteria: Criteria;
  /** What becomes of a record that does not meet the criteria. */
  readonly otherwise: 'ApproveRecord' | 'RejectRecord' | 'GotoNextStep';
  readonly approvers: readonly NamedPerson[];
  /** Whether all approvers have to agree, rather than the first who answers. */
  readonly unanimous: boolean;
  readonly allowsDelegate: boolean;
  /** Whether a rejection leads to the step before, rather than out of the process. */
  readonly rejectsToStepBefore: boolean;
  readonly approvalActions: readonly WorkflowAction[];
  readonly rejectionActions: readonly WorkflowAction[];
}

/** An active approval process. */
export interface ApprovalProcess {
  readonly objectName: string;
  readonly name: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly criteria: Criteria;
  readonly submitters: readonly NamedPerson[];
  readonly steps: readonly ApprovalStep[];
  /** The field of a user that names the next approver (`Manager`), of the record's owner if so, else of who acted last. */
  readonly hierarchyField: string | undefined;
  readonly asksOwnersHierarchy: boolean;
  readonly approverMayEdit: boolean;
  readonly submitterMayRecall: boolean;
  readonly locksApproved: boolean;
  readonly locksRejected: boolean;
  /** The mail template of requests, without its folder. */
  readonly emailTemplate: string | undefined;
  readonly initialActions: readonly WorkflowAction[];
  readonly approvalActions: readonly WorkflowAction[];
  readonly rejectionActions: readonly WorkflowAction[];
  readonly recallActions: readonly WorkflowAction[];
}

/**
 * Reads the active approval processes of a source tree, in the order in which records are held against them.
 * @throws SetUpError or FormulaError for one that names what is not there.
 */
export function readApprovalProcesses(tree: SourceTree, schema: Schema, formulas: ObjectFormulas): ApprovalProcess[] {
  return tree
    .ofType('ApprovalProcess')
    .filter(({ xml }) => xml.flag('active'))
    .sort((left, right) => (left.xml.numberOf('processOrder') ?? 0) - (right.xml.numberOf('processOrder') ?? 0))
    .flatMap((component) => {
      const object = schema.object(objectNameOf(component));
      return object === undefined ? [] : [new Reader(component, object, tree, schema, formulas).process()];
    });
}

/** `Account.Discount` is a process of accounts. */
function objectNameOf({ name }: Component): string {
  return name.slice(0, name.indexOf('.'));
}

class Reader {
  readonly #xml: XmlElement;
  readonly #name: string;
  readonly #object: ObjectDescription;
  readonly #tree: SourceTree;
  readonly #schema: Schema;
  readonly #formulas: ObjectFormulas;

  constructor({ xml, name }: Component, object: ObjectDescription, tree: SourceTree, schema: Schema, formulas: ObjectFormulas) {
    this.#xml = xml;
    this.#name = name;
    this.#object = object;
    this.#tree = tree;
    this.#schema = schema;
    this.#formulas = formulas;
  }

  process(): ApprovalProcess {
    const xml = this.#xml;
    const automated = xml.child('nextAutomatedApprover');
    const name = this.#name.slice(this.#object.name.length + 1);
    return {
      objectName: this.#object.name,
      name,
      label: xml.textOf('label') ?? name,
      description: xml.textOf('description'),
      criteria: this.#criteria(xml, this.#name),
      submitters: people(xml.all('allowedSubmitters'), 'submitter'),
      steps: xml.all('approvalStep').map((step) => this.#step(step)),
      hierarchyField: automated?.textOf('userHierarchyField'),
      asksOwnersHierarchy: automated?.flag('useApproverFieldOfRecordOwner') ?? false,
      approverMayEdit: xml.textOf('recordEditability') === 'AdminOrCurrentApprover',
      submitterMayRecall: xml.flag('allowRecall'),
      locksApproved: xml.flag('finalApprovalRecordLock'),
      locksRejected: xml.flag('finalRejectionRecordLock'),
      emailTemplate: xml.textOf('emailTemplate')?.replace(/^.*\//, ''),
      initialActions: this.#actions(xml, 'initialSubmissionActions'),
      approvalActions: this.#actions(xml, 'finalApprovalActions'),
      rejectionActions: this.#actions(xml, 'finalRejectionActions'),
      recallActions: this.#actions(xml, 'recallActions'),
    };
  }

  #step(xml: XmlElement): ApprovalStep {
    const assigned = xml.child('assignedApprover');
    const name = xml.textOf('name') ?? '';
    return {
      name,
      label: xml.textOf('label') ?? name,
      criteria: this.#criteria(xml, `${this.#name}.${name}`),
      otherwise: (xml.textOf('ifCriteriaNotMet') ?? 'ApproveRecord') as ApprovalStep['otherwise'],
      approvers: people(assigned?.all('approver') ?? [], 'name'),
      unanimous: assigned?.textOf('whenMultipleApprovers') === 'Unanimous',
      allowsDelegate: xml.flag('allowDelegate'),
      rejectsToStepBefore: xml.child('rejectBehavior')?.textOf('type') === 'BackToPrevious',
      approvalActions: this.#actions(xml, 'approvalActions'),
      rejectionActions: this.#actions(xml, 'rejectionActions'),
    };
  }

  #criteria(xml: XmlElement, where: string): Criteria {
    const criteria = readCriteria(xml.child('entryCriteria'), this.#object, this.#schema, where);
    checkCriteria(criteria, this.#object, this.#formulas);
    return criteria;
  }

  #actions(xml: XmlElement, element: string): WorkflowAction[] {
    return actionsNamed(xml.child(element)?.all('action') ?? [], this.#object.name, this.#tree, this.#name);
  }
}

function people(elements: readonly XmlElement[], nameElement: string): NamedPerson[] {
  return elements.map((element) => ({ kind: element.textOf('type') ?? '', name: element.textOf(nameElement) ?? '' }));
}
