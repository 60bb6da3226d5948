import { currentSharing } from '../../runtime/current.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { ApexMap } from '../../runtime/collections/map.ts';
import { raiseNull } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { outputMap, runCustomAction } from './actions.ts';
import { JSON_MEMBERS, registerJsonForm } from '../system/json-types.ts';

const ERROR_TYPE = 'Invocable.Action.Error';
const RESULT_TYPE = 'Invocable.Action.Result';

/** An `Invocable.Action.Error`. */
class ActionError {
  readonly code: string | null;
  readonly message: string | null;

  constructor(code: string | null, message: string | null) {
    this.code = code;
    this.message = message;
  }

  [JSON_MEMBERS](): [string, unknown][] {
    return [
      ['code', this.code],
      ['message', this.message],
    ];
  }
}

/** An `Invocable.Action.Result`. */
class ActionResult {
  readonly success: boolean;
  readonly errors: ApexList;
  readonly outputs: ApexMap;
  readonly action: Action | null;

  constructor(success: boolean, errors: ApexList, outputs: ApexMap, action: Action | null) {
    this.success = success;
    this.errors = errors;
    this.outputs = outputs;
    this.action = action;
  }
}

/** An `Invocable.Action`: a flow or an invocable method by its name, and what is asked of it. */
class Action {
  readonly type: string;
  readonly name: string;
  readonly namespace: string | null;
  readonly isStandard: boolean;
  private readonly invocations: Map<string, unknown>[] = [];

  constructor(type: string | null, name: string | null, namespace: string | null = null, isStandard = false) {
    this.type = type ?? raiseNull('Argument 1 cannot be null');
    this.name = name ?? raiseNull('Argument 2 cannot be null');
    this.namespace = namespace;
    this.isStandard = isStandard;
  }

  /** Begins one more invocation: the parameters that are set from now on are its own. */
  addInvocation(): this {
    this.invocations.push(new Map());
    return this;
  }

  setParameter(name: string | null, value: unknown): this {
    if (this.invocations.length === 0) {
      this.addInvocation();
    }
    this.invocations.at(-1)?.set(name ?? raiseNull('Argument 1 cannot be null'), value);
    return this;
  }

  setInvocations(inputs: ApexList | null): this {
    this.clear();
    for (const input of (inputs ?? raiseNull('Argument 1 cannot be null')).elements as ApexMap[]) {
      this.invocations.push(new Map([...input.pairs()].map(({ key, value }) => [String(key), value])));
    }
    return this;
  }

  clear(): this {
    this.invocations.length = 0;
    return this;
  }

  invoke(): ApexList {
    const inputs = this.invocations.length === 0 ? [new Map<string, unknown>()] : this.invocations;
    const results = runCustomAction(this.type, this.name, inputs, { mode: 'system', sharing: currentSharing() }).map(
      ({ outputs, error }) => {
        const errors = new ApexList(ERROR_TYPE, error ? [new ActionError(error.code, error.message)] : []);
        return new ActionResult(error === undefined, errors, outputMap(outputs), this);
      },
    );
    return new ApexList(RESULT_TYPE, results);
  }
}

registerJsonForm(ERROR_TYPE, {
  read: (members, bind) =>
    new ActionError(
      bind(members.get('code') ?? null, 'String') as string | null,
      bind(members.get('message') ?? null, 'String') as string | null,
    ),
});

registerJsonForm(RESULT_TYPE, {
  read: (members, bind) => {
    const errors = bind(members.get('errors') ?? null, `List<${ERROR_TYPE}>`) as ApexList | null;
    const outputs = bind(members.get('outputParameters') ?? null, 'Map<String,Object>') as ApexMap | null;
    return new ActionResult(
      members.get('success') === true,
      errors ?? new ApexList(ERROR_TYPE),
      outputs ?? new ApexMap('String', 'Object'),
      null,
    );
  },
});

/** The namespace `Invocable`. */
export const classes: readonly LibraryClass[] = [
  {
    name: 'Invocable.Action',
    isInstance: (value) => value instanceof Action,
    members: {
      'static Invocable.Action createCustomAction(String type, String name)': (type: string | null, name: string | null) =>
        new Action(type, name),
      'static Invocable.Action createCustomAction(String type, String namespace, String name)': (
        type: string | null,
        namespace: string | null,
        name: string | null,
      ) => new Action(type, name, namespace),
      'static Invocable.Action createStandardAction(String type)': (type: string | null) => new Action(type, type, null, true),
      'Invocable.Action addInvocation()': (self: Action) => self.addInvocation(),
      'Invocable.Action clearInvocations()': (self: Action) => self.clear(),
      'Invocable.Action setInvocationParameter(String name, Object value)': (self: Action, name: string | null, value: unknown) =>
        self.setParameter(name, value),
      'Invocable.Action setInvocations(List<Map<String, Object>> inputs)': (self: Action, inputs: ApexList | null) =>
        self.setInvocations(inputs),
      'List<Invocable.Action.Result> invoke()': (self: Action) => self.invoke(),
      'String getName()': (self: Action) => self.name,
      'String getNamespace()': (self: Action) => self.namespace,
      'String getType()': (self: Action) => self.type,
      'Boolean isStandard()': (self: Action) => self.isStandard,
    },
  },
  {
    name: RESULT_TYPE,
    isInstance: (value) => value instanceof ActionResult,
    members: {
      'Invocable.Action getAction()': (self: ActionResult) => self.action,
      'List<Invocable.Action.Error> getErrors()': (self: ActionResult) => self.errors,
      'Map<String, Object> getOutputParameters()': (self: ActionResult) => self.outputs,
      'Boolean isSuccess()': (self: ActionResult) => self.success,
    },
  },
  {
    name: ERROR_TYPE,
    isInstance: (value) => value instanceof ActionError,
    members: { 'String getCode()': (self: ActionError) => self.code, 'String getMessage()': (self: ActionError) => self.message },
  },
];
