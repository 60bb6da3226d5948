import { callApex, deepFreeze } from 'host/client';

interface Provision {
  readonly data: unknown;
  readonly error: unknown;
}

type Provide = (provision: Provision) => void;

/** The answer to one method with one set of parameters, shared by every wire that asks for it and kept as long as one does. */
class SharedAnswer {
  readonly key: string;
  readonly className: string;
  readonly method: string;
  readonly parameters: unknown;
  readonly wires = new Set<ApexWire>();
  provision: Provision | undefined;

  constructor(key: string, name: string, parameters: unknown) {
    this.key = key;
    const dot = name.lastIndexOf('.');
    this.className = name.slice(0, dot);
    this.method = name.slice(dot + 1);
    this.parameters = parameters;
  }

  async load(): Promise<Provision> {
    this.provision = await this.ask();
    this.wires.forEach((wire) => wire.emit(this));
    return this.provision;
  }

  private async ask(): Promise<Provision> {
    try {
      return { data: deepFreeze(await callApex(this.className, this.method, this.parameters)), error: undefined };
    } catch (error) {
      return { data: undefined, error };
    }
  }
}

const answers = new Map<string, SharedAnswer>();
const origins = new WeakMap<object, SharedAnswer>();

/** A wire of one component on one method. */
class ApexWire {
  private readonly provide: Provide;
  private readonly name: string;
  private answer: SharedAnswer | undefined;

  constructor(provide: Provide, name: string) {
    this.provide = provide;
    this.name = name;
    provide({ data: undefined, error: undefined });
  }

  emit(answer: SharedAnswer): void {
    const provision = { ...(answer.provision as Provision) };
    origins.set(provision, answer);
    this.provide(provision);
  }

  update(parameters: Record<string, unknown>): void {
    if (Object.values(parameters).some((value) => value === undefined)) return;
    const key = `${this.name}:${JSON.stringify(parameters)}`;
    this.disconnect();
    const known = answers.get(key);
    const answer = known ?? new SharedAnswer(key, this.name, parameters);
    answers.set(key, answer);
    this.answer = answer;
    answer.wires.add(this);
    if (answer.provision) this.emit(answer);
    else if (!known) void answer.load();
  }

  connect(): void {
    if (!this.answer) return;
    answers.set(this.answer.key, this.answer);
    this.answer.wires.add(this);
  }

  disconnect(): void {
    if (!this.answer) return;
    this.answer.wires.delete(this);
    if (this.answer.wires.size === 0) answers.delete(this.answer.key);
  }
}

/** What a default import from `@salesforce/apex/Class.method` is: a function to call, and an adapter to wire. */
export function apexMethod(name: string): unknown {
  const dot = name.lastIndexOf('.');
  const method = (parameters?: unknown): Promise<unknown> => callApex(name.slice(0, dot), name.slice(dot + 1), parameters);
  class Adapter extends ApexWire {
    constructor(provide: Provide) {
      super(provide, name);
    }
  }
  return Object.assign(method, { adapter: Adapter });
}

/** Asks again for what a wire provided; every wire of the same parameters gets the answer. */
export async function refreshApex(wired: unknown): Promise<unknown> {
  const answer = typeof wired === 'object' && wired !== null ? origins.get(wired) : undefined;
  return answer ? (await answer.load()).data : undefined;
}

/** Reads a field of a record that Apex returned, over relationships too. */
export function getSObjectValue(record: unknown, field: string | { fieldApiName: string }): unknown {
  const path = typeof field === 'string' ? field.split('.').slice(1) : field.fieldApiName.split('.');
  return path.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], record);
}
