import { randomUUID } from 'node:crypto';
import type { SObjectRecord } from '../data/record.ts';
import type { Access, DmlError } from '../data/transaction.ts';
import type { FlowDescription, FlowElement, SubflowElement } from './metadata/description.ts';

/** A loop in progress. */
export interface LoopState {
  readonly items: readonly unknown[];
  next: number;
}

/** A flow in progress: the one that was started, or a subflow inside it. */
export class Frame {
  readonly flow: FlowDescription;
  readonly access: Access;
  /** What variables and elements hold, by lower-case name. */
  readonly values = new Map<string, unknown>();
  readonly loops = new Map<string, LoopState>();
  /** The element of the flow around that called this one. */
  readonly caller: SubflowElement | undefined;
  /** The element that runs next; undefined at the end. */
  position: string | undefined;

  constructor(flow: FlowDescription, access: Access, caller?: SubflowElement) {
    this.flow = flow;
    this.access = access;
    this.caller = caller;
    this.position = flow.start.next;
  }

  /** The element that runs next. */
  get element(): FlowElement | undefined {
    return this.position === undefined ? undefined : this.flow.elements.get(this.position.toLowerCase());
  }
}

/** The record that started an interview: `$Record` and `$Record__Prior`. */
export interface TriggeringRecord {
  readonly record: SObjectRecord;
  readonly prior: SObjectRecord | undefined;
  /** Before it is saved, changes go into the record itself. */
  readonly beforeSave: boolean;
}

/** One run of a flow. */
export class Interview {
  readonly id: string = randomUUID();
  readonly startedAt: number;
  readonly trigger: TriggeringRecord | undefined;
  readonly frames: Frame[];
  /** The flow that was started; its frame stays when the interview is over. */
  readonly root: Frame;
  /** How many elements that work on records or call code it has run. */
  steps = 0;
  faultMessage: string | null = null;
  /** Why it has failed. */
  failure: unknown;
  /** What custom errors said. */
  readonly refusals: DmlError[] = [];

  constructor(frame: Frame, startedAt: number, trigger?: TriggeringRecord) {
    this.root = frame;
    this.frames = [frame];
    this.startedAt = startedAt;
    this.trigger = trigger;
  }

  /** The flow or subflow that runs now. */
  get frame(): Frame {
    return this.frames.at(-1) ?? this.root;
  }

  get isOver(): boolean {
    return this.frames.length === 0;
  }

  end(): void {
    this.frames.length = 0;
  }

  fail(failure: unknown): void {
    this.failure = failure;
    this.end();
  }
}
