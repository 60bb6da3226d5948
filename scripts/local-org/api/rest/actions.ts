import { bindParameters } from '../../apex/aura/parameters.ts';
import { toAuraJson } from '../../apex/aura/result.ts';
import { runCustomAction } from '../../apex/library/invocable/actions.ts';
import type { ActionOutcome } from '../../apex/library/invocable/actions.ts';
import { withTransaction } from '../../apex/runtime/current.ts';
import { findInvocable } from '../../apex/runtime/invocable-methods.ts';
import type { InvocableParameter } from '../../apex/runtime/invocable-methods.ts';
import type { FlowParameter } from '../../data/flows.ts';
import { USER } from '../../data/transaction.ts';
import { ApiError } from '../errors.ts';
import { basePath } from './call.ts';
import type { RestAnswer, RestCall } from './call.ts';

/** An action that the project has: a class with an invocable method, or an active flow. */
interface CustomAction {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly inputs: readonly ActionParameter[];
  readonly outputs: readonly ActionParameter[];
}

interface ActionParameter {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  /** `STRING`, `SOBJECT`, ... */
  readonly type: string;
  readonly objectName: string | null;
  /** The type as Apex writes it. */
  readonly apexType: string;
  readonly collection: boolean;
  readonly required: boolean;
}

/** GET actions: where standard and custom actions are. */
export function actionKinds(call: RestCall): RestAnswer {
  return { status: 200, body: { custom: `${basePath(call)}/actions/custom`, standard: `${basePath(call)}/actions/standard` } };
}

/** GET actions/custom: the types of custom actions. */
export function customActionTypes(call: RestCall): RestAnswer {
  const path = `${basePath(call)}/actions/custom`;
  return { status: 200, body: { apex: `${path}/apex`, flow: `${path}/flow` } };
}

/** GET actions/custom/:type: every action of the type. */
export function customActions(call: RestCall): RestAnswer {
  const type = typeOf(call);
  const names =
    type === 'flow'
      ? call.transaction.flows.startable().map(({ name }) => name)
      : call.context.tree.ofType('ApexClass').map(({ name }) => name);
  const actions = names
    .flatMap((name) => find(call, type, name) ?? [])
    .map(({ name, label }) => ({
      label,
      name,
      type: type.toUpperCase(),
      url: `${basePath(call)}/actions/custom/${type}/${name}`,
    }));
  return { status: 200, body: { actions } };
}

/** GET actions/custom/:type/:name: inputs and outputs of an action. */
export function customAction(call: RestCall): RestAnswer {
  const type = typeOf(call);
  const { name, label, description, inputs, outputs } = required(call, type);
  const body = {
    description,
    inputs: inputs.map((input) => described(input, { byteLength: 0, maxOccurs: input.collection ? 2000 : 1, required: input.required })),
    label,
    name,
    outputs: outputs.map((output) => described(output, { maxOccurs: output.collection ? 2000 : 1 })),
    standard: false,
    targetEntityName: null,
    type: type.toUpperCase(),
  };
  return { status: 200, body };
}

function described({ name, label, description, type, objectName }: ActionParameter, more: object): object {
  return { description, label, name, type, ...(objectName !== null && { sobjectType: objectName }), ...more };
}

/** POST actions/custom/:type/:name with `{ "inputs": [{...}] }`: runs an action once for each set of inputs, all of them together. */
export function runAction(call: RestCall): RestAnswer {
  const type = typeOf(call);
  const action = required(call, type);
  if (type === 'apex' && !call.transaction.security.hasClassAccess(call.userId, action.name)) {
    throw new ApiError(403, 'INSUFFICIENT_ACCESS', `You do not have access to the Apex class named '${action.name}'.`);
  }
  if (type === 'flow' && !call.transaction.security.hasUserPermission(call.userId, 'RunFlow')) {
    throw new ApiError(403, 'INSUFFICIENT_ACCESS', `Running the flow ${action.name} takes the permission Run Flows`);
  }
  const outcomes = withTransaction(call.transaction, () =>
    runCustomAction(
      type,
      action.name,
      inputsOf(call).map((input) => bound(action, input)),
      USER,
    ),
  );
  const failed = outcomes.some(({ error }) => error !== undefined);
  return { status: failed ? 400 : 200, body: outcomes.map((outcome) => answerOf(action, outcome)) };
}

function inputsOf({ body }: RestCall): readonly Record<string, unknown>[] {
  const inputs = (body as { inputs?: unknown } | null | undefined)?.inputs ?? [{}];
  if (!Array.isArray(inputs) || !inputs.every((input) => typeof input === 'object' && input !== null)) {
    throw new ApiError(400, 'JSON_PARSER_ERROR', 'The body of an action is an object with a list of inputs');
  }
  return inputs as Record<string, unknown>[];
}

/** The inputs as Apex values; what the action doesn't take stays as it is, to be refused by name. */
function bound({ inputs }: CustomAction, given: Record<string, unknown>): Map<string, unknown> {
  return new Map(
    Object.entries(given).map(([name, value]) => {
      const input = inputs.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
      if (input === undefined) return [name, value];
      const type = input.collection ? `List<${input.apexType}>` : input.apexType;
      return [input.name, bindParameters([{ name, type }], { [name]: value })[0]];
    }),
  );
}

function answerOf({ name }: CustomAction, { outputs, error }: ActionOutcome): object {
  const values = Object.fromEntries([...outputs].map(([output, value]) => [output, toAuraJson(value)]));
  return {
    actionName: name,
    errors: error === undefined ? null : [{ statusCode: error.code, message: error.message, fields: [] }],
    invocationId: null,
    isSuccess: error === undefined,
    outcome: null,
    outputValues: error === undefined ? values : null,
    sortOrder: -1,
    version: 1,
  };
}

function typeOf({ parameters }: RestCall): 'apex' | 'flow' {
  const type = parameters['type']?.toLowerCase();
  if (type === 'apex' || type === 'flow') return type;
  throw ApiError.unsupported(`the actions of the type ${type ?? ''}`);
}

function required(call: RestCall, type: 'apex' | 'flow'): CustomAction {
  const found = find(call, type, call.parameters['name'] ?? '');
  if (found === undefined) throw ApiError.notFound();
  return found;
}

function find({ transaction }: RestCall, type: 'apex' | 'flow', name: string): CustomAction | undefined {
  if (type === 'flow') {
    const flow = transaction.flows.find(name);
    if (flow?.active !== true) return undefined;
    const { label, description = null, parameters } = flow;
    const inputs = parameters.filter(({ input }) => input).map(ofFlow);
    const outputs = parameters.filter(({ output }) => output).map(ofFlow);
    return { name: flow.name, label, description, inputs, outputs: [...outputs, INTERVIEW_STATUS] };
  }
  const method = findInvocable(name);
  if (method === undefined) return undefined;
  const { className, label, description, inputs, outputs } = method;
  return { name: className, label, description, inputs: inputs.map(ofApex), outputs: outputs.map(ofApex) };
}

const INTERVIEW_STATUS: ActionParameter = {
  name: 'Flow__InterviewStatus',
  label: 'Interview Status',
  description: null,
  type: 'PICKLIST',
  objectName: null,
  apexType: 'String',
  collection: false,
  required: false,
};

/** Data types of flows as Apex has them. */
const APEX_TYPES: Readonly<Record<string, string>> = {
  BOOLEAN: 'Boolean',
  CURRENCY: 'Decimal',
  DATE: 'Date',
  DATETIME: 'Datetime',
  NUMBER: 'Decimal',
  TIME: 'Time',
};

function ofFlow({ name, type, objectName, collection }: FlowParameter): ActionParameter {
  const apexType = objectName ?? APEX_TYPES[type] ?? 'String';
  return { name, label: name, description: null, type, objectName: objectName ?? null, apexType, collection, required: false };
}

function ofApex({ name, label, description, type, collection, required: isRequired }: InvocableParameter): ActionParameter {
  return { name, label, description, type: type.toUpperCase(), objectName: null, apexType: type, collection, required: isRequired };
}
