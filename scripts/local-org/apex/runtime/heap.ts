import { currentTransaction, inTransaction } from './current.ts';

/** Text up to this length, in characters, fits into every heap. */
const ALWAYS_FITS = 1_000_000;

/** Text that was put together: one that alone is larger than the heap ends the transaction. */
export function checkedText(text: string): string {
  checkTextLength(text.length);
  return text;
}

/** Ends the transaction when a text of this length would alone be larger than the heap. */
export function checkTextLength(length: number): void {
  if (length <= ALWAYS_FITS || !inTransaction()) {
    return;
  }
  const { limits } = currentTransaction();
  if (length > limits.allowed.heapBytes) {
    limits.consume('heapBytes', length);
  }
}
