import type { FieldDescription, ObjectDescription } from '../../data/schema/description.ts';
import type { Component } from '../../metadata/source-tree.ts';
import type { XmlElement } from '../../metadata/xml-element.ts';
import { readableField } from './context.ts';
import type { UiApiContext } from './context.ts';
import { nameFieldOf } from './record-query.ts';

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
 * The sections of an object's page, with the fields that the user may read. An object without a layout shows every readable field,
 * its name first and the system's last.
 */
export function fullLayout(context: UiApiContext, object: ObjectDescription): LayoutSection[] {
  const layout = layoutOf(context, object);
  const sections = layout
    ? layout.xml.all('layoutSections').map((section) => sectionOf(context, object, section))
    : sectionsOfAllFields(context, object);
  return sections.filter((section) => section.layoutRows.length > 0);
}

/** The fields of the highlights panel: those of the compact layout, else the first of the page. */
export function compactLayout(context: UiApiContext, object: ObjectDescription): string[] {
  const assigned = context.tree.find('CustomObject', object.name)?.xml.textOf('compactLayoutAssignment');
  const compact = assigned && context.tree.find('CompactLayout', `${object.name}.${assigned}`);
  const names = compact ? compact.xml.textsOf('fields') : fieldsOf(fullLayout(context, object)).slice(0, 5);
  return names.map((name) => readableField(context, object, name)?.name).filter((name) => name !== undefined);
}

/** Every field of the sections, once each. */
export function fieldsOf(sections: readonly LayoutSection[]): string[] {
  const names = sections.flatMap((section) =>
    section.layoutRows.flatMap((row) => row.layoutItems.flatMap((item) => item.layoutComponents.map((component) => component.apiName))),
  );
  return [...new Set(names)];
}

function sectionOf(context: UiApiContext, object: ObjectDescription, section: XmlElement): LayoutSection {
  const columns = section.all('layoutColumns').map((column) =>
    column
      .all('layoutItems')
      .map((item) => layoutItem(context, object, item.textOf('field') ?? '', item.textOf('behavior') ?? 'Edit'))
      .filter((item) => item !== undefined),
  );
  return {
    columns: columns.length,
    heading: section.textOf('label') ?? '',
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
    editableForNew: editable && field.createable,
    editableForUpdate: editable && field.updateable,
    label: field.label.replace(/ ID$/, ''),
    layoutComponents: [{ apiName: field.name, componentType: 'Field', label: field.label }],
    required: editable && field.type !== 'boolean' && (field.required || behavior === 'Required'),
  };
}

function rowsOf(columns: readonly (readonly LayoutItem[])[]): { layoutItems: LayoutItem[] }[] {
  const height = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, row) => ({
    layoutItems: columns.map((column) => column[row]).filter((item) => item !== undefined),
  }));
}

const SYSTEM_FIELDS = new Set(['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate']);
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
  'JigsawContactId',
]);

function sectionsOfAllFields(context: UiApiContext, object: ObjectDescription): LayoutSection[] {
  const fields = [...object.fields.values()].filter((field) => !HIDDEN_FIELDS.has(field.name));
  const name = nameFieldOf(object);
  const isText = (field: FieldDescription): boolean => field.longText;
  const main = fields.filter((field) => !SYSTEM_FIELDS.has(field.name) && !isText(field));
  main.sort((left, right) => Number(right.name === name) - Number(left.name === name));
  return [
    sectionOfFields(context, object, `${object.label} Information`, main, 2),
    sectionOfFields(context, object, 'Description', fields.filter(isText), 1),
    sectionOfFields(
      context,
      object,
      'System Information',
      fields.filter((field) => SYSTEM_FIELDS.has(field.name)),
      2,
    ),
  ];
}

function sectionOfFields(
  context: UiApiContext,
  object: ObjectDescription,
  heading: string,
  fields: readonly FieldDescription[],
  columns: number,
): LayoutSection {
  const items = fields.map((field) => layoutItem(context, object, field.name, 'Edit')).filter((item) => item !== undefined);
  const height = Math.ceil(items.length / columns);
  const split = Array.from({ length: columns }, (_, column) => items.slice(column * height, (column + 1) * height));
  return { columns, heading, layoutRows: rowsOf(split), useHeading: true };
}
