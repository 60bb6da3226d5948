import type { SourceTree } from '../../metadata/source-tree.ts';
import type { Schema } from '../schema/description.ts';
import type { SetUpWriter } from './set-up-writer.ts';

/** A kind of status: its rows, the field they are the values of, and what sets some of them apart. */
interface StatusKind {
  readonly rows: string;
  readonly object: string;
  readonly field: string;
  readonly valueSet: string;
  /** The field that says so in the rows, the element of a value set, and the value of a new org. */
  readonly meaning: readonly [fieldName: string, element: string, standardValue: string];
}

const KINDS: readonly StatusKind[] = [
  {
    rows: 'LeadStatus',
    object: 'Lead',
    field: 'Status',
    valueSet: 'LeadStatus',
    meaning: ['IsConverted', 'converted', 'Closed - Converted'],
  },
  { rows: 'CaseStatus', object: 'Case', field: 'Status', valueSet: 'CaseStatus', meaning: ['IsClosed', 'closed', 'Closed'] },
  { rows: 'TaskStatus', object: 'Task', field: 'Status', valueSet: 'TaskStatus', meaning: ['IsClosed', 'closed', 'Completed'] },
  {
    rows: 'TaskPriority',
    object: 'Task',
    field: 'Priority',
    valueSet: 'TaskPriority',
    meaning: ['IsHighPriority', 'highPriority', 'High'],
  },
];

/** Stores what the values of statuses mean, from the project's own value sets where it has them. */
export function loadStatuses(writer: SetUpWriter, tree: SourceTree, schema: Schema): void {
  for (const { rows, object, field, valueSet, meaning } of KINDS) {
    const [fieldName, element, standardValue] = meaning;
    const ofProject = tree.find('StandardValueSet', valueSet)?.xml.all('standardValue');
    const marked = new Set(
      ofProject === undefined ? [standardValue] : ofProject.filter((value) => value.flag(element)).map((value) => value.textOf('fullName')),
    );
    const values = schema.object(object)?.fields.get(field.toLowerCase())?.picklistValues ?? [];
    values.forEach(({ value, label, isDefault }, index) => {
      const contents = { MasterLabel: label, SortOrder: index + 1, IsDefault: isDefault, [fieldName]: marked.has(value) };
      writer.upsert(rows, { ApiName: value }, contents);
    });
  }
}
