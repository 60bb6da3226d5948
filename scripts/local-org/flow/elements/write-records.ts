import { runUncharged } from '../../apex/runtime/cpu.ts';
import { DmlFailure, LimitExceeded, PlatformError } from '../../data/errors.ts';
import type { Access, DmlOptions, DmlResult } from '../../data/transaction.ts';
import { recordsFault } from '../fault.ts';
import type { FlowContext } from '../flow-context.ts';
import type { Interview } from '../interview.ts';
import type { Faults } from './bulk-elements.ts';

/** What one interview writes. */
export interface Writing<T> {
  readonly interview: Interview;
  readonly items: readonly T[];
}

/**
 * Writes what interviews have prepared, in one call. When a row fails, each interview writes by itself, so that only those fail whose
 * rows do.
 * @param action For the message: `create`, `update`, `delete`.
 */
export function writeTogether<T>(
  action: string,
  writings: readonly Writing<T>[],
  write: (items: readonly T[], options: DmlOptions) => DmlResult[],
): Faults {
  const faults = new Map<Interview, unknown>();
  for (const group of byAccess(writings)) {
    const items = group.flatMap((writing) => writing.items);
    if (items.length === 0) continue;
    const options = { ...group[0].interview.frame.access, allOrNone: true };
    try {
      runUncharged(() => write(items, options));
    } catch (error) {
      if (error instanceof LimitExceeded || !(error instanceof PlatformError)) throw error;
      for (const [interview, fault] of group.length === 1 ? [faultOf(action, group[0], error)] : eachAlone(action, group, options, write)) {
        faults.set(interview, fault);
      }
    }
  }
  return faults;
}

function byAccess<T>(writings: readonly Writing<T>[]): Writing<T>[][] {
  const key = ({ mode, sharing }: Access): string => `${mode} ${sharing}`;
  return [...Map.groupBy(writings, ({ interview }) => key(interview.frame.access)).values()];
}

function eachAlone<T>(
  action: string,
  group: readonly Writing<T>[],
  options: DmlOptions,
  write: (items: readonly T[], options: DmlOptions) => DmlResult[],
): [Interview, unknown][] {
  const faults: [Interview, unknown][] = [];
  for (const writing of group) {
    try {
      if (writing.items.length > 0) runUncharged(() => write(writing.items, options));
    } catch (error) {
      if (error instanceof LimitExceeded || !(error instanceof PlatformError)) throw error;
      faults.push(faultOf(action, writing, error));
    }
  }
  return faults;
}

function faultOf<T>(action: string, { interview }: Writing<T>, error: PlatformError): [Interview, unknown] {
  const first = error instanceof DmlFailure ? error.results.flatMap(({ errors }) => errors)[0] : error;
  return [interview, recordsFault(action, first ?? error, error)];
}

/** Prepares what each interview writes; one that can't be prepared has a fault instead. */
export function prepareEach<T>(
  interviews: readonly Interview[],
  prepare: (interview: Interview) => readonly T[],
): { readonly writings: readonly Writing<T>[]; readonly faults: Map<Interview, unknown> } {
  const faults = new Map<Interview, unknown>();
  const writings: Writing<T>[] = [];
  for (const interview of interviews) {
    try {
      writings.push({ interview, items: prepare(interview) });
    } catch (error) {
      faults.set(interview, error);
    }
  }
  return { writings, faults };
}

/** Counts one query for an element, however many interviews run it together. */
export function countQuery({ transaction }: FlowContext): void {
  transaction.limits.consume('queries', 1);
}
