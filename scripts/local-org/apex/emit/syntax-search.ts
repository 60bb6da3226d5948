/** Whether a piece of syntax contains a node of one of the kinds, at any depth. */
export function containsKind(node: unknown, kinds: ReadonlySet<string>): boolean {
  if (Array.isArray(node)) {
    return node.some((item) => containsKind(item, kinds));
  }
  if (typeof node !== 'object' || node === null) {
    return false;
  }
  const { kind } = node as { kind?: unknown };
  if (typeof kind === 'string' && kinds.has(kind)) {
    return true;
  }
  const members = node as Readonly<Record<string, unknown>>;
  for (const name in members) {
    if (containsKind(members[name], kinds)) {
      return true;
    }
  }
  return false;
}

/** Kinds of nodes that may run other Apex code or reach data. */
export const REACHING_OUT: ReadonlySet<string> = new Set(['call', 'new', 'data', 'query', 'search', 'runAs', 'constructorCall']);

/**
 * Names of local variables that are somewhere assigned a value that may be null: anything but arithmetic or a literal.
 * Judged by name alone, which errs on the safe side where two scopes use the same name.
 */
export function nullableAssignments(node: unknown, found: Set<string> = new Set()): Set<string> {
  if (Array.isArray(node)) {
    for (const item of node) {
      nullableAssignments(item, found);
    }
    return found;
  }
  if (typeof node !== 'object' || node === null) {
    return found;
  }
  const members = node as Readonly<Record<string, unknown>>;
  const { kind, operator, target, value } = members;
  if (kind === 'assignment' && operator === '=' && (target as { kind: string }).kind === 'name' && !isNeverNull(value)) {
    found.add((target as { name: string }).name.toLowerCase());
  }
  for (const name in members) {
    nullableAssignments(members[name], found);
  }
  return found;
}

function isNeverNull(node: unknown): boolean {
  const { kind, type, operator } = node as Record<string, unknown>;
  return (
    (kind === 'literal' && type !== 'null') ||
    (kind === 'binary' && operator !== '??') ||
    (kind === 'unary' && operator !== '++' && operator !== '--')
  );
}
