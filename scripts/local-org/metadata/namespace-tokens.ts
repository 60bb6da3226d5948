/**
 * Places in a source that CumulusCI fills with the package's namespace before it deploys, by its documented convention: with nothing (or
 * with `c`) where the source is deployed without a namespace, which is how it is read here. No name can hold such a token otherwise.
 */
const IN_NAMES = /___NAMESPACE(?:D_ORG)?___/g;
const IN_TEXT = /%%%NAMESPACE(?:D_ORG|_DOT)?%%%/g;
const OR_C_IN_TEXT = /%%%NAMESPACE(?:D_ORG)?_OR_C%%%/g;

/** The name of a file or folder as it is deployed without a namespace. */
export function withoutNameTokens(name: string): string {
  return name.replace(IN_NAMES, '');
}

/** The text of a metadata file as it is deployed without a namespace. */
export function withoutTextTokens(text: string): string {
  return text.includes('%%%NAMESPACE') ? text.replace(IN_TEXT, '').replace(OR_C_IN_TEXT, 'c') : text;
}
