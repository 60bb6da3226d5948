import type { XmlElement } from '../../metadata/xml-element.ts';
import type { Component, SourceTree } from '../../metadata/source-tree.ts';

/**
 * What of a source tree would act on records in a Salesforce org and does not here: a sentence each, with the file. Whoever runs the
 * project is told, so that a difference is never silent.
 */
export function automationNotRun(tree: SourceTree): string[] {
  return [
    ...tree.ofType('Workflow').filter(hasActive('rules', waitsForTime)).map(sentence('time-dependent workflow actions')),
    ...tree.ofType('Workflow').filter(hasActive('rules', goesOutside)).map(sentence('outbound messages and flows of workflow rules')),
    ...tree
      .ofType('ApprovalProcess')
      .filter(isActive)
      .filter(asksOutside)
      .map(sentence('outbound messages and flows of approval processes')),
    ...tree
      .ofType('ApprovalProcess')
      .filter(isActive)
      .filter(letsOthersSubmit)
      .map(sentence('submitters of an approval process by such a kind')),
    ...tree.ofType('Workflow').filter(tellsOthers).map(sentence('mail alerts to recipients of such a kind')),
    ...tree.ofType('PlatformEventChannelMember').filter(choosesEvents).map(sentence('filters and enrichments of event channels')),
    ...tree.ofType('DuplicateRule').filter(isActive).map(sentence('duplicate rules')),
    ...tree.ofType('AssignmentRules').filter(hasActive('assignmentRule')).map(sentence('assignment rules')),
    ...tree.ofType('EscalationRules').filter(hasActive('escalationRule')).map(sentence('escalation rules')),
    ...tree.ofType('AutoResponseRules').filter(hasActive('autoResponseRule')).map(sentence('auto-response rules')),
  ];
}

function sentence(kind: string): (component: Component) => string {
  return ({ path, name }) => `${path}: the local org does not run ${kind}; what ${name} does in a Salesforce org does not happen here.`;
}

function isActive({ xml }: Component): boolean {
  return xml.flag('active') || xml.flag('isActive');
}

function hasActive(element: string, isConcerned: (rule: XmlElement) => boolean = () => true): (component: Component) => boolean {
  return ({ xml }) => xml.all(element).some((rule) => rule.flag('active') && isConcerned(rule));
}

function waitsForTime(rule: XmlElement): boolean {
  return rule.child('workflowTimeTriggers') !== undefined;
}

const ACTIONS_DONE: ReadonlySet<string> = new Set(['FieldUpdate', 'Alert', 'Task']);

function goesOutside(rule: XmlElement): boolean {
  return rule.all('actions').some(isNotDone);
}

function isNotDone(action: XmlElement): boolean {
  return !ACTIONS_DONE.has(action.textOf('type') ?? '');
}

/** People that rules and processes name by their kind, as far as they are found here. */
const PEOPLE_FOUND: ReadonlySet<string> = new Set(
  'accountOwner contactLookup creator group owner queue relatedUserField role user userLookup'.split(' '),
);

function letsOthersSubmit({ xml }: Component): boolean {
  const kinds = xml.all('allowedSubmitters').map((submitter) => submitter.textOf('type') ?? '');
  return kinds.some((kind) => kind !== 'allInternalUsers' && !PEOPLE_FOUND.has(kind));
}

function tellsOthers({ xml }: Component): boolean {
  const recipients = xml.all('alerts').flatMap((alert) => alert.all('recipients'));
  return recipients.map((recipient) => recipient.textOf('type') ?? '').some((kind) => kind !== 'email' && !PEOPLE_FOUND.has(kind));
}

function choosesEvents({ xml }: Component): boolean {
  return xml.child('filterExpression') !== undefined || xml.child('enrichedFields') !== undefined;
}

/** Whether the process or one of its steps has an action that is not done here. */
function asksOutside({ xml }: Component): boolean {
  const holders = [xml, ...xml.all('approvalStep')].flatMap((element) => element.children.filter(({ name }) => name.endsWith('Actions')));
  return holders.some((holder) => holder.all('action').some(isNotDone));
}
