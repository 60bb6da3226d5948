import type { Schema } from '../data/schema/description.ts';
import { ACTIONS } from './actions/index.ts';
import { OPERATORS } from './conditions.ts';
import { ASSIGNMENT_OPERATORS } from './elements/assignment.ts';
import { FREQUENCIES } from './schedules.ts';
import { FlowFormulas } from './formulas.ts';
import type { FlowDescription, FlowElement, FlowProblem } from './metadata/description.ts';

/** Before a record is saved, a flow only looks up records and changes the one that started it. */
const BEFORE_SAVE: ReadonlySet<string> = new Set(['assignment', 'customError', 'decision', 'filter', 'lookup', 'loop', 'sort', 'update']);

/**
 * All that keeps a flow from running: what its file has that is not known, operators, actions, and formulas that can't be read. Of a kind
 * of flow that is not known only that.
 */
export function problemsOf(flow: FlowDescription, schema: Schema): FlowProblem[] {
  const ofWhole = flow.problems.filter(({ element }) => element === undefined);
  if (ofWhole.length > 0) {
    return ofWhole;
  }
  return [
    ...flow.problems,
    ...(flow.start.schedule !== undefined && !FREQUENCIES.has(flow.start.schedule.frequency)
      ? [{ element: 'Start', feature: `the frequency ${flow.start.schedule.frequency}` }]
      : []),
    ...[...flow.elements.values()].flatMap((element) => problemsOfElement(flow, element)),
    ...problemsOfFormulas(flow, schema),
  ];
}

function problemsOfElement({ start }: FlowDescription, element: FlowElement): FlowProblem[] {
  const problems: string[] = [];
  if (start.trigger === 'RecordBeforeSave') {
    const isOwnUpdate = element.kind !== 'update' || element.input?.[0].toLowerCase() === '$record';
    if (!BEFORE_SAVE.has(element.kind) || !isOwnUpdate) {
      problems.push(
        `${element.kind === 'update' ? 'an update of other records' : `an element of the kind ${element.kind}`} before a record is saved`,
      );
    }
  }
  switch (element.kind) {
    case 'action':
      if (!(element.type in ACTIONS)) problems.push(`an action of the type ${element.type}`);
      break;
    case 'assignment':
      problems.push(...unknownOperators(element.items, ASSIGNMENT_OPERATORS));
      break;
    case 'decision':
      problems.push(...element.outcomes.flatMap(({ criteria }) => unknownOperators(criteria.conditions, OPERATORS)));
      break;
    case 'filter':
      problems.push(...unknownOperators(element.criteria.conditions, OPERATORS));
      break;
  }
  return problems.map((feature) => ({ element: element.name, feature }));
}

function unknownOperators(items: readonly { readonly operator: string }[], known: ReadonlySet<string>): string[] {
  return items.filter(({ operator }) => !known.has(operator)).map(({ operator }) => `the operator ${operator}`);
}

function problemsOfFormulas(flow: FlowDescription, schema: Schema): FlowProblem[] {
  const formulas = new FlowFormulas(schema);
  const expressions = [
    ...[...flow.resources.values()].flatMap((resource) =>
      resource.kind === 'formula' ? [[resource.name, resource.expression] as const] : [],
    ),
    ...(flow.start.formula === undefined ? [] : [['Start', flow.start.formula] as const]),
  ];
  return expressions.flatMap(([element, expression]) => {
    try {
      formulas.compile(expression, `${flow.name}.${element}`);
      return [];
    } catch (error) {
      return [{ element, feature: `the formula, as ${(error as Error).message}` }];
    }
  });
}
