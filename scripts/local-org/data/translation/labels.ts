import type { SourceTree } from '../../metadata/source-tree.ts';

/** Custom labels of a source tree: their text by lower-case name. */
export function readLabels(tree: SourceTree): Map<string, string> {
  const labels = new Map<string, string>();
  for (const file of tree.ofType('CustomLabels')) {
    for (const label of file.xml.all('labels')) {
      const name = label.textOf('fullName');
      if (name !== undefined) {
        labels.set(name.toLowerCase(), label.textOf('value') ?? '');
      }
    }
  }
  return labels;
}
