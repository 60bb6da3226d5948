import type { SqlFragment, SqlValue } from '../store/columns.ts';

/** SQL without parameters. */
export function sql(text: string, ...parameters: readonly SqlValue[]): SqlFragment {
  return { text, parameters };
}

/** Fragments one after another, with a separator in between; their parameters stay in the order of the text. */
export function joined(fragments: readonly SqlFragment[], separator: string): SqlFragment {
  return {
    text: fragments.map((fragment) => fragment.text).join(separator),
    parameters: fragments.flatMap((fragment) => fragment.parameters),
  };
}

/** A fragment between two texts. */
export function wrapped(before: string, fragment: SqlFragment, after: string): SqlFragment {
  return { text: before + fragment.text + after, parameters: fragment.parameters };
}

/** A list of values as one parameter, so that the text of the statement does not depend on how many there are. */
export function valueList(values: readonly SqlValue[]): SqlFragment {
  const json = values.map((value) => (typeof value === 'bigint' ? value.toString() : JSON.stringify(value))).join(',');
  return { text: '(SELECT value FROM json_each(?))', parameters: [`[${json}]`] };
}
