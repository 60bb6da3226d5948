import type { FieldDescription, ObjectDescription } from './description.ts';

/** A field before the schema is complete: with the name its relation has on the parent's side. */
export interface FieldDraft extends FieldDescription {
  readonly childRelationshipName?: string;
}

/** An object before its fields are keyed by name and its children are known. */
export interface ObjectDraft extends Omit<ObjectDescription, 'fields' | 'childRelationships'> {
  readonly fields: FieldDraft[];
}
