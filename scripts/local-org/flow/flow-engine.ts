import { runningUser } from '../apex/library/running-user.ts';
import { readLabels } from '../data/translation/labels.ts';
import { runCharged } from '../apex/runtime/cpu.ts';
import { withTransaction } from '../apex/runtime/current.ts';
import { apexValueOf } from '../apex/runtime/flow-values.ts';
import { asApexException, ApexException } from '../apex/runtime/exception.ts';
import type { FlowMoment, FlowOutcome, FlowRunner, RecordChange, RefusedChange, StartableFlow } from '../data/flows.ts';
import type { Org } from '../data/org.ts';
import type { SObjectRecord } from '../data/record.ts';
import { SYSTEM } from '../data/transaction.ts';
import type { Access, Transaction } from '../data/transaction.ts';
import type { SourceTree } from '../metadata/source-tree.ts';
import { fillInDefaults, setInputs } from './elements/subflow.ts';
import { FlowFault } from './fault.ts';
import { FlowCatalog, sentenceOf, startable } from './flow-catalog.ts';
import type { FlowContext } from './flow-context.ts';
import { FlowFormulas } from './formulas.ts';
import { Frame, Interview } from './interview.ts';
import type { FlowDescription } from './metadata/description.ts';
import { resumePath } from './later-paths.ts';
import { keepSchedules, nameOf, runScheduled } from './schedules.ts';
import { runInterviews } from './run-interviews.ts';
import { accessOf } from './run-mode.ts';
import { runRecordFlows } from './record-triggers.ts';
import { asStored } from './values.ts';

/** Runs the flows of a project: those that records and events start, and those that code does. */
export class FlowEngine implements FlowRunner {
  readonly #org: Org;
  readonly #catalog: FlowCatalog;
  readonly #formulas: FlowFormulas;
  readonly #labels: ReadonlyMap<string, string>;

  constructor(org: Org, tree: SourceTree) {
    this.#org = org;
    this.#catalog = new FlowCatalog(tree, org.schema);
    this.#formulas = new FlowFormulas(org.schema);
    this.#labels = readLabels(tree);
  }

  /** The active flows that should start by themselves and can't run here: a sentence each, with the file. */
  get warnings(): string[] {
    return this.#catalog.flows
      .filter(({ active, start }) => active && start.trigger !== undefined)
      .flatMap((flow) =>
        this.#catalog
          .problemsOf(flow)
          .slice(0, 1)
          .map((problem) => sentenceOf(flow, problem)),
      );
  }

  /** Sees to it that scheduled flows start when their time comes. */
  keepSchedules(): void {
    const flows = this.#catalog.flows.filter((flow) => flow.active && flow.start.schedule && this.#catalog.problemsOf(flow).length === 0);
    if (flows.length > 0) {
      this.#org.transaction(this.#org.administratorId, (transaction) =>
        this.#within(transaction, (context) => keepSchedules(context, flows)),
      );
    }
  }

  handles(objectName: string, moment: FlowMoment): boolean {
    return this.#catalog.startedBy(objectName, moment).length > 0;
  }

  run(transaction: Transaction, moment: FlowMoment, objectName: string, changes: readonly RecordChange[]): RefusedChange[] {
    return this.#within(transaction, (context) => runRecordFlows(context, moment, objectName, changes));
  }

  resume(transaction: Transaction, values: readonly unknown[]): void {
    this.#within(transaction, (context) => {
      const flow = this.#catalog.find(String(values[0]));
      const { schedule } = flow?.start ?? {};
      if (flow && schedule && values[1] === nameOf(flow, schedule)) {
        runScheduled(context, flow, schedule);
      } else if (!String(values[1]).startsWith('schedule of ')) {
        resumePath(context, values);
      }
    });
  }

  receive(transaction: Transaction, events: readonly SObjectRecord[]): void {
    for (const [object, records] of Map.groupBy(events, ({ description }) => description.name)) {
      for (const flow of this.#catalog.waitingFor(object)) {
        this.#within(transaction, (context) => {
          const interviews = records.map((record) => {
            const trigger = { record: asStored(record.copy()), prior: undefined, beforeSave: false };
            const interview = new Interview(new Frame(flow, accessOf(flow, SYSTEM)), transaction.now(), trigger);
            fillInDefaults(context, interview);
            return interview;
          });
          runInterviews(context, interviews);
          const failed = interviews.find(({ failure }) => failure !== undefined);
          if (failed !== undefined) throw failed.failure;
        });
      }
    }
  }

  find(name: string): StartableFlow | undefined {
    const flow = this.#catalog.find(name);
    return flow && startable(flow);
  }

  startable(): readonly StartableFlow[] {
    return this.#catalog.flows.filter(({ start }) => start.trigger === undefined).map(startable);
  }

  start(transaction: Transaction, name: string, inputs: readonly ReadonlyMap<string, unknown>[], access: Access): FlowOutcome[] {
    const savepoint = transaction.savepoint();
    try {
      return this.#within(
        transaction,
        (context) => {
          const flow = this.#catalog.runnable(name);
          const interviews = inputs.map((given) => begin(context, flow, given, access));
          runInterviews(
            context,
            interviews.filter(({ failure }) => failure === undefined),
          );
          if (interviews.some(({ failure }) => failure !== undefined)) {
            transaction.rollback(savepoint);
          }
          return interviews.map(outcomeOf);
        },
        savepoint,
      );
    } catch (error) {
      if (!(error instanceof FlowFault)) throw error;
      return inputs.map(() => ({ error: error.message, variables: new Map() }));
    } finally {
      transaction.release(savepoint);
    }
  }

  #within<T>(transaction: Transaction, work: (context: FlowContext) => T, savepoint?: number): T {
    return withTransaction(transaction, () =>
      runCharged(() =>
        work({
          org: this.#org,
          catalog: this.#catalog,
          formulas: this.#formulas,
          labels: this.#labels,
          transaction,
          timeZone: runningUser().timeZone,
          ...(savepoint !== undefined && { savepoint }),
        }),
      ),
    );
  }
}

function begin(context: FlowContext, flow: FlowDescription, inputs: ReadonlyMap<string, unknown>, access: Access): Interview {
  const interview = new Interview(new Frame(flow, accessOf(flow, access)), context.transaction.now());
  try {
    setInputs(context, interview.root, inputs);
    fillInDefaults(context, interview);
  } catch (error) {
    if (!(error instanceof FlowFault)) throw error;
    interview.fail(error);
  }
  return interview;
}

function outcomeOf({ root, failure }: Interview): FlowOutcome {
  const variables = new Map(
    [...root.flow.variables].map(([name, variable]) => [
      name,
      apexValueOf(root.values.get(name), elementTypeOf(variable.dataType, variable)),
    ]),
  );
  return failure === undefined ? { variables } : { variables, error: messageOf(failure) };
}

function messageOf(failure: unknown): string {
  const exception = asApexException(failure);
  const detail = exception instanceof ApexException ? exception.toString() : (exception as Error).message;
  return `An error occurred when executing a flow interview. ${detail}`;
}

const ELEMENT_TYPES: Readonly<Record<string, string>> = {
  Boolean: 'Boolean',
  Currency: 'Decimal',
  Date: 'Date',
  DateTime: 'Datetime',
  Number: 'Decimal',
  Time: 'Time',
};

function elementTypeOf(dataType: string, { object, apexClass }: { readonly object?: string; readonly apexClass?: string }): string {
  return object ?? apexClass ?? ELEMENT_TYPES[dataType] ?? 'String';
}
