import { ApexList } from '../../runtime/collections/list.ts';
import { ApexMap } from '../../runtime/collections/map.ts';
import type { LibraryClass } from '../declaration.ts';
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

/** An `Invocable.Action`: a flow or another action by its name. */
class Action {
  readonly type: string;
  readonly name: string;
  invocations = new ApexList('Map<String,Object>');

  constructor(type: string, name: string) {
    this.type = type;
    this.name = name;
  }

  /** The local org has no flows and no actions, so every invocation fails and says so. */
  invoke(): ApexList {
    const message = `The local org has no action ${this.name} of the type ${this.type}`;
    const failure = (): ActionResult => {
      const errors = new ApexList(ERROR_TYPE, [new ActionError('INVALID_API_INPUT', message)]);
      return new ActionResult(false, errors, new ApexMap('String', 'Object'), this);
    };
    return new ApexList(RESULT_TYPE, this.invocations.elements.map(failure));
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
      'static Invocable.Action createCustomAction(String type, String name)': (type: string, name: string) => new Action(type, name),
      'static Invocable.Action createStandardAction(String type)': (type: string) => new Action(type, type),
      'Invocable.Action setInvocations(List<Map<String, Object>> inputs)': (self: Action, inputs: ApexList): Action => {
        self.invocations = inputs;
        return self;
      },
      'List<Invocable.Action.Result> invoke()': (self: Action) => self.invoke(),
      'String getName()': (self: Action) => self.name,
      'String getType()': (self: Action) => self.type,
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
