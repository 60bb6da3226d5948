import type { FieldDescription, ObjectDescription } from '../../data/schema/description.ts';
import type { Component } from '../../metadata/source-tree.ts';
import type { XmlElement } from '../../metadata/xml-element.ts';
import { readableField } from './context.ts';
import type { UiApiContext } from './context.ts';
import { STANDARD_LAYOUTS } from './standard-layouts.ts';

interface LayoutItem {
  readonly editableForNew: boolean;
  readonly editableForUpdate: boolean;
  readonly label: string;
  readonly layoutComponents: readonly { readonly apiName: string; readonly componentType: 'Field'; readonly label: string }[];
  readonly required: boolean;
}

interface LayoutSection {
  readonly columns: number;
  readonly heading: string;
  readonly layoutRows: readonly { readonly layoutItems: readonly LayoutItem[] }[];
  readonly useHeading: boolean;
}

/** The layout of an object in the source tree; the first by name, as every profile is assigned the same one here. */
export function layoutOf(context: UiApiContext, object: ObjectDescription): Component | undefined {
  return context.tree.ofType('Layout').find((layout) => layout.name.toLowerCase().startsWith(`${object.name.toLowerCase()}-`));
}

/**
 * The sections of an object's page, with the fields that the user may read.
 */
export function fullLayout(context: UiApiContext, object: ObjectDescription): LayoutSection[] {
  const layout = layoutOf(context, object);
  const sections = layout
    ? layout.xml.all('layoutSections').map((section) => sectionOf(context, object, section, layout.name))
    : standardSections(context, object);
  return sections.filter((section) => section.layoutRows.length > 0);
}

/** The fields of the highlights panel: those of the compact layout, else the first of the page. */
export function compactLayout(context: UiApiContext, object: ObjectDescription): string[] {
  const assigned = context.tree.find('CustomObject', object.name)?.xml.textOf('compactLayoutAssignment');
  const compact = assigned && context.tree.find('CompactLayout', `${object.name}.${assigned}`);
  const customary = STANDARD_LAYOUTS[object.name]?.compact ?? fieldsOf(fullLayout(context, object)).slice(0, 5);
  const names = compact ? compact.xml.textsOf('fields') : customary;
  return names.map((name) => readableField(context, object, name)?.name).filter((name) => name !== undefined);
}

/** Every field of the sections, once each. */
export function fieldsOf(sections: readonly LayoutSection[]): string[] {
  const names = sections.flatMap((section) =>
    section.layoutRows.flatMap((row) => row.layoutItems.flatMap((item) => item.layoutComponents.map((component) => component.apiName))),
  );
  return [...new Set(names)];
}

function sectionOf(context: UiApiContext, object: ObjectDescription, section: XmlElement, layoutName: string): LayoutSection {
  const { translations, language } = context.transaction;
  const heading = section.textOf('label') ?? '';
  const columns = section.all('layoutColumns').map((column) =>
    column
      .all('layoutItems')
      .map((item) => layoutItem(context, object, item.textOf('field') ?? '', item.textOf('behavior') ?? 'Edit'))
      .filter((item) => item !== undefined),
  );
  return {
    columns: columns.length,
    heading: translations.layoutSection(layoutName, heading, language) ?? heading,
    layoutRows: rowsOf(columns),
    useHeading: section.flag('detailHeading'),
  };
}

function layoutItem(context: UiApiContext, object: ObjectDescription, name: string, behavior: string): LayoutItem | undefined {
  const field = readableField(context, object, name);
  if (!field) return undefined;
  const { edit } = context.org.security.fieldAccess(context.userId, object.name, field.name);
  const editable = edit && behavior !== 'Readonly' && field.formula === undefined && field.summary === undefined && !field.autoNumber;
  return {
    // Whoever makes a record owns it.
    editableForNew: editable && field.createable && field.name !== 'OwnerId',
    editableForUpdate: editable && field.updateable,
    label: field.label.replace(/ ID$/, ''),
    layoutComponents: [{ apiName: field.name, componentType: 'Field', label: field.label }],
    required: editable && field.type !== 'boolean' && (field.required || behavior === 'Required'),
  };
}

/** Keeps the place of a column that has no field in a row. */
const EMPTY_SPACE: LayoutItem = { editableForNew: false, editableForUpdate: false, label: '', layoutComponents: [], required: false };

function rowsOf(columns: readonly (readonly LayoutItem[])[]): { layoutItems: LayoutItem[] }[] {
  const height = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, row) => ({
    layoutItems: columns.map((column) => column[row] ?? EMPTY_SPACE),
  }));
}

const CREATION = ['CreatedById', 'CreatedDate'];
const LAST_CHANGE = ['LastModifiedById', 'LastModifiedDate'];
const SYSTEM_FIELDS = new Set([...CREATION, ...LAST_CHANGE]);
const HIDDEN_FIELDS = new Set([
  'Id',
  'IsDeleted',
  'SystemModstamp',
  'LastViewedDate',
  'LastReferencedDate',
  'LastActivityDate',
  'MasterRecordId',
  'RecordTypeId',
  'PhotoUrl',
]);

/** The sections of an object without a layout: the customary ones, with every custom field, else all fields. */
function standardSections(context: UiApiContext, object: ObjectDescription): LayoutSection[] {
  const standard = STANDARD_LAYOUTS[object.name];
  const fields = [...object.fields.values()].filter((field) => !HIDDEN_FIELDS.has(field.name) && !SYSTEM_FIELDS.has(field.name));
  const shown = fields.filter((field) => !standard || field.custom);
  const short = namesOf(shown.filter((field) => !field.longText));
  const half = Math.ceil(short.length / 2);
  const [left, right] = standard?.columns ?? [[], []];
  const wide = [...(standard?.wide ?? []), ...namesOf(shown.filter((field) => field.longText))];
  return [
    sectionOfFields(context, object, `${object.label} Information`, [
      [...left, ...short.slice(0, half)],
      [...right, ...short.slice(half)],
    ]),
    sectionOfFields(context, object, 'Description Information', [wide]),
    sectionOfFields(context, object, 'System Information', [CREATION, LAST_CHANGE]),
  ];
}

function namesOf(fields: readonly FieldDescription[]): string[] {
  return fields.map((field) => field.name);
}

function sectionOfFields(
  context: UiApiContext,
  object: ObjectDescription,
  heading: string,
  columns: readonly (readonly string[])[],
): LayoutSection {
  const items = columns.map((names) => names.map((name) => layoutItem(context, object, name, 'Edit')).filter((item) => item !== undefined));
  return { columns: columns.length, heading, layoutRows: rowsOf(items), useHeading: true };
}
