import type { Native } from '../declaration.ts';

/** Members both as methods (`getLabel()`, `isCustom()`) and as properties (`label`, `custom`). */
export function describeMembers(values: Readonly<Record<string, Native>>): Record<string, Native> {
  const members: Record<string, Native> = {};
  for (const [signature, native] of Object.entries(values)) {
    const space = signature.lastIndexOf(' ');
    const [type, method] = [signature.slice(0, space), signature.slice(space + 1)];
    members[`${type} ${method}()`] = native;
    members[`${type} ${method.replace(/^(?:get|is)(?=[A-Z])/, '')}`] = native;
  }
  return members;
}
