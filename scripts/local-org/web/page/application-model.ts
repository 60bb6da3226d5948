import type { Schema } from '../../data/schema/description.ts';
import type { Security } from '../../data/security/security.ts';
import type { Transaction } from '../../data/transaction.ts';
import type { Component, SourceTree } from '../../metadata/source-tree.ts';
import { readPage } from './flexi-pages.ts';
import type { Page } from './flexi-pages.ts';
import { iconOfMotif, iconOfObject } from './icons.ts';

/** A tab of the application's navigation. */
export interface ApplicationTab {
  /** The object or page that it opens. */
  readonly target: string;
  readonly kind: 'object' | 'page';
  readonly label: string;
  readonly icon: string;
}

/** An object's words and icon, for headings and links. */
export interface ObjectSummary {
  readonly label: string;
  readonly labelPlural: string;
  readonly icon: string;
}

/** What the shell draws from: the application of the source tree, as far as the user may see it. */
export interface ApplicationModel {
  readonly name: string;
  readonly label: string;
  readonly headerColor: string;
  readonly tabs: readonly ApplicationTab[];
  /** Pages by name. */
  readonly pages: Readonly<Record<string, Page>>;
  /** The page of an object's records, by object. */
  readonly recordPages: Readonly<Record<string, string>>;
  readonly objects: Readonly<Record<string, ObjectSummary>>;
}

const STANDARD_COLOR = '#0176D3';
const STANDARD_TABS = ['standard-Account', 'standard-Contact', 'standard-Opportunity'];

/** Reads the application: the first Lightning one of the source tree, else one with the standard sales objects. */
export function readApplication(tree: SourceTree, schema: Schema, security: Security, transaction: Transaction): ApplicationModel {
  const { userId, translations, language } = transaction;
  const application = applicationOf(tree);
  const tabNames = application?.xml.textsOf('tabs') ?? STANDARD_TABS;
  const tabs = tabNames.map((name) => readTab(name, tree, schema, security, transaction)).filter((tab) => tab !== undefined);
  const recordPages = application ? assignedPages(application, tree) : {};
  const pages = [...new Set([...Object.values(recordPages), ...tabs.filter((tab) => tab.kind === 'page').map((tab) => tab.target)])];
  return {
    name: application?.name ?? 'Sales',
    label: (application && translations.application(application.name, language)) ?? application?.xml.textOf('label') ?? 'Sales',
    headerColor: application?.xml.child('brand')?.textOf('headerColor') ?? STANDARD_COLOR,
    tabs,
    pages: Object.fromEntries(pages.map((name) => [name, pageNamed(name, tree)])),
    recordPages,
    objects: objectSummaries(tree, schema, security, userId),
  };
}

function readTab(
  name: string,
  tree: SourceTree,
  schema: Schema,
  security: Security,
  { userId, translations, language }: Transaction,
): ApplicationTab | undefined {
  // The tabs of standard objects are every profile's; those of a package come with its permission sets.
  const isStandard = name.startsWith('standard-');
  if (name === 'standard-home' || (!isStandard && !security.hasTab(userId, name))) return undefined;
  const tab = tree.find('CustomTab', name);
  const motif = tab?.xml.textOf('motif');
  const page = tab?.xml.textOf('flexiPage');
  const label = translations.tab(name, language) ?? tab?.xml.textOf('label');
  if (page) return { target: page, kind: 'page', label: label ?? page, icon: iconOfMotif(motif) };
  const object = schema.object(name.replace(/^standard-/, ''));
  if (!object || !security.objectAccess(userId, object.name).read) return undefined;
  return { target: object.name, kind: 'object', label: object.labelPlural, icon: iconOfObject(object.name, motif) };
}

function applicationOf(tree: SourceTree): Component | undefined {
  return tree.ofType('CustomApplication').find((candidate) => candidate.xml.textOf('uiType') === 'Lightning');
}

/** Tabs of the application that open neither a page nor an object, and so are left out: a sentence each. */
export function tabsNotShown(tree: SourceTree, schema: Schema): string[] {
  const application = applicationOf(tree);
  return (application?.xml.textsOf('tabs') ?? [])
    .filter((name) => name !== 'standard-home' && tree.find('CustomTab', name)?.xml.textOf('flexiPage') === undefined)
    .filter((name) => schema.object(name.replace(/^standard-/, '')) === undefined)
    .map((name) => `${application?.path ?? ''}: the local org has no tab ${name}; the application is shown without it.`);
}

/** The pages that the application's action overrides assign for viewing a record on a large screen. */
function assignedPages(application: Component, tree: SourceTree): Record<string, string> {
  const assigned: Record<string, string> = {};
  const overrides = [
    ...tree
      .ofType('CustomObject')
      .flatMap((object) => object.xml.all('actionOverrides').map((override) => ({ override, object: object.name }))),
    ...application.xml.all('actionOverrides').map((override) => ({ override, object: override.textOf('pageOrSobjectType') ?? '' })),
  ];
  for (const { override, object } of overrides) {
    const isPage = override.textOf('type')?.toLowerCase() === 'flexipage' && override.textOf('actionName') === 'View';
    const content = override.textOf('content');
    if (isPage && content && override.textOf('formFactor') !== 'Small') assigned[object] = content;
  }
  return assigned;
}

function pageNamed(name: string, tree: SourceTree): Page {
  const flexiPage = tree.find('FlexiPage', name);
  if (!flexiPage) throw new Error(`There is no FlexiPage ${name} in the source tree.`);
  return readPage(flexiPage, tree);
}

function objectSummaries(tree: SourceTree, schema: Schema, security: Security, userId: string): Record<string, ObjectSummary> {
  const shown = [...schema.objects()].filter(
    (object) => (object.kind === 'standard' || object.kind === 'custom') && security.objectAccess(userId, object.name).read,
  );
  return Object.fromEntries(
    shown.map((object) => [
      object.name,
      {
        label: object.label,
        labelPlural: object.labelPlural,
        icon: iconOfObject(object.name, tree.find('CustomTab', object.name)?.xml.textOf('motif')),
      },
    ]),
  );
}
