import type { DescribeSObjectResult, Field } from 'jsforce';
import type { ImportKey } from './importable.ts';

/** The heading of the reasons in a file of rejected rows; such a column is passed over when the file is imported. */
export const REJECT_REASON = 'Reject Reason';

/** A column of the file, and the field that it fills. */
export interface Column {
  /** Its place in a row, from 0. */
  readonly position: number;
  readonly heading: string;
  readonly field: Field;
}

/** The columns that fill fields, and the headings of those that nobody can fill. */
export interface Columns {
  readonly filled: readonly Column[];
  readonly passedOver: readonly string[];
}

/** What a heading may say after the label of a lookup. */
const lookupEndings = ['', ' name', ' email', ' mail', ' id'];

/**
 * Finds the field of each column by API name or label.
 *
 * @throws Error when a column is unknown or there twice, or when the one that identifies a record is missing.
 */
export function readColumns(header: readonly string[], description: DescribeSObjectResult, key: ImportKey): Columns {
  const found = header
    .map((heading, position) => ({ position, heading, field: fieldFor(heading, description.fields) }))
    .filter(({ heading }) => heading !== '' && heading.toLowerCase() !== REJECT_REASON.toLowerCase());
  const unknown = found.filter(({ field }) => !field).map(({ heading }) => shown(heading));
  if (unknown.length > 0) {
    throw new Error(
      `${description.label} has no field ${listed(unknown)} that you may see: name each column by the label or the API name of a field, such as ${example(description, key)}.`,
    );
  }
  const known = withCopyAsKey(
    found.flatMap(({ field, ...column }) => (field ? [{ ...column, field }] : [])),
    description,
    key,
  );
  const twice = known.find(({ field }, index) => known.some((other, before) => before < index && other.field.name === field.name));
  if (twice) {
    throw new Error(`Two columns are for ${twice.field.label} (${twice.field.name}): remove one of them.`);
  }
  const [identifying] = key.fields;
  if (!known.some(({ field }) => field.name === identifying)) {
    throw new Error(`A column for ${labelOf(identifying, description)} (${identifying}) is missing: it tells whose row is whose.`);
  }
  const fillable = (field: Field): boolean => field.createable && field.updateable && field.name !== key.copy;
  return {
    filled: known.filter(({ field }) => fillable(field)),
    passedOver: known.filter(({ field }) => !fillable(field)).map(({ heading }) => heading),
  };
}

function fieldFor(heading: string, fields: readonly Field[]): Field | undefined {
  const wanted = heading.toLowerCase();
  const byName = fields.find((field) => field.name.toLowerCase() === wanted);
  const byLabel = fields.filter((field) => headingsFor(field).includes(wanted));
  return byName ?? byLabel.find((field) => field.updateable) ?? byLabel[0];
}

function headingsFor(field: Field): string[] {
  const label = field.label.toLowerCase();
  return field.type === 'reference' ? lookupEndings.map((ending) => `${label.replace(/ id$/, '')}${ending}`) : [label];
}

function withCopyAsKey(columns: readonly Column[], description: DescribeSObjectResult, key: ImportKey): Column[] {
  const [identifying] = key.fields;
  const field = description.fields.find((candidate) => candidate.name === identifying);
  if (!field || columns.some((column) => column.field.name === identifying)) {
    return [...columns];
  }
  return columns.map((column) => (column.field.name === key.copy ? { ...column, field } : column));
}

function example(description: DescribeSObjectResult, key: ImportKey): string {
  const [identifying] = key.fields;
  return `"${labelOf(identifying, description)}" or "${identifying}"`;
}

function labelOf(name: string, description: DescribeSObjectResult): string {
  return description.fields.find((field) => field.name === name)?.label ?? name;
}

function listed(names: readonly string[]): string {
  const most = 5;
  const named = names.slice(0, most).join(', ');
  return names.length > most ? `${named} and ${names.length - most} more` : named;
}

function shown(heading: string): string {
  return `"${heading.length > 60 ? `${heading.slice(0, 60)}…` : heading}"`;
}
