import { SObjectRecord } from '../record.ts';
import type { FieldDescription } from '../schema/description.ts';
import type { Content, Value } from '../record.ts';
import { organizationId } from '../setup/hierarchy-setting.ts';
import { coerce, isMisfit } from './coerce.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';
import { fail } from './dml-context.ts';

/** Makes the record that triggers see of a new one: what the caller set, and default values. */
export function prepareNew(context: DmlContext, rows: readonly DmlRow[]): void {
  for (const row of rows) {
    const { description } = row.given;
    row.record = new SObjectRecord(description);
    takeOver(context, row, (field) => field.createable);
    context.formulas.fillInDefaults(row.record);
    fillInPicklistDefaults(row.record);
    const { contents } = row.record;
    if (description.fields.has('ownerid') && (contents.get('ownerid') ?? null) === null) {
      contents.set('ownerid', context.transaction.userId);
    }
    if (description.customSettingType === 'Hierarchy' && (contents.get('setupownerid') ?? null) === null) {
      contents.set('setupownerid', organizationId(context.store));
    }
    for (const field of context.records.storedFields(description)) {
      const key = field.name.toLowerCase();
      if (!contents.has(key)) {
        contents.set(key, field.type === 'boolean' ? false : null);
      }
    }
  }
}

/** Makes the record that triggers see of a changed one: as it is stored, with what the caller set over it. */
export function prepareChanged(context: DmlContext, rows: readonly DmlRow[]): void {
  for (const row of rows) {
    row.record = (row.old as SObjectRecord).copy();
    takeOver(context, row, (field) => field.updateable);
    for (const [key, value] of row.derived ?? []) {
      row.record.contents.set(key, value);
    }
  }
}

function takeOver(context: DmlContext, row: DmlRow, writable: (field: FieldDescription) => boolean): void {
  const { description, contents } = row.given;
  for (const [key, content] of contents) {
    const field = description.fields.get(key);
    if (field === undefined) {
      takeOverParent(context, row, key);
      continue;
    }
    if (!writable(field)) {
      refuseReparenting(row, field, content);
      continue;
    }
    const value = coerce(field, content);
    if (isMisfit(value)) {
      fail(row, value.statusCode, value.message, [field.name]);
    } else {
      row.record.contents.set(key, value);
    }
  }
}

/** A detail stays with its master, unless the field says otherwise. */
function refuseReparenting(row: DmlRow, { name, masterDetail }: FieldDescription, content: Content): void {
  const present = row.old?.contents.get(name.toLowerCase());
  if (masterDetail && present !== undefined && content !== null && present !== content) {
    const advice = 'Please check the security settings of this field and verify that it is read/write for your profile or permission set.';
    fail(row, 'INVALID_FIELD_FOR_INSERT_UPDATE', `Unable to create/update fields: ${name}. ${advice}`, [name]);
  }
}

/** `Account = new Account(Key__c = 'x')`: a parent named by its external id. */
function takeOverParent(context: DmlContext, row: DmlRow, key: string): void {
  const parent = row.given.contents.get(key);
  if (!(parent instanceof SObjectRecord) || row.given.queried) {
    return;
  }
  const lookup = [...row.given.description.fields.values()].find(({ relationshipName }) => relationshipName?.toLowerCase() === key);
  if (lookup === undefined || row.given.contents.has(lookup.name.toLowerCase()) || parent.id !== null) {
    return;
  }
  const external = [...parent.contents.keys()]
    .map((name) => parent.description.fields.get(name))
    .find((field) => field && isKey(parent, field));
  if (external === undefined) {
    return;
  }
  const value = parent.get(external.name) as Value;
  const [found, ...others] = context.records.findBy(parent.description, external, [value]);
  if (found === undefined) {
    fail(
      row,
      'INVALID_FIELD',
      `Foreign key external ID: ${String(value)} not found for field ${external.name} in entity ${parent.description.name}`,
    );
  } else if (others.length > 0) {
    fail(row, 'DUPLICATE_EXTERNAL_ID', `More than one record found for external id field: [${String(value)}]`, [external.name]);
  } else {
    row.record.contents.set(lookup.name.toLowerCase(), found.id);
  }
}

/** External ids are keys, and the names of set-up records: `Profile = new Profile(Name = 'Standard User')`. */
function isKey({ description }: SObjectRecord, field: FieldDescription): boolean {
  return field.externalId || (field.nameField && !description.createable);
}

function fillInPicklistDefaults(record: SObjectRecord): void {
  for (const field of record.description.fields.values()) {
    const key = field.name.toLowerCase();
    if (field.type === 'picklist' && !record.contents.has(key)) {
      const usual = field.picklistValues.find((value) => value.isDefault);
      if (usual !== undefined) {
        record.contents.set(key, usual.value);
      }
    }
  }
}
