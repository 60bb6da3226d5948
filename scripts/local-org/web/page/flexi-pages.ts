import type { Component, SourceTree } from '../../metadata/source-tree.ts';
import type { XmlElement } from '../../metadata/xml-element.ts';

/** A component on a page, with the properties that the page gives it. */
export interface PageComponent {
  /** As the FlexiPage names it: `c:referenceFinder`, `force:detailPanel`, `flexipage:tabset`. */
  readonly name: string;
  readonly identifier: string;
  readonly properties: Readonly<Record<string, string | number | boolean>>;
  /** The components in each of its facets, by the property that names the facet: the tabs of a tab set, the body of a tab. */
  readonly facets: Readonly<Record<string, readonly PageComponent[]>>;
  /** Why the shell cannot draw it: shown in its place. */
  readonly refusal?: string;
}

/** A page as its FlexiPage lays it out. */
export interface Page {
  readonly name: string;
  readonly label: string;
  readonly template: string;
  readonly regions: Readonly<Record<string, readonly PageComponent[]>>;
}

/** Components of the platform that the shell draws. */
const PLATFORM_COMPONENTS = new Set([
  'flexipage:column',
  'flexipage:richText',
  'flexipage:tab',
  'flexipage:tabset',
  'force:detailPanel',
  'force:highlightsPanel',
  'force:recordDetailPanelMobile',
  'force:relatedListContainer',
  'force:relatedListSingleContainer',
]);

/** Reads a FlexiPage; what the shell cannot draw has a refusal that names the file and the component. */
export function readPage(flexiPage: Component, tree: SourceTree): Page {
  const regions = flexiPage.xml.all('flexiPageRegions');
  const facets = new Map(regions.map((region) => [region.textOf('name') ?? '', region]));
  const componentsOf = (region: XmlElement): PageComponent[] => region.all('itemInstances').map((item) => componentOf(item));

  const componentOf = (item: XmlElement): PageComponent => {
    const instance = item.child('componentInstance');
    if (!instance) {
      const field = item.child('fieldInstance')?.textOf('fieldItem') ?? 'item';
      return refused(flexiPage, field, `an item that is no component (${field} of a dynamic form)`);
    }
    const written = instance.textOf('componentName') ?? '';
    // Of the project's own components a page may leave the namespace out.
    const name = written.includes(':') ? written : `c:${written}`;
    const identifier = instance.textOf('identifier') ?? name;
    if (!isKnown(tree, name)) return refused(flexiPage, identifier, `the component ${name}`);
    if (instance.child('visibilityRule')) return refused(flexiPage, identifier, `a visibility rule (on ${name})`);
    const properties: Record<string, string | number | boolean> = {};
    const types = propertyTypes(tree, name);
    const children: Record<string, PageComponent[]> = {};
    for (const property of instance.all('componentInstanceProperties')) {
      const key = property.textOf('name') ?? '';
      const value = property.textOf('value') ?? '';
      const facet = facets.get(value);
      if (facet?.textOf('type') === 'Facet') children[key] = componentsOf(facet);
      else properties[key] = typed(value, types.get(key));
    }
    return { name, identifier, properties, facets: children };
  };

  return {
    name: flexiPage.name,
    label: flexiPage.xml.textOf('masterLabel') ?? flexiPage.name,
    template: flexiPage.xml.child('template')?.textOf('name') ?? '',
    regions: Object.fromEntries(
      regions.filter((region) => region.textOf('type') === 'Region').map((region) => [region.textOf('name') ?? '', componentsOf(region)]),
    ),
  };
}

/** The types that a component of the package declares for what a page may set: text where it declares none. */
function propertyTypes(tree: SourceTree, name: string): Map<string, string> {
  const bundle = name.startsWith('c:') ? tree.find('LightningComponentBundle', name.slice(2)) : undefined;
  const configurations = bundle?.xml.child('targetConfigs')?.all('targetConfig') ?? [];
  const properties = configurations.flatMap((configuration) => configuration.all('property'));
  return new Map(properties.map((property) => [property.attributes['name'] ?? '', property.attributes['type'] ?? 'String']));
}

function typed(value: string, type: string | undefined): string | number | boolean {
  if (type === 'Boolean') return value === 'true';
  return type === 'Integer' ? Number(value) : value;
}

function isKnown(tree: SourceTree, name: string): boolean {
  const [namespace, component = ''] = name.split(':');
  if (namespace !== 'c') return PLATFORM_COMPONENTS.has(name);
  return tree.find('LightningComponentBundle', component)?.xml.flag('isExposed') === true;
}

function refused(flexiPage: Component, identifier: string, what: string): PageComponent {
  const refusal = `${flexiPage.path}: the local org cannot draw ${what}.`;
  return { name: 'refused', identifier, properties: {}, facets: {}, refusal };
}
