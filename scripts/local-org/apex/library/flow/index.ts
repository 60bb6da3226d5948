import { fromApex, apexValueOf } from '../../runtime/flow-values.ts';
import type { ApexMap } from '../../runtime/collections/map.ts';
import { currentSharing, currentTransaction } from '../../runtime/current.ts';
import { raise } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';

/** A `Flow.Interview`: a flow and what goes into it; once started, what came out of it. */
class Interview {
  private readonly flow: string;
  private readonly inputs: ReadonlyMap<string, unknown>;
  private outcome: ReadonlyMap<string, unknown> | undefined;

  constructor(flow: string | null, variables: ApexMap | null) {
    this.flow = currentTransaction().flows.find(flow ?? '')?.name ?? raise('System.TypeException', `Invalid type: ${flow ?? ''}`);
    this.inputs = new Map([...(variables?.pairs() ?? [])].map(({ key, value }) => [String(key).toLowerCase(), fromApex(value)]));
  }

  /** Runs the flow in system mode, with the sharing of the class that starts it. */
  start(): void {
    const transaction = currentTransaction();
    const [{ error, variables }] = transaction.flows.start(transaction, this.flow, [this.inputs], {
      mode: 'system',
      sharing: currentSharing(),
    });
    this.outcome = variables;
    if (error !== undefined) {
      raise('System.FlowException', error);
    }
  }

  variable(name: string | null): unknown {
    const key = name?.toLowerCase() ?? '';
    return this.outcome ? (this.outcome.get(key) ?? null) : apexValueOf(this.inputs.get(key));
  }
}

/** The namespace `Flow`. */
export const classes: readonly LibraryClass[] = [
  {
    name: 'Flow.Interview',
    isInstance: (value) => value instanceof Interview,
    members: {
      'new(Map<String, Object> variables)': (variables: ApexMap | null, flow: string) => new Interview(flow, variables),
      'static Flow.Interview createInterview(String flowName, Map<String, Object> variables)': (name: string, variables: ApexMap | null) =>
        new Interview(name, variables),
      'static Flow.Interview createInterview(String namespace, String flowName, Map<String, Object> variables)': (
        _namespace: string | null,
        name: string,
        variables: ApexMap | null,
      ) => new Interview(name, variables),
      'Object getVariableValue(String variable)': (self: Interview, variable: string | null) => self.variable(variable),
      'void start()': (self: Interview) => self.start(),
    },
  },
];
