import type { SourceTree } from '../../metadata/source-tree.ts';
import type { FieldDescription, ObjectDescription, PicklistValue, Schema } from '../schema/description.ts';
import { PLATFORM_WORDS } from './platform-words.ts';
import type { PlatformWords } from './platform-words.ts';
import { readWords } from './words.ts';
import type { FieldWords, LanguageWords, ObjectWords } from './words.ts';

/**
 * The words of an org in the languages it is translated into. A language is written like a user's `LanguageLocaleKey`: `de`, `pt_BR`; one
 * that has a region falls back on the one without. Standard objects and fields have the platform's words; what is not translated keeps
 * its own.
 */
export interface Translations {
  /** Languages that anything is translated into. */
  readonly languages: readonly string[];
  /** A custom label; undefined when it keeps its own text. */
  label(name: string, language: string): string | undefined;
  tab(name: string, language: string): string | undefined;
  application(name: string, language: string): string | undefined;
  /** The heading of a section of a layout, by the layout's full name. */
  layoutSection(layout: string, heading: string, language: string): string | undefined;
  /** The object with its labels, help texts, picklist values and messages in a language; the same object when there is nothing to change. */
  object(object: ObjectDescription, language: string): ObjectDescription;
  /** The whole schema likewise. */
  schema(schema: Schema, language: string): Schema;
}

/** Reads the translations of a source tree. */
export function readTranslations(tree: SourceTree): Translations {
  const words = readWords(tree);
  const translated = new Map<string, WeakMap<ObjectDescription, ObjectDescription>>();
  const find = <T>(language: string, get: (found: LanguageWords) => T | undefined): T | undefined => {
    for (const name of fallbacks(language)) {
      const found = words.get(name);
      const value = found && get(found);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const object = (description: ObjectDescription, language: string): ObjectDescription => {
    if (words.size === 0) return description;
    const known = translated.get(language) ?? new WeakMap<ObjectDescription, ObjectDescription>();
    translated.set(language, known);
    let result = known.get(description);
    if (result === undefined) {
      const own = find(language, (found) => found.objects.get(description.name.toLowerCase()));
      const sets = find(language, (found) => (found.valueSets.size > 0 ? found.valueSets : undefined));
      const platform = PLATFORM_WORDS[fallbacks(language).at(-1) ?? language];
      const isUnchanged = own === undefined && sets === undefined && platform === undefined;
      result = isUnchanged ? description : objectInWords(description, own ?? NO_WORDS, sets, platform);
      known.set(description, result);
    }
    return result;
  };
  return {
    languages: [...words.keys()].sort(),
    label: (name, language) => find(language, ({ labels }) => labels.get(name.toLowerCase())),
    tab: (name, language) => find(language, ({ tabs }) => tabs.get(name.toLowerCase())),
    application: (name, language) => find(language, ({ applications }) => applications.get(name.toLowerCase())),
    layoutSection: (layout, heading, language) => {
      const [objectName = '', ...rest] = layout.toLowerCase().split('-');
      const key = `${rest.join('-')}\u0000${heading.toLowerCase()}`;
      return find(language, ({ objects }) => objects.get(objectName)?.sections.get(key));
    },
    object,
    schema: (schema, language) =>
      fallbacks(language).some((name) => words.has(name)) ? schemaWith(schema, (found) => object(found, language)) : schema,
  };
}

const NO_WORDS: ObjectWords = {
  label: undefined,
  plural: undefined,
  nameField: undefined,
  fields: new Map(),
  rules: new Map(),
  sections: new Map(),
};

function fallbacks(language: string): string[] {
  const [plain] = language.split('_') as [string];
  return plain === language ? [language] : [language, plain];
}

function schemaWith(schema: Schema, change: (object: ObjectDescription) => ObjectDescription): Schema {
  const changed = (object: ObjectDescription | undefined): ObjectDescription | undefined => object && change(object);
  return {
    object: (name) => changed(schema.object(name)),
    objects: () => Iterator.from(schema.objects()).map(change),
    objectOfPrefix: (prefix) => changed(schema.objectOfPrefix(prefix)),
  };
}

type ValueSets = LanguageWords['valueSets'] | undefined;

function objectInWords(
  object: ObjectDescription,
  words: ObjectWords,
  sets: ValueSets,
  platform: PlatformWords | undefined,
): ObjectDescription {
  const [singular, plural] = platform?.objects[object.name] ?? [];
  const fields = new Map<string, FieldDescription>();
  for (const [key, field] of object.fields) {
    const own =
      words.fields.get(key) ??
      (field.nameField && words.nameField !== undefined ? { ...NO_FIELD_WORDS, label: words.nameField } : undefined);
    fields.set(key, fieldInWords(field, own ?? platformField(field, platform), sets));
  }
  return {
    ...object,
    label: words.label ?? singular ?? object.label,
    labelPlural: words.plural ?? words.label ?? plural ?? object.labelPlural,
    fields,
    validationRules: object.validationRules.map((rule) => ({ ...rule, message: words.rules.get(rule.name.toLowerCase()) ?? rule.message })),
  };
}

function platformField(field: FieldDescription, platform: PlatformWords | undefined): FieldWords {
  const label = field.custom ? undefined : platform?.fields[field.label];
  return label === undefined ? NO_FIELD_WORDS : { ...NO_FIELD_WORDS, label };
}

const NO_FIELD_WORDS: FieldWords = { label: undefined, help: undefined, values: new Map() };

function fieldInWords(field: FieldDescription, words: FieldWords, sets: ValueSets): FieldDescription {
  const values = field.valueSet === undefined ? words.values : (sets?.get(field.valueSet.toLowerCase()) ?? words.values);
  if (words === NO_FIELD_WORDS && values.size === 0) return field;
  return {
    ...field,
    label: words.label ?? field.label,
    helpText: words.help ?? field.helpText,
    picklistValues: field.picklistValues.map((value): PicklistValue => ({
      ...value,
      label: values.get(value.label.toLowerCase()) ?? value.label,
    })),
  };
}
