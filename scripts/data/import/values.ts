import type { Field } from 'jsforce';

/** A value as the API takes it. */
export type Value = string | number | boolean;

/** A value of a picklist. */
interface Choice {
  readonly value: string;
  readonly label: string | null;
  readonly active: boolean;
}

/** Says in one sentence why a row can't be stored. */
export class RowProblem extends Error {}

const yes = ['true', 'yes', 'y', 'x', '1'];
const no = ['false', 'no', 'n', '0'];

/**
 * The value of a cell for a field that is not a lookup.
 *
 * @param text what the cell holds, not empty.
 * @throws RowProblem when it does not fit the field.
 */
export function valueFor(field: Field, text: string): Value {
  switch (field.type) {
    case 'boolean':
      return truth(field, text);
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return number(field, text);
    case 'date':
      return day(field, text);
    case 'datetime':
      return moment(field, text);
    case 'picklist':
      return choice(field, text);
    case 'multipicklist':
      return [...new Set(text.split(/[;\n]/).flatMap((part) => (part.trim() === '' ? [] : [choice(field, part.trim())])))].join(';');
    default:
      return limited(field, text);
  }
}

/**
 * The text itself, when it fits.
 *
 * @throws RowProblem when it is longer than the field.
 */
export function limited(field: Field, text: string): string {
  const most = field.length ?? 0;
  if (most > 0 && text.length > most) {
    throw new RowProblem(`${field.label} is ${counted(text.length)} characters long, and ${counted(most)} is the most.`);
  }
  return text;
}

/** A text in a message, cut when it is long. */
export function quoted(text: string): string {
  return `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`;
}

function truth(field: Field, text: string): boolean {
  const word = text.toLowerCase();
  if (!yes.includes(word) && !no.includes(word)) {
    throw new RowProblem(`${field.label} is ${quoted(text)}: write true or false.`);
  }
  return yes.includes(word);
}

function number(field: Field, text: string): number {
  if (!/^[+-]?\d{1,17}(\.\d+)?$/.test(text)) {
    throw new RowProblem(`${field.label} is ${quoted(text)}: write a number like 1234.5.`);
  }
  return Number(text);
}

/** A day as 2026-11-30 or 30.11.2026; with slashes nobody knows which is the month. */
function day(field: Field, text: string): string {
  const written = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const iso = written ? `${written[3]}-${written[2]?.padStart(2, '0')}-${written[1]?.padStart(2, '0')}` : text;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso) {
    throw new RowProblem(`${field.label} is ${quoted(text)}: write a day like 2026-11-30.`);
  }
  return iso;
}

function moment(field: Field, text: string): string {
  const complete = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(text);
  const time = complete ? Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new RowProblem(`${field.label} is ${quoted(text)}: write a moment like 2026-11-30T09:00:00Z.`);
  }
  return new Date(time).toISOString();
}

function choice(field: Field, text: string): string {
  const values = ((field.picklistValues ?? []) as Choice[]).filter((value) => value.active);
  const wanted = text.toLowerCase();
  const found =
    values.find((value) => value.value.toLowerCase() === wanted) ?? values.find((value) => value.label?.toLowerCase() === wanted);
  if (!found && field.restrictedPicklist) {
    throw new RowProblem(`${field.label} is ${quoted(text)}: choose ${values.map((value) => value.value).join(', ')}.`);
  }
  return found?.value ?? limited({ ...field, length: 255 }, text);
}

function counted(number: number): string {
  return number.toLocaleString('en');
}
