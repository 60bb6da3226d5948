import type { LibraryClass } from '../declaration.ts';
import {
  describeFieldClass,
  describeOptionsEnum,
  displayTypeEnum,
  fieldTokenClass,
  picklistEntryClass,
  soapTypeEnum,
} from './field-describe.ts';
import { fieldSetClasses } from './field-sets.ts';
import {
  childRelationshipClass,
  describeObjectClass,
  fieldCollectionClass,
  objectTypeClass,
  recordTypeInfoClass,
  schemaClass,
} from './object-describe.ts';

/** The namespace `Schema`, and the class of that name. */
export const classes: readonly LibraryClass[] = [
  schemaClass,
  objectTypeClass,
  fieldTokenClass,
  describeObjectClass,
  describeFieldClass,
  fieldCollectionClass,
  childRelationshipClass,
  recordTypeInfoClass,
  picklistEntryClass,
  displayTypeEnum,
  soapTypeEnum,
  describeOptionsEnum,
  ...fieldSetClasses,
];
