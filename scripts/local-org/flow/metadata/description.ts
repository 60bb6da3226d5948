import type { Value } from '../../data/record.ts';

/** A place in a flow: a variable, an element or a global (`$Record`), and the fields that lead on from it. */
export type Path = readonly [string, ...string[]];

/** What an element works with: a fixed value, a text with `{!references}`, a reference, or a formula of its own. */
export type Operand =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reference'; readonly path: Path }
  | { readonly kind: 'formula'; readonly expression: string; readonly dataType: string };

/** One condition of a decision, a filter in memory or the start. */
export interface Condition {
  readonly left: Path;
  readonly operator: string;
  readonly right: Operand | undefined;
}

/** Conditions and how they go together: `and`, `or`, or by their numbers. */
export interface Criteria {
  readonly conditions: readonly Condition[];
  readonly logic: string;
}

/** One condition on the records of an object. */
export interface RecordFilter {
  readonly field: string;
  readonly operator: string;
  readonly value: Operand | undefined;
}

export interface FieldAssignment {
  readonly field: string;
  readonly value: Operand | undefined;
}

/** An input of an action or a subflow. */
export interface NamedOperand {
  readonly name: string;
  readonly value: Operand | undefined;
}

/** An output of an action or a subflow, and where it goes. */
export interface NamedTarget {
  readonly name: string;
  readonly target: Path;
}

interface Node {
  readonly name: string;
  readonly label: string;
  /** The element that follows; the interview ends without one. */
  readonly next?: string;
  /** The element that follows a fault. */
  readonly onFault?: string;
}

export interface AssignmentElement extends Node {
  readonly kind: 'assignment';
  readonly items: readonly { readonly target: Path; readonly operator: string; readonly value: Operand | undefined }[];
}

export interface DecisionElement extends Node {
  readonly kind: 'decision';
  /** The first outcome whose criteria are met is taken, else `next`. */
  readonly outcomes: readonly {
    readonly name: string;
    readonly criteria: Criteria;
    readonly onlyWhenChanged: boolean;
    readonly next?: string;
  }[];
}

export interface LoopElement extends Node {
  readonly kind: 'loop';
  readonly collection: Path;
  readonly descending: boolean;
  /** The variable that holds the present item; the element itself without one. */
  readonly variable?: Path;
  readonly body?: string;
}

export interface LookupElement extends Node {
  readonly kind: 'lookup';
  readonly object: string;
  readonly filters: readonly RecordFilter[];
  readonly logic: string;
  readonly firstOnly: boolean;
  readonly sortField?: string;
  readonly descending: boolean;
  readonly limit?: Operand;
  /** All fields when empty. */
  readonly fields: readonly string[];
  /** The variable that takes the records; the element itself without one and without `fieldTargets`. */
  readonly target?: Path;
  readonly fieldTargets: readonly { readonly field: string; readonly target: Path }[];
  readonly nullWhenNone: boolean;
}

export interface CreateElement extends Node {
  readonly kind: 'create';
  readonly object?: string;
  readonly assignments: readonly FieldAssignment[];
  /** The record variable or collection that is created instead. */
  readonly input?: Path;
  readonly idTarget?: Path;
  /** The field by which records that are there already are known and updated instead. */
  readonly upsertField?: string;
}

export interface UpdateElement extends Node {
  readonly kind: 'update';
  readonly object?: string;
  readonly filters: readonly RecordFilter[];
  readonly logic: string;
  readonly assignments: readonly FieldAssignment[];
  readonly input?: Path;
}

export interface DeleteElement extends Node {
  readonly kind: 'delete';
  readonly object?: string;
  readonly filters: readonly RecordFilter[];
  readonly logic: string;
  readonly input?: Path;
}

export interface ActionElement extends Node {
  readonly kind: 'action';
  /** `apex`, `flow`, `emailSimple`, ... */
  readonly type: string;
  readonly action: string;
  readonly inputs: readonly NamedOperand[];
  readonly outputs: readonly NamedTarget[];
}

export interface SubflowElement extends Node {
  readonly kind: 'subflow';
  readonly flow: string;
  readonly inputs: readonly NamedOperand[];
  readonly outputs: readonly NamedTarget[];
  readonly keepsOutputs: boolean;
}

export interface CustomErrorElement extends Node {
  readonly kind: 'customError';
  readonly messages: readonly { readonly text: string; readonly field?: string }[];
}

export interface FilterElement extends Node {
  readonly kind: 'filter';
  readonly collection: Path;
  readonly variable: string;
  readonly criteria: Criteria;
  readonly formula?: string;
}

export interface SortElement extends Node {
  readonly kind: 'sort';
  readonly collection: Path;
  readonly limit?: number;
  readonly options: readonly { readonly field?: string; readonly descending: boolean; readonly nullsFirst: boolean }[];
}

/** Makes values, records or collections out of others. */
export interface TransformElement extends Node {
  readonly kind: 'transform';
  readonly dataType: string;
  readonly object?: string;
  readonly apexClass?: string;
  readonly collection: boolean;
  readonly actions: readonly TransformAction[];
}

export interface TransformAction {
  readonly type: string;
  readonly target?: string;
  readonly value: Operand | undefined;
  readonly inputs: readonly NamedOperand[];
}

/** Undoes everything the transaction has written. */
export interface RollbackElement extends Node {
  readonly kind: 'rollback';
}

export type FlowElement =
  | AssignmentElement
  | DecisionElement
  | LoopElement
  | LookupElement
  | CreateElement
  | UpdateElement
  | DeleteElement
  | ActionElement
  | SubflowElement
  | CustomErrorElement
  | FilterElement
  | SortElement
  | TransformElement
  | RollbackElement;

/** What kind of values a variable or formula holds. */
export interface ValueType {
  /** As the metadata has it: `String`, `Number`, `SObject`, `Apex`, ... */
  readonly dataType: string;
  readonly collection: boolean;
  readonly object?: string;
  readonly apexClass?: string;
  readonly scale?: number;
}

export interface FlowVariable extends ValueType {
  readonly name: string;
  readonly input: boolean;
  readonly output: boolean;
  readonly value?: Operand;
}

/** A named value that can't be assigned. */
export type Resource =
  | { readonly kind: 'constant'; readonly name: string; readonly type: ValueType; readonly value: Operand | undefined }
  | { readonly kind: 'formula'; readonly name: string; readonly type: ValueType; readonly expression: string }
  | { readonly kind: 'template'; readonly name: string; readonly text: string };

/** Beside the path that runs at once: one that runs after the commit, or when its time has come. */
export interface ScheduledPath {
  readonly name: string;
  readonly next?: string;
  /** When it runs; absent for right after the commit. */
  readonly delay?: PathDelay;
}

/** A time before or after the record was saved, or before or after one that a field of it has. */
export interface PathDelay {
  readonly offset: number;
  readonly unit: string;
  readonly field?: string;
}

/** When a flow starts by itself. */
export interface FlowSchedule {
  /** `Once`, `Daily`, `Weekly`. */
  readonly frequency: string;
  /** `2026-11-22`. */
  readonly startDate: string;
  /** `03:00:00.000Z`, by the clock on the wall. */
  readonly startTime: string;
}

/** How a flow begins. */
export interface FlowStart {
  readonly next?: string;
  /** What starts it, as the metadata has it, and `Process` for one of the Process Builder; absent when code starts it. */
  readonly trigger?: string;
  /** Of a process: the variables that hold the record and how it was before. */
  readonly recordVariable?: string;
  readonly priorVariable?: string;
  readonly object?: string;
  readonly onCreate: boolean;
  readonly onUpdate: boolean;
  readonly filters: readonly RecordFilter[];
  readonly logic: string;
  readonly formula?: string;
  readonly onlyWhenChanged: boolean;
  readonly paths: readonly ScheduledPath[];
  readonly schedule?: FlowSchedule;
}

/** Something of a flow that the engine does not know. */
export interface FlowProblem {
  /** Name of the element; of the flow itself when absent. */
  readonly element?: string;
  /** In words: `the element screens`. */
  readonly feature: string;
}

/** A flow, as its file has it. */
export interface FlowDescription {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly path: string;
  readonly processType: string;
  readonly active: boolean;
  /** `DefaultMode`, `SystemModeWithSharing`, `SystemModeWithoutSharing`, `UserMode`. */
  readonly runInMode: string;
  readonly order?: number;
  readonly start: FlowStart;
  /** By lower-case name, like the other maps. */
  readonly elements: ReadonlyMap<string, FlowElement>;
  readonly variables: ReadonlyMap<string, FlowVariable>;
  readonly resources: ReadonlyMap<string, Resource>;
  /** Why the flow can't run here. */
  readonly problems: readonly FlowProblem[];
}
