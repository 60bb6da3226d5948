import { ApexMap } from '../../runtime/collections/map.ts';
import { raise } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';

/** A `Flow.Interview`: what goes into a flow. The local org runs no flows, and says so when one is started. */
class Interview {
  readonly flowName: string;
  readonly variables: ApexMap;

  constructor(flowName: string, variables: ApexMap | null) {
    this.flowName = flowName;
    this.variables = variables ?? new ApexMap('String', 'Object');
  }

  start(): never {
    return raise('System.UnsupportedOperationException', `The local org runs no flows: ${this.flowName} was not started`);
  }
}

/** The namespace `Flow`. */
export const classes: readonly LibraryClass[] = [
  {
    name: 'Flow.Interview',
    isInstance: (value) => value instanceof Interview,
    members: {
      'new(Map<String, Object> variables)': (variables: ApexMap | null) => new Interview('the flow', variables),
      'static Flow.Interview createInterview(String flowName, Map<String, Object> variables)': (name: string, variables: ApexMap | null) =>
        new Interview(name, variables),
      'static Flow.Interview createInterview(String namespace, String flowName, Map<String, Object> variables)': (
        _namespace: string | null,
        name: string,
        variables: ApexMap | null,
      ) => new Interview(name, variables),
      'Object getVariableValue(String variable)': (self: Interview, variable: string | null) => self.variables.get(variable),
      'void start()': (self: Interview) => self.start(),
    },
  },
];
