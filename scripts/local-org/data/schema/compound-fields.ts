import { ADDRESS_PARTS } from '../values/compound.ts';
import type { FieldDraft } from './drafts.ts';
import { field } from './field-builder.ts';

/**
 * An address made of the fields that begin with a prefix: `BillingAddress` of `BillingStreet`, `BillingCity` and so on, as far as the
 * object has them.
 */
export function addressField(name: string, prefix: string, label: string, others: readonly { readonly name: string }[]): FieldDraft {
  const wanted = ADDRESS_PARTS.map((part) => [part, `${prefix}${part.charAt(0).toUpperCase()}${part.slice(1)}`] as const);
  return field(name, 'address', {
    label,
    parts: Object.fromEntries(wanted.filter(([, partName]) => others.some((other) => other.name === partName))),
  });
}

/** A location made of two fields for its degrees. */
export function locationField(name: string, latitude: string, longitude: string, options: Partial<FieldDraft>): FieldDraft {
  return field(name, 'location', { ...options, parts: { latitude, longitude } });
}
