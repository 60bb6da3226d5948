import { classInfoOf, instanceFields } from './class-info.ts';
import { toApexString } from './text.ts';

/** How an object prints that has no `toString` of its own: `Name:[field=value, ...]`. */
export function objectText(target: object): string {
  const info = classInfoOf(target);
  if (!info) {
    return String(target);
  }
  const fields = instanceFields(info).filter((field) => !field.isProperty || field.readable);
  const printed = fields.map((field) => `${field.name}=${toApexString((target as Record<string, unknown>)[field.key])}`);
  return `${info.name.split('.').at(-1)}:[${printed.join(', ')}]`;
}
