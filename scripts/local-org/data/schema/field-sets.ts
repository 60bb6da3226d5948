import type { SourceTree } from '../../metadata/source-tree.ts';
import type { FieldSetDescription } from './description.ts';

/** The field sets a source tree gives an object. */
export function fieldSetsOf(objectName: string, tree: SourceTree): FieldSetDescription[] {
  const inline = tree
    .ofType('CustomObject')
    .filter((component) => component.name.toLowerCase() === objectName.toLowerCase())
    .flatMap((component) => component.xml.all('fieldSets'));
  return [...tree.childrenOf('FieldSet', objectName).map((component) => component.xml), ...inline].map((xml) => ({
    name: xml.textOf('fullName') ?? '',
    label: xml.textOf('label') ?? '',
    description: xml.textOf('description') ?? '',
    members: xml
      .all('displayedFields')
      .map((member) => ({ path: member.textOf('field') ?? '', required: member.flag('isRequired', false) })),
  }));
}
