import { DataWeaveError } from './failure.ts';

/** The engine's words for arguments, each described, that a function does not take; `combinations` are the types that it takes. */
export function unfitArguments(name: string, given: readonly string[], combinations: readonly (readonly string[])[]): DataWeaveError {
  const found = given.map((argument, index) => `  ${index + 1}: ${argument}`).join('\n');
  const expected = combinations.map((types) => `  (${types.join(', ')})`).join('\n');
  return new DataWeaveError(
    `You called the function '${name}' with these arguments: \n${found}\n\nBut it expects one of these combinations:\n${expected}`,
    'UnsupportedTypeCoercionException',
  );
}
