import type { Body } from './declaration.ts';

/** The functions of a table, and beside each one that gives null for null in its first place. */
export function passingNull(functions: Readonly<Record<string, Body>>, result: unknown = null): Record<string, Body> {
  const all: Record<string, Body> = { ...functions };
  for (const signature of Object.keys(functions)) {
    const open = signature.indexOf('(');
    const [, ...rest] = signature.slice(open + 1, -1).split(', ');
    const others = rest.map((parameter) => parameter.replace(/: .*/, ': Any'));
    all[`${signature.slice(0, open)}(value: ${['Null', ...others].join(', ')})`] ??= () => result;
  }
  return all;
}
