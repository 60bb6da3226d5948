import { hashOf } from '../../runtime/hash.ts';
import { valuesAreSame } from '../../runtime/equality.ts';
import { toApexString } from '../../runtime/text.ts';
import type { LibraryClass } from '../declaration.ts';

/** `System.Object`: what every value answers. Classes in Apex that declare these themselves are asked first. */
export const objectClass: LibraryClass = {
  name: 'System.Object',
  isInstance: (value) => value !== null,
  members: {
    'Boolean equals(Object other)': valuesAreSame,
    'Integer hashCode()': hashOf,
    'String toString()': (self: unknown) => toApexString(self),
  },
};
