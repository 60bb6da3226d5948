import { SetUpError } from '../../metadata/set-up-error.ts';
import type { XmlElement } from '../../metadata/xml-element.ts';
import type { LookupCondition, RecordFilter } from './description.ts';

const OPERATIONS: ReadonlySet<string> = new Set(
  'equals notEqual greaterThan greaterOrEqual lessThan lessOrEqual contains notContain startsWith includes excludes'.split(' '),
);

/**
 * Reads one condition of a lookup filter.
 * @throws SetUpError for an operation that the local org does not have.
 */
export function lookupCondition(item: XmlElement, path: string): LookupCondition {
  const operation = item.textOf('operation') ?? '';
  if (!OPERATIONS.has(operation)) {
    throw new SetUpError(`${path}: a lookup filter compares by ${operation}, which isn't supported.`);
  }
  const valueField = item.textOf('valueField');
  return {
    field: item.textOf('field') ?? '',
    operation,
    ...(valueField === undefined ? { value: item.textOf('value') ?? '' } : { valueField }),
  };
}

/**
 * Reads one condition of a sharing rule or of a roll-up summary; a field may be written with its object in front.
 * @throws SetUpError for an operation that the local org does not have.
 */
export function recordFilter(item: XmlElement, path: string): RecordFilter {
  const operation = item.textOf('operation') ?? '';
  if (!OPERATIONS.has(operation)) {
    throw new SetUpError(`${path}: a filter compares by ${operation}, which isn't supported.`);
  }
  return { field: (item.textOf('field') ?? '').replace(/^.*\./, ''), operation, value: item.textOf('value') ?? '' };
}
