import { classInfoOf } from './class-info.ts';
import { identityOf, keyText } from './collections/key.ts';
import { hasMethod, invoke } from './invoke.ts';

/** `String.hashCode`: the same number for the same text as on the platform. */
export function textHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  }
  return hash;
}

/** `hashCode()` of any value: equal values have equal codes; an object's own `hashCode` counts where it has one. */
export function hashOf(value: unknown): number {
  if (value === null) {
    return 0;
  }
  if (typeof value === 'string') {
    return textHash(value);
  }
  if (typeof value === 'number') {
    return value;
  }
  if (typeof value === 'boolean') {
    return value ? 1231 : 1237;
  }
  if (typeof value === 'object' && classInfoOf(value)) {
    return hasMethod(value, 'hashCode', 0) ? (invoke(value, 'hashCode') as number) : identityOf(value);
  }
  return textHash(keyText(value));
}
