import { BlobValue } from '../../../data/values/blob.ts';
import { raise } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { refusingNull } from '../null-arguments.ts';

/** `System.Blob`. */
export const blobClass: LibraryClass = {
  name: 'System.Blob',
  isInstance: (value) => value instanceof BlobValue,
  members: refusingNull({
    'Integer size()': (self: BlobValue) => self.size,
    'String toString()': (self: BlobValue) => {
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(self.bytes);
      } catch {
        return raise('System.StringException', 'BLOB is not a valid UTF-8 string');
      }
    },
    'static Blob valueOf(String text)': (text: string) => BlobValue.of(text),
  }),
};
