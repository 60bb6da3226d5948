import type { Content } from '../record.ts';
import { BlobValue } from '../values/blob.ts';

/** Whether two stored contents are the same value; of two blobs it can't be said cheaply, so they count as different. */
export function sameValue(left: Content, right: Content): boolean {
  if (left === right) {
    return true;
  }
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') {
    return false;
  }
  if (left instanceof BlobValue) {
    return false;
  }
  return left.constructor === right.constructor && String(left) === String(right);
}
