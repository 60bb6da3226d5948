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
import { childRelationshipClass, describeObjectClass, fieldCollectionClass, objectTypeClass, schemaClass } from './object-describe.ts';
import { recordTypeInfoClass } from './record-type-info.ts';

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
