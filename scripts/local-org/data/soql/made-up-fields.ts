import type { FieldDescription, FieldType } from '../schema/description.ts';
import { TYPE_OF_PARENT } from './names.ts';

/** A field that stands for the result of a function: a whole number. */
export function intField(name: string): FieldDescription {
  return madeUpField(name, 'int');
}

/** A field that stands for the result of a function, to say how its values look and compare. */
export function madeUpField(name: string, type: FieldType): FieldDescription {
  return { ...TYPE_OF_PARENT, name, label: name, type };
}
