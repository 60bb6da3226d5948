import { SetUpError } from '../../metadata/set-up-error.ts';
import type { Component, SourceTree } from '../../metadata/source-tree.ts';
import type { XmlElement } from '../../metadata/xml-element.ts';

/** What is translated into one language. Names and the texts that are translated are keys in lower case. */
export interface LanguageWords {
  readonly labels: Map<string, string>;
  readonly tabs: Map<string, string>;
  readonly applications: Map<string, string>;
  readonly objects: Map<string, ObjectWords>;
  /** The values of global value sets, by the set's name and the value's own label. */
  readonly valueSets: Map<string, ReadonlyMap<string, string>>;
}

export interface ObjectWords {
  readonly label: string | undefined;
  readonly plural: string | undefined;
  readonly nameField: string | undefined;
  readonly fields: Map<string, FieldWords>;
  /** The messages of validation rules. */
  readonly rules: Map<string, string>;
  /** The headings of layout sections, by the layout's name (without its object) and the heading, with a null character in between. */
  readonly sections: Map<string, string>;
}

export interface FieldWords {
  readonly label: string | undefined;
  readonly help: string | undefined;
  /** By the value's own label. */
  readonly values: ReadonlyMap<string, string>;
}

/** Reads every translation of a source tree, by language. */
export function readWords(tree: SourceTree): Map<string, LanguageWords> {
  const languages = new Map<string, LanguageWords>();
  const of = (language: string): LanguageWords => {
    const known = languages.get(language);
    if (known) return known;
    const words = { labels: new Map(), tabs: new Map(), applications: new Map(), objects: new Map(), valueSets: new Map() };
    languages.set(language, words);
    return words;
  };
  for (const { name, xml } of tree.ofType('Translations')) {
    const words = of(name);
    addPairs(words.labels, xml.all('customLabels'), 'name', 'label');
    addPairs(words.tabs, xml.all('customTabs'), 'name', 'label');
    addPairs(words.applications, xml.all('customApplications'), 'name', 'label');
  }
  for (const component of tree.ofType('CustomObjectTranslation')) {
    const { base, language } = nameAndLanguage(component, component.name);
    of(language).objects.set(base, objectWords(component.xml));
  }
  for (const component of tree.ofType('CustomFieldTranslation')) {
    const { base, language } = nameAndLanguage(component, component.parent ?? '');
    const { objects } = of(language);
    const words = objects.get(base) ?? objectWords(component.xml);
    objects.set(base, words);
    words.fields.set((component.xml.textOf('name') ?? '').toLowerCase(), fieldWords(component.xml));
  }
  for (const component of tree.ofType('GlobalValueSetTranslation')) {
    const { base, language } = nameAndLanguage(component, component.name);
    of(language).valueSets.set(base, pairs(component.xml.all('valueTranslation'), 'masterLabel', 'translation'));
  }
  return languages;
}

/** `Advocate__c-de`: what is translated, in lower case, and into which language. */
function nameAndLanguage({ path }: Component, name: string): { base: string; language: string } {
  const dash = name.lastIndexOf('-');
  if (dash < 0) {
    throw new SetUpError(`${path}: a translation is named after what it translates and the language, such as Account-de; rename it.`);
  }
  return { base: name.slice(0, dash).toLowerCase(), language: name.slice(dash + 1) };
}

function objectWords(xml: XmlElement): ObjectWords {
  const fields = xml.all('fields').map((field) => [(field.textOf('name') ?? '').toLowerCase(), fieldWords(field)] as const);
  const sections = xml.all('layouts').flatMap((layout) =>
    layout.all('sections').flatMap((section): [string, string][] => {
      const label = section.textOf('label');
      return label === undefined ? [] : [[`${layout.textOf('layout') ?? ''}\u0000${section.textOf('section') ?? ''}`.toLowerCase(), label]];
    }),
  );
  return {
    label: caseValue(xml, false),
    plural: caseValue(xml, true),
    nameField: xml.textOf('nameFieldLabel'),
    fields: new Map(fields),
    rules: pairs(xml.all('validationRules'), 'name', 'errorMessage'),
    sections: new Map(sections),
  };
}

/** Languages with cases give a word for each of them: the first case is the one that headings are in. */
function caseValue(xml: XmlElement, plural: boolean): string | undefined {
  const values = xml.all('caseValues').filter((value) => value.flag('plural') === plural);
  return (values.find((value) => value.textOf('caseType') === 'Nominative') ?? values[0])?.textOf('value');
}

function fieldWords(xml: XmlElement): FieldWords {
  return {
    label: xml.textOf('label'),
    help: xml.textOf('help'),
    values: pairs(xml.all('picklistValues'), 'masterLabel', 'translation'),
  };
}

function pairs(elements: readonly XmlElement[], key: string, value: string): Map<string, string> {
  const found = new Map<string, string>();
  addPairs(found, elements, key, value);
  return found;
}

function addPairs(target: Map<string, string>, elements: readonly XmlElement[], key: string, value: string): void {
  for (const element of elements) {
    const text = element.textOf(value);
    if (text !== undefined) target.set((element.textOf(key) ?? '').toLowerCase(), text);
  }
}
