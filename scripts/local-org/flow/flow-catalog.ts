import type { FlowMoment, StartableFlow } from '../data/flows.ts';
import type { Schema } from '../data/schema/description.ts';
import type { SourceTree } from '../metadata/source-tree.ts';
import { FlowFault } from './fault.ts';
import { problemsOf } from './flow-problems.ts';
import type { FlowDescription, FlowProblem, FlowVariable } from './metadata/description.ts';
import { readFlow } from './metadata/read-flow.ts';

const MOMENTS: Readonly<Record<string, FlowMoment>> = {
  RecordBeforeSave: 'before save',
  RecordAfterSave: 'after save',
  RecordBeforeDelete: 'before delete',
  Process: 'after save',
};

/** Orders up to this one run before flows without an order, greater ones after them. */
const LAST_EARLY_ORDER = 1000;

/** All flows of a project, by name and by what starts them. */
export class FlowCatalog {
  readonly flows: readonly FlowDescription[];
  readonly #byName: ReadonlyMap<string, FlowDescription>;
  readonly #byMoment = new Map<string, FlowDescription[]>();
  readonly #byEvent = new Map<string, FlowDescription[]>();
  readonly #problems: ReadonlyMap<FlowDescription, readonly FlowProblem[]>;

  constructor(tree: SourceTree, schema: Schema) {
    this.flows = tree.ofType('Flow').map(readFlow);
    this.#byName = new Map(this.flows.map((flow) => [flow.name.toLowerCase(), flow]));
    this.#problems = new Map(this.flows.map((flow) => [flow, problemsOf(flow, schema)]));
    for (const flow of this.flows.filter((candidate) => candidate.active && this.problemsOf(candidate).length === 0)) {
      const { trigger = '', object = '' } = flow.start;
      const moment = MOMENTS[trigger];
      if (moment !== undefined) {
        add(this.#byMoment, `${object.toLowerCase()}:${moment}`, flow);
      } else if (trigger === 'PlatformEvent') {
        add(this.#byEvent, object.toLowerCase(), flow);
      }
    }
    for (const flows of [...this.#byMoment.values(), ...this.#byEvent.values()]) {
      flows.sort((left, right) => placeOf(left) - placeOf(right));
    }
  }

  /** The active flows that run at a moment of an object's records, in their order. */
  startedBy(objectName: string, moment: FlowMoment): readonly FlowDescription[] {
    return this.#byMoment.get(`${objectName.toLowerCase()}:${moment}`) ?? [];
  }

  /** The active flows that wait for a platform event. */
  waitingFor(eventName: string): readonly FlowDescription[] {
    return this.#byEvent.get(eventName.toLowerCase()) ?? [];
  }

  /** What of a flow does not run here. */
  problemsOf(flow: FlowDescription): readonly FlowProblem[] {
    return this.#problems.get(flow) ?? [];
  }

  find(name: string): FlowDescription | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  /** The flow of a name. Throws `FlowFault` when there is none, or it can't run here. */
  runnable(name: string): FlowDescription {
    const flow = this.find(name);
    if (flow === undefined) {
      throw new FlowFault(`There is no flow ${name}.`);
    }
    const [problem] = this.problemsOf(flow);
    if (problem !== undefined) {
      throw new FlowFault(sentenceOf(flow, problem));
    }
    return flow;
  }
}

/** Why a flow can't run, with its file and element. */
export function sentenceOf({ path, name }: FlowDescription, { element, feature }: FlowProblem): string {
  const where = element === undefined ? '' : ` (${element})`;
  return `${path}: the local org does not support ${feature}${where} in a flow, so ${name} does not run.`;
}

/** A flow as those see it who start it. */
export function startable({ name, label, description, active, variables }: FlowDescription): StartableFlow {
  const parameters = [...variables.values()].filter(({ input, output }) => input || output).map(parameterOf);
  return { name, label, active, parameters, ...(description !== undefined && { description }) };
}

function parameterOf({ name, dataType, object, collection, input, output }: FlowVariable): StartableFlow['parameters'][number] {
  return { name, type: dataType.toUpperCase(), collection, input, output, ...(object !== undefined && { objectName: object }) };
}

function add(map: Map<string, FlowDescription[]>, key: string, flow: FlowDescription): void {
  map.set(key, [...(map.get(key) ?? []), flow]);
}

/** Processes first, then flows by their order; those without one stand between the early and the late ones, by name. */
function placeOf({ order, start }: FlowDescription): number {
  return start.trigger === 'Process' ? 0 : (order ?? LAST_EARLY_ORDER + 0.5);
}
