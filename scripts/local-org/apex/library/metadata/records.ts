import type { LibraryClass } from '../declaration.ts';
import { propertyClass } from '../property-class.ts';

const LISTS = { beginsWithLists: true } as const;

/** What can be deployed and retrieved: records of custom metadata types. */
export const recordClasses: readonly LibraryClass[] = [
  { name: 'Metadata.MetadataType', kind: 'enum', values: ['CustomMetadata', 'Layout'], members: {} },
  propertyClass('Metadata.Metadata', { fullName: 'String' }),
  propertyClass('Metadata.CustomMetadataValue', { field: 'String', value: 'Object' }),
  propertyClass(
    'Metadata.CustomMetadata',
    { description: 'String', label: 'String', protected_x: 'Boolean', values: 'List<Metadata.CustomMetadataValue>' },
    { ...LISTS, extends: 'Metadata.Metadata' },
  ),
];
