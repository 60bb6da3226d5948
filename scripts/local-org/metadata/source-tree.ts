import type { XmlElement } from './xml-element.ts';

/** One piece of metadata of a source tree: an object, a field, a class, a permission set. */
export interface Component {
  /** The Metadata API's name of the type: `CustomObject`, `CustomField`, `ApexClass`, ... */
  readonly type: string;
  /** The full name: `Advocate__c`, `Advocate__c.Status__c`, `PermissionController`, `Activity_Type.Site_Visit` (for `CustomMetadata`). */
  readonly name: string;
  /** The `-meta.xml` file, absolute. */
  readonly path: string;
  /** The root element of that file. */
  readonly xml: XmlElement;
  /** The file with the code (classes, triggers, static resources) or the folder of the bundle (LWC, Aura), absolute. */
  readonly contentPath?: string;
  /** The object a field, rule, list view and the like belongs to. */
  readonly parent?: string;
}

/** All metadata of a project, as its files have it. */
export interface SourceTree {
  /** The folders that were read, absolute. */
  readonly folders: readonly string[];
  readonly components: readonly Component[];
  /** Every component of a type, in the order of their names. */
  ofType(type: string): readonly Component[];
  /** A component by type and name, in any case. */
  find(type: string, name: string): Component | undefined;
  /** The components of a type that belong to an object: `childrenOf('CustomField', 'Account')`. */
  childrenOf(type: string, parent: string): readonly Component[];
}

/** A source tree over a list of components. */
export function createSourceTree(folders: readonly string[], components: readonly Component[]): SourceTree {
  const sorted = [...components].sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
  const byType = new Map<string, Component[]>();
  const byName = new Map<string, Component>();
  for (const component of sorted) {
    const sameType = byType.get(component.type);
    if (sameType === undefined) {
      byType.set(component.type, [component]);
    } else {
      sameType.push(component);
    }
    byName.set(`${component.type}:${component.name}`.toLowerCase(), component);
  }
  return {
    folders,
    components: sorted,
    ofType: (type) => byType.get(type) ?? [],
    find: (type, name) => byName.get(`${type}:${name}`.toLowerCase()),
    childrenOf: (type, parent) => (byType.get(type) ?? []).filter((component) => component.parent?.toLowerCase() === parent.toLowerCase()),
  };
}
